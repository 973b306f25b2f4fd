const MILLISECONDS_A_DAY = 86_400_000;

/** The ISO date some calendar days after another; negative counts go back. Knows no clock and no time zone. */
export function addDays(isoDate: string, count: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  // biome-ignore lint/style/noRestrictedGlobals: given its arguments, Date.UTC reads no clock.
  return new Date(Date.UTC(year, month - 1, day) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/**
 * The ISO date of a business day, counted from a start date on which day 1 falls; a start at a weekend begins on the Monday after.
 * Knows no holidays.
 */
export function onBusinessDay(start: string, day: number): string {
  const weekday = weekdayOf(start);
  const first = weekday > 4 ? addDays(start, 7 - weekday) : start;
  const past = weekdayOf(first) + Math.max(1, day) - 1;
  return addDays(first, Math.floor(past / 5) * 7 + (past % 5) - weekdayOf(first));
}

/** The day of the week, from 0 for Monday. */
function weekdayOf(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  // biome-ignore lint/style/noRestrictedGlobals: given its arguments, Date.UTC reads no clock.
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}
