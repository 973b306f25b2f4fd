const MILLISECONDS_A_DAY = 86_400_000;

/** The ISO date some calendar days after another; negative counts go back. Knows no clock and no time zone. */
export function addDays(isoDate: string, count: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  // biome-ignore lint/style/noRestrictedGlobals: given its arguments, Date.UTC reads no clock.
  return new Date(Date.UTC(year, month - 1, day) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
