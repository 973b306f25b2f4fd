import type { Touch } from "./model.ts";
import { once } from "./once.ts";

/** One moment at which the prospect hears from us: a touch, or a pair that counts as one. */
export type Moment = { readonly day: number; readonly touches: readonly [Touch, ...Touch[]] };

/** The moments of a line of touches, in the order of their days. Paired touches of one day are one moment. */
export const timeline = once((touches: readonly Touch[]): readonly Moment[] => {
  const moments: { day: number; touches: [Touch, ...Touch[]] }[] = [];
  for (const touch of [...touches].sort((a, b) => a.day - b.day)) {
    const pair = moments.find(({ day, touches: members }) => day === touch.day && members.some(({ id }) => id === touch["pairs-with"]));
    if (pair) pair.touches.push(touch);
    else moments.push({ day: touch.day, touches: [touch] });
  }
  return moments;
});

/**
 * The business days that any seven calendar days hold. Two touches fall into one such week when their days differ by less
 * than this, whatever the weekday the cadence starts on.
 */
export const BUSINESS_DAYS_A_WEEK = 5;

/** The business days in a number of calendar days, rounded up: thirty calendar days hold at most twenty-two. */
export const businessDays = (calendarDays: number): number => Math.ceil((calendarDays / 7) * BUSINESS_DAYS_A_WEEK);
