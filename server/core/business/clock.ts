import { dayNumber, isoDate } from "../calendar.ts";

/** A moment on the clock of some place. */
export type ClockTime = { readonly date: string; readonly time: string };

const MINUTE = 60_000;
const DAY = 1440;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether a time zone of that name exists. The zones are those the program's own engine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    formatIn(zone);
    return true;
  } catch {
    return false;
  }
}

/** Every time zone that a continent and a city name, in alphabetical order, as far as the program's own engine lists them. */
export const timeZones = (): readonly string[] => Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));

/** What the clock of one place shows when another place's shows a given time. An hour that a change of clocks leaves out is taken as the one after. */
export function clockAt(zone: string, { date, time }: ClockTime, there: string): ClockTime {
  const wanted = dayNumber(date) * DAY + minutesOf(time);
  // Clocks change at most once within the days around: one of the two offsets holds, and in a gap the earlier one leads past it.
  const before = wanted - offset(zone, wanted - DAY);
  const after = wanted - offset(zone, wanted + DAY);
  const minute = [before, after].find((guess) => guess + offset(zone, guess) === wanted) ?? before;
  return shownAt(minute + offset(there, minute));
}

/** The minutes of a time of day. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

const shownAt = (minute: number): ClockTime => {
  const day = Math.floor(minute / DAY);
  const rest = minute - day * DAY;
  return { date: isoDate(day), time: `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}` };
};

/** The minutes a zone is ahead of UTC at a minute since 1970. */
function offset(zone: string, minute: number): number {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(minute * MINUTE)
      .map(({ type, value }) => [type, value]),
  );
  const shown = dayNumber(`${parts["year"]}-${parts["month"]}-${parts["day"]}`) * DAY + minutesOf(`${parts["hour"]}:${parts["minute"]}`);
  return shown - minute;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
  formats.set(timeZone, known);
  return known;
}
