import { dayNumber, weekdayOf, yearOf } from "../calendar.ts";

/** A part of the world with a weekend and public holidays of its own. */
export type Region = {
  /** Weekdays on which nobody works: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[];
  /** The public holidays of a year, in any order. */
  holidays(year: number): readonly { readonly date: string; readonly name: string }[];
};

/**
 * Knows the regions of the world by their names, such as GB-SCT; undefined where there is none of that name. The core holds no
 * calendar of holidays: it is given one, or knows weekends only.
 */
export type RegionOf = (name: string) => Region | undefined;

/** Where nothing is known but that Saturdays and Sundays are free. */
export const WEEKENDS_ONLY: Region = { weekend: [6, 7], holidays: () => [] };

/** Which days are business days. Days are numbers of days since 1970, as `dayNumber` counts them. */
export type Calendar = {
  /** Why a day is no business day: the name of the holiday, or of the weekday. Undefined on business days. */
  closed(day: number): string | undefined;
  /** The first business day from a day on, itself included. */
  openFrom(day: number): number;
  /** The business day some business days after another day; 0 is the first from that day on. */
  after(day: number, businessDays: number): number;
  /** The business days after one day, up to another and including it. */
  between(day: number, later: number): number;
};

/** Days in a row that can be closed at most. Further on, a calendar of holidays is taken for wrong. */
const LONGEST_CLOSURE = 60;

/** Years whose holidays are looked up at most: what lies further on is a wait that nobody will keep. */
const MOST_YEARS = 12;

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The name of a day's weekday. */
export const weekdayName = (day: number): string => WEEKDAYS[weekdayOf(day) - 1] ?? "";

/** The calendar of people who work together, or write to each other: a day is a business day where it is one in all their regions. */
export function calendarOf(regions: readonly Region[]): Calendar {
  const years = new Map<number, ReadonlyMap<number, string>>();
  const holidaysIn = (year: number) => {
    const known = years.get(year);
    if (known || years.size >= MOST_YEARS) return known;
    const found = new Map(regions.flatMap((region) => region.holidays(year).map(({ date, name }) => [dayNumber(date), name] as const)));
    years.set(year, found);
    return found;
  };
  const weekend = new Set(regions.flatMap((region) => region.weekend));
  const closed = (day: number) => holidaysIn(yearOf(day))?.get(day) ?? (weekend.has(weekdayOf(day)) ? weekdayName(day) : undefined);
  const openFrom = (day: number) => {
    let open = day;
    while (open < day + LONGEST_CLOSURE && closed(open) !== undefined) open++;
    return open;
  };
  return {
    closed,
    openFrom,
    after(day, businessDays) {
      let at = openFrom(day);
      for (let left = businessDays; left > 0; left--) at = openFrom(at + 1);
      return at;
    },
    between(day, later) {
      let count = 0;
      for (let one = day + 1; one <= later; one++) if (closed(one) === undefined) count++;
      return count;
    },
  };
}
