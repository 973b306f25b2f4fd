const format = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** An ISO date as a person writes it: November 22, 2026. */
export const longDate = (iso: string): string => format.format(new Date(`${iso}T00:00:00Z`));

/** Today's ISO date where the handbook is built, as the command line there has it. */
export const today = (): string => new Date().toLocaleDateString("sv");

/** How a date stands to today: past, within two weeks, or later. */
export function nearness(iso: string, now: string): "past" | "soon" | "later" {
  const days = (Date.parse(iso) - Date.parse(now)) / 86_400_000;
  return days < 0 ? "past" : days <= 14 ? "soon" : "later";
}
