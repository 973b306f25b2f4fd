import { addDays, dayNumber } from "../core/index.ts";

const WEEK = 7;
const WORKING = 5;

/**
 * The business days in some calendar days after a first touch on a Monday: what would fall on a weekend waits for Monday, as it
 * does in sequencers. 0 stays 0.
 */
export const toBusiness = (calendar: number): number => Math.floor(calendar / WEEK) * WORKING + Math.min(calendar % WEEK, WORKING);

/** The calendar days in some business days after a first touch on a Monday. `toBusiness` undoes it. */
export const toCalendar = (business: number): number => Math.floor(business / WORKING) * WEEK + (business % WORKING);

/** The last day that the format allows. */
export const LAST_DAY = 730;

/**
 * The business day of each of some dates, such as `2027-03-01` or `2027-03-01T09:00:00Z`, counted from the first of them, which is
 * day 1. A date at a weekend counts as the Monday after. Undefined where one is missing or no date.
 */
export function businessDaysOf(dates: readonly (string | undefined)[]): readonly number[] | undefined {
  const counted = dates.map((written) => {
    const [date = ""] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(written?.trim() ?? "") ?? [];
    if (date === "" || addDays(date, 0) !== date) return Number.NaN;
    // 5 January 1970 was a Monday.
    const days = dayNumber(date) - 4;
    return toBusiness(days);
  });
  if (counted.length === 0 || counted.some((days) => !Number.isFinite(days))) return undefined;
  const first = Math.min(...counted);
  return counted.map((days) => 1 + days - first);
}

/** What somebody should know of a sequence that goes by dates. */
export const BY_DATES =
  "This sequence goes by dates; they became business days, counted from the first. Look whether they are meant every time.";
