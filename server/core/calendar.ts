const MILLISECONDS_A_DAY = 86_400_000;

/** The days from 1 January 1970 to an ISO date. Knows no clock and no time zone. */
export function dayNumber(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  // biome-ignore lint/style/noRestrictedGlobals: given its arguments, Date.UTC reads no clock.
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

/** The ISO date some days after 1 January 1970. */
// biome-ignore lint/style/noRestrictedGlobals: given its argument, it reads no clock.
export const isoDate = (dayNumber: number): string => new Date(dayNumber * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** The year of a day, counted as `dayNumber` does. */
// biome-ignore lint/style/noRestrictedGlobals: given its argument, it reads no clock.
export const yearOf = (dayNumber: number): number => new Date(dayNumber * MILLISECONDS_A_DAY).getUTCFullYear();

/** The ISO date some calendar days after another; negative counts go back. */
export const addDays = (date: string, count: number): string => isoDate(dayNumber(date) + count);

/** The weekday of a day number: 1 is Monday, 7 is Sunday. 1 January 1970 was a Thursday. */
export const weekdayOf = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

/**
 * The ISO date of a business day, counted from a start date on which day 1 falls; a start at a weekend begins on the Monday after.
 * Knows no holidays.
 */
export function onBusinessDay(start: string, day: number): string {
  const weekday = weekdayOf(dayNumber(start));
  const first = weekday > 5 ? dayNumber(start) + 8 - weekday : dayNumber(start);
  const past = weekdayOf(first) - 1 + Math.max(1, day) - 1;
  return isoDate(first + Math.floor(past / 5) * 7 + (past % 5) - (weekdayOf(first) - 1));
}
