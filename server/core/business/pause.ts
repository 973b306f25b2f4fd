import type { Moment } from "../timeline.ts";
import type { Year } from "./year.ts";

/** The pause between two touches that weekends and holidays draw out most. */
export type Pause = {
  readonly before: Moment;
  readonly after: Moment;
  readonly businessDays: number;
  /** Calendar days on the worst beginning of the year, and on the best. */
  readonly calendarDays: number;
  readonly atBest: number;
  /** The day on which the cadence begins, and the day of the touch before the pause, as day numbers. */
  readonly begins: number;
  readonly from: number;
};

/** Of all pauses on a line of touches and all beginnings in a year, the one that the calendar draws out most; the first of several. */
export function longestPause(moments: readonly Moment[], year: Year): Pause | undefined {
  let worst: Pause | undefined;
  for (const [i, after] of moments.entries()) {
    const before = moments[i - 1];
    if (!before) continue;
    const businessDays = after.day - before.day;
    let atBest = Number.POSITIVE_INFINITY;
    let longest: Pause | undefined;
    for (let start = 0; start < year.starts; start++) {
      const [from, to] = [year.open[start + before.day - 1], year.open[start + after.day - 1]];
      if (from === undefined || to === undefined) continue;
      atBest = Math.min(atBest, to - from);
      if (!longest || to - from > longest.calendarDays)
        longest = { before, after, businessDays, calendarDays: to - from, atBest, begins: year.open[start] ?? from, from };
    }
    if (!longest) continue;
    longest = { ...longest, atBest };
    if (!worst || longest.calendarDays - atBest > worst.calendarDays - worst.atBest) worst = longest;
  }
  return worst;
}
