import { type Calendar, calendarOf, dayNumber, isoDate, weekdayName } from "@cadence-playbooks/server/core";

const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether a text is a date that exists and on which somebody may sell, written as ISO 8601: 2026-11-26. While a year is typed it passes through the first century. */
export const isDate = (text: string | null | undefined): text is string =>
  typeof text === "string" && /^2[01]\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && isoOf(at(text)) === text;

/** What a page knows of days off: the weekdays of a weekend, and holidays by their dates. */
export type Closed = { readonly weekend: readonly number[]; readonly holidays: ReadonlyMap<string, string> };

const WEEKENDS: Closed = { weekend: [6, 7], holidays: new Map() };

/** The calendar of a rep: what is closed for everybody, and the days they do not work. ISO dates. */
export function calendarFor({ weekend, holidays }: Closed = WEEKENDS, daysOff: readonly string[] = []): Calendar {
  const all = [
    ...[...holidays].map(([date, name]) => ({ date, name })),
    ...daysOff.map((date) => ({ date, name: "a day you do not work" })),
  ];
  return calendarOf([{ weekend, holidays: (year) => all.filter(({ date }) => date.startsWith(String(year))) }]);
}

/** What is closed, as the page says it: `6 7` for the weekend, and each holiday on a line of its own, its date before its name. */
export function closedIn({ weekend = "6 7", holidays = "" }: { readonly weekend?: string; readonly holidays?: string }): Closed {
  const lines = holidays.split("\n").filter(Boolean);
  return { weekend: weekend.split(" ").map(Number), holidays: new Map(lines.map((line) => [line.slice(0, 10), line.slice(11)])) };
}

/** The first working day on or after an ISO date. */
export const workingDayFrom = (iso: string, calendar: Calendar): string => isoDate(calendar.openFrom(dayNumber(iso)));

/** The ISO date of a business day of a play, whose first is day 1 and falls on the first working day on or after `start`. */
export const dateOfDay = (start: string, day: number, calendar: Calendar): string => isoDate(calendar.after(dayNumber(start), day - 1));

/** The ISO date of each of many days of a play. Each is counted from the one before: a play of a year is long to count from its start. */
export function datesOfDays(start: string, days: Iterable<number>, calendar: Calendar): ReadonlyMap<number, string> {
  let [at, before] = [dayNumber(start), 1];
  return new Map(
    [...new Set(days)]
      .sort((a, b) => a - b)
      .map((day) => {
        at = calendar.after(at, day - before);
        before = day;
        return [day, isoDate(at)];
      }),
  );
}

/** Why a play does not begin on the very day that was picked, and when it does instead. Empty where it begins. */
export function heldOn(start: string, calendar: Calendar): string {
  const day = dayNumber(start);
  const held = calendar.closed(day);
  if (held === undefined) return "";
  return `${shortDate(start)} is ${held === weekdayName(day) ? "on a weekend" : held}, so day 1 is ${shortDate(workingDayFrom(start, calendar))}.`;
}

/** How dates are written, each way made for the first date that is: many a page is opened without one. */
let short: Intl.DateTimeFormat | undefined;
let withYear: Intl.DateTimeFormat | undefined;

/** An ISO date as a rep says it: Thu, Nov 26. */
export function shortDate(iso: string): string {
  short ??= new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });
  return short.format(new Date(at(iso)));
}

/** Days from which on a date is told with its year: what is long past was probably meant for this year. */
const LONG_PAST = 180;
const FAR_AHEAD = 366;

/** An ISO date as it is said on a day: with its year where that is not plain. */
export function dateSaidOn(iso: string, today: string): string {
  const away = (at(iso) - at(today)) / 86_400_000;
  if (away >= -LONG_PAST && away <= FAR_AHEAD) return shortDate(iso);
  withYear ??= new Intl.DateTimeFormat("en-US", { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
  return withYear.format(new Date(at(iso)));
}

/** Today's ISO date on the clock of whoever asks. */
export function todayHere(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
