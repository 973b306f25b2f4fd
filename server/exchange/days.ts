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
