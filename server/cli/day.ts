import { addDays, type Refusal } from "../core/index.ts";
import { today } from "../disk/knowledge.ts";

/** Days a decision may be dated back: somebody said yes on Friday and it is entered on Monday. */
const MOST_DAYS_BACK = 7;

/** Why a day cannot be that of a decision made now. */
export function wrongDay(on: string | undefined): readonly Refusal[] {
  if (on === undefined) return [];
  if (!isDay(on)) return [{ what: `“${on}” is not a date.`, todo: `Write year-month-day, as in ${today()}.` }];
  if (on > today()) return [{ what: `${on} has not come yet.`, todo: "Decide on the day, or leave --on out to mean today." }];
  if (on < addDays(today(), -MOST_DAYS_BACK))
    return [{ what: `${on} is more than ${MOST_DAYS_BACK} days ago.`, todo: "Leave --on out: what counts is the day somebody looked." }];
  return [];
}

export function isDay(on: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(on) ? Date.parse(`${on}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === on;
}
