/** Milliseconds in a day of UTC, which has no clock changes. */
const A_DAY = 86_400_000;

const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether a text is a date that exists, written as ISO 8601: 2026-11-26. */
export const isDate = (text: string | null | undefined): text is string =>
  typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && isoOf(at(text)) === text;

/** Whether people work on an ISO date: Monday to Friday, and no day off. */
export function worksOn(iso: string, daysOff: ReadonlySet<string>): boolean {
  const weekday = new Date(at(iso)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !daysOff.has(iso);
}

/** More days off in a row than anybody has; a list that says otherwise ends the search. */
const MOST_OFF = 366;

/** The first working day on or after an ISO date. */
export function workingDayFrom(iso: string, daysOff: ReadonlySet<string>): string {
  for (let time = at(iso), tries = 0; tries < MOST_OFF; time += A_DAY, tries++) if (worksOn(isoOf(time), daysOff)) return isoOf(time);
  return iso;
}

/** The ISO date of a business day of a play, whose first is day 1 and falls on the first working day on or after `start`. */
export function dateOfDay(start: string, day: number, daysOff: ReadonlySet<string> = new Set()): string {
  let date = workingDayFrom(start, daysOff);
  for (let n = 1; n < day; n++) date = workingDayFrom(isoOf(at(date) + A_DAY), daysOff);
  return date;
}

const short = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });

/** An ISO date as a rep says it: Thu, Nov 26. */
export const shortDate = (iso: string): string => short.format(new Date(at(iso)));

/** Today's ISO date on the clock of whoever asks. */
export function todayHere(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
