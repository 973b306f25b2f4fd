import { dayNumber } from "../calendar.ts";
import { days } from "../format/duration.ts";
import type { BranchLine, Lasts } from "../paths/machine.ts";
import { businessDays } from "../timeline.ts";
import type { Calendar } from "./calendar.ts";

/** Calendar days on which a cadence may begin: every day of a year. */
const STARTS = 366;
/** Calendar days of a wait that are looked up in a calendar at most: three years. Longer waits last as long as on average. */
export const LONGEST_WAIT = 1096;
/** Calendar days for which business days are known: a year of beginnings, and the longest run from the last of them. */
const KNOWN = STARTS + 2 * LONGEST_WAIT;

/** The business days of the years after some day. */
export type Year = {
  /** The business days, as day numbers. */
  readonly open: readonly number[];
  /** How many of them are beginnings: those within a year. */
  readonly starts: number;
  /** The business days after the one at an index that lie within some calendar days of it. */
  within(index: number, calendarDays: number): number;
};

const years = new WeakMap<Calendar, { readonly from: number; readonly year: Year }>();

/** The business days from a date on. */
export function yearFrom(calendar: Calendar, date: string): Year {
  const from = dayNumber(date);
  const before = years.get(calendar);
  if (before?.from === from) return before.year;
  const open: number[] = [];
  /** How many business days there are up to each day. */
  const upTo: number[] = [];
  for (let day = 0; day < KNOWN; day++) {
    if (calendar.closed(from + day) === undefined) open.push(from + day);
    upTo.push(open.length);
  }
  const year: Year = {
    open,
    starts: upTo[STARTS - 1] ?? open.length,
    within: (index, calendarDays) => (upTo[Math.min(KNOWN - 1, (open[index] ?? from) - from + calendarDays)] ?? 0) - index - 1,
  };
  years.set(calendar, { from, year });
  return year;
}

/** How long a branch lasts when its reply comes on the business day at an index of a year. */
export function lastsFrom(year: Year, line: BranchLine, index: number): number | undefined {
  const wait = days(line.branch.wait ?? "");
  if (line.over === undefined || wait === undefined || wait > LONGEST_WAIT) return line.over;
  return Math.max(year.within(index, wait), line.moments.at(-1)?.day ?? 0);
}

/** How long branches last at the very least, whenever in the year their reply comes: the fewest business days that their wait can hold. */
export function shortestIn(year: Year): Lasts {
  const shortest = new Map<string, number>();
  return (line) => {
    const { wait } = line.branch;
    const calendarDays = days(wait ?? "");
    if (wait === undefined || calendarDays === undefined || calendarDays > LONGEST_WAIT || line.over === undefined) return line.over;
    let least = shortest.get(wait);
    if (least === undefined) {
      least = businessDays(calendarDays);
      for (let index = 0; index < year.starts; index++) least = Math.min(least, year.within(index, calendarDays));
      shortest.set(wait, least);
    }
    return Math.max(least, line.moments.at(-1)?.day ?? 0);
  };
}
