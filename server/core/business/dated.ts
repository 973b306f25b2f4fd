import { dayNumber } from "../calendar.ts";
import { days } from "../format/duration.ts";
import type { Lasts } from "../paths/machine.ts";
import type { Calendar } from "./calendar.ts";
import { LONGEST_WAIT } from "./year.ts";

/** The days of one cadence that begins on a date, as a calendar has them. Days are day numbers; business day 1 is the first touch. */
export type Dated = {
  /** The first business day from the given date on. */
  readonly first: number;
  /** Why the cadence does not begin on the given date: what is kept on it. Undefined where it does. */
  readonly held: string | undefined;
  /** The day of a business day of the cadence. */
  dayOf(businessDay: number): number;
  /** The business day that a day is, or the last one before it. */
  businessDayOf(day: number): number;
  /** How long branches last when their replies come on a business day of this cadence. */
  readonly lasts: Lasts;
};

/** A cadence on the calendar. */
export function datedFrom(date: string, calendar: Calendar): Dated {
  const asked = dayNumber(date);
  const first = calendar.openFrom(asked);
  const known: number[] = [first];
  const dayOf = (businessDay: number) => {
    while (known.length < businessDay) known.push(calendar.after((known.at(-1) ?? first) + 1, 0));
    return known[businessDay - 1] ?? first;
  };
  return {
    first,
    held: first === asked ? undefined : calendar.closed(asked),
    dayOf,
    businessDayOf: (day) => calendar.between(first, day) + 1,
    lasts(line, said) {
      const wait = days(line.branch.wait ?? "");
      if (line.over === undefined || wait === undefined || wait > LONGEST_WAIT) return line.over;
      const from = dayOf(Math.max(1, said));
      return Math.max(calendar.between(from, from + wait), line.moments.at(-1)?.day ?? 0);
    },
  };
}
