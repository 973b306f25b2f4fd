import { addDays } from "../calendar.ts";
import { clockAt, minutesOf } from "./clock.ts";
import type { Hours, Where } from "./where.ts";

/** What our clock shows when their hours begin and end on a day of theirs. */
export type Meeting = {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  /** Minutes of their hours in which we are at work, too. */
  readonly minutes: number;
};

const WEEKS = 52;
const DAY = 1440;

/**
 * The day of the year from a date on with the fewest minutes in which their hours and ours meet; one day of each week is looked
 * at, because clocks change by the week. Undefined where a clock or an hour is not known.
 */
export function shortestMeeting(where: Where, theirHours: Hours | undefined, from: string): Meeting | undefined {
  const { ours, theirs } = where;
  if (!theirHours || !ours.hours || !ours.zone || !theirs.zone) return undefined;
  let shortest: Meeting | undefined;
  for (let week = 0; week < WEEKS; week++) {
    const meeting = meetingOn(addDays(from, week * 7), theirHours, theirs.zone, ours.hours, ours.zone);
    if (!shortest || meeting.minutes < shortest.minutes) shortest = meeting;
  }
  return shortest;
}

/** When their hours on a day of theirs are, on our clock. */
export function meetingOn(date: string, theirHours: Hours, theirZone: string, ourHours: Hours, ourZone: string): Meeting {
  const [from, to] = [theirHours.from, theirHours.to].map((time) => clockAt(theirZone, { date, time }, ourZone)) as [
    ReturnType<typeof clockAt>,
    ReturnType<typeof clockAt>,
  ];
  const since = (one: typeof from) => (one.date < date ? -DAY : one.date > date ? DAY : 0) + minutesOf(one.time);
  const [begin, end] = [since(from), since(to)];
  const minutes = [-DAY, 0, DAY].reduce(
    (all, shift) => all + Math.max(0, Math.min(end, minutesOf(ourHours.to) + shift) - Math.max(begin, minutesOf(ourHours.from) + shift)),
    0,
  );
  return { date, from: from.time, to: to.time, minutes };
}
