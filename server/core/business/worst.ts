import type { Caps } from "../format/caps.ts";
import type { Exploration, Paced } from "../paths/explore.ts";
import type { BranchLine, Lasts } from "../paths/machine.ts";
import { type Slip, slipsOf } from "../paths/slips.ts";
import { BUSINESS_DAYS_A_WEEK, type Moment } from "../timeline.ts";
import { lastsFrom, shortestIn, type Year } from "./year.ts";

/** What breaks only because of the calendar, and the beginning on which it breaks worst. */
export type CalendarSlip = {
  readonly slip: Slip;
  /** The branch whose wait is too short there. */
  readonly branch: BranchLine;
  readonly promise: "gap" | "touches" | "calls";
  /** The day on which the cadence begins, and the day on which the breaking touch comes, as day numbers. */
  readonly begins: number;
  readonly comes: number;
  /** For a gap the business days that are left of it; otherwise how many touches or calls fall into seven calendar days. */
  readonly measure: number;
};

const CALENDAR_DAYS_A_WEEK = 7;

/**
 * The promises about pace that hold in an average week and break on some days of the year: a wait counts calendar days, and a
 * weekend or a holiday leaves it fewer business days. Each with the beginning on which it is worst.
 */
export function calendarSlips({ paths, paced }: Runs, caps: Caps, year: Year): readonly CalendarSlip[] {
  const lasts = shortestIn(year);
  const { machine } = paths();
  if (!machine.branches.some((line) => (lasts(line, 1) ?? 0) < (line.over ?? 0))) return [];
  const average = slipsIn(paths());
  const slips = slipsIn(paced(lasts))
    .filter((slip) => !average.some((known) => sameSlip(known, slip)))
    .flatMap((slip) => {
      const branch = cutShort(slip.run, lasts);
      return (branch && worst(slip, branch, caps, year, lasts)) || [];
    });
  // One wait that is too short is one slip, whatever it breaks.
  return slips.filter(({ branch }, i) => slips.findIndex((one) => one.branch === branch) === i);
}

/** Every run, in average weeks and on a calendar. */
type Runs = { readonly paths: () => Exploration; readonly paced: (lasts: Lasts) => Paced };
type Vow = CalendarSlip["promise"];
type Judged = Slip & { readonly promise: Vow };

/** The promises about pace that break, the gaps first. */
const slipsIn = (found: Paced): readonly Judged[] =>
  (["gap", "touches", "calls"] as const).flatMap((promise) => slipsOf(found, promise).map((slip) => ({ ...slip, promise })));

/** Whether two slips, found with other calendars, are mended at the same place. */
const sameSlip = (a: Judged, b: Judged) =>
  a.promise === b.promise && (a.resumed?.branch.part ?? a.touch) === (b.resumed?.branch.part ?? b.touch);

/** Weeks of waiting that are tried at most. */
const MOST_WEEKS = 8;

/** The fewest whole weeks that a branch has to wait for every promise about pace to hold whenever the cadence begins. */
export function weeksEnough({ paths, paced }: Runs, year: Year, branch: BranchLine): number | undefined {
  const lasts = shortestIn(year);
  const average = slipsIn(paths());
  return Array.from({ length: MOST_WEEKS }, (_, i) => i + 1).find((weeks) => {
    let least = weeks * BUSINESS_DAYS_A_WEEK;
    for (let index = 0; index < year.starts; index++) least = Math.min(least, year.within(index, weeks * CALENDAR_DAYS_A_WEEK));
    const longer: Lasts = (line, said) => (line.no === branch.no ? Math.max(least, line.moments.at(-1)?.day ?? 0) : lasts(line, said));
    const found = paced(longer);
    return found.complete && slipsIn(found).every((slip) => average.some((known) => sameSlip(known, slip)) || !endsIn(slip.run, branch));
  });
}

/** The branches of a run that came to their end in it. */
const ended = (run: Slip["run"]) =>
  run.filter((event, i) => run[i + 1] && event.line.branch && run[i + 1]?.line !== event.line).map(({ line }) => line as BranchLine);

const endsIn = (run: Slip["run"], branch: BranchLine) => ended(run).some(({ no }) => no === branch.no);

/** The last branch of a run that the calendar cuts short. */
function cutShort(run: Slip["run"], lasts: Lasts): BranchLine | undefined {
  return ended(run).findLast((line) => (lasts(line, 1) ?? 0) < (line.over ?? 0));
}

function worst(slip: Judged, branch: BranchLine, caps: Caps, year: Year, lasts: Lasts): CalendarSlip | undefined {
  const { promise } = slip;
  let found: CalendarSlip | undefined;
  for (let start = 0; start < year.starts; start++) {
    const dated = indexesOn(slip.run, year, start, lasts);
    const begins = year.open[start];
    const comes = year.open[dated.at(-1) ?? -1];
    if (begins === undefined || comes === undefined) continue;
    const measure = measureOf(slip, dated, year, caps);
    if (measure !== undefined && (!found || worse(promise, measure, found.measure)))
      found = { slip, branch, promise, begins, comes, measure };
  }
  return found;
}

const worse = (promise: Vow, a: number, b: number) => (promise === "gap" ? a < b : a > b);

/** What is left of the promise at the end of a run; undefined where it holds. */
function measureOf({ run, promise }: Judged, dated: readonly number[], year: Year, caps: Caps): number | undefined {
  const moments = run.flatMap((event, i) => (event.kind === "moment" ? [{ index: dated[i] ?? 0, moment: event.moment }] : []));
  const [before, last] = [moments.at(-2), moments.at(-1)];
  if (!before || !last) return undefined;
  if (promise === "gap") {
    const gap = last.index - before.index;
    return gap < caps["smallest-gap"] ? gap : undefined;
  }
  const week = moments.filter(({ index }) => (year.open[last.index] ?? 0) - (year.open[index] ?? 0) < CALENDAR_DAYS_A_WEEK);
  const count = promise === "touches" ? week.length : week.reduce((calls, { moment }) => calls + callsIn(moment), 0);
  return count > caps[promise === "touches" ? "touches-in-7-days" : "calls-in-7-days"] ? count : undefined;
}

const callsIn = ({ touches }: Moment) => touches.filter(({ channel }) => channel === "call" || channel === "voicemail").length;

/** The indexes in a year of a run's events, when it begins on one of its business days. Branches last as long as their waits do there. */
function indexesOn(run: Slip["run"], year: Year, start: number, lasts: Lasts): readonly number[] {
  const indexes: number[] = [];
  let later = 0;
  for (const [i, event] of run.entries()) {
    const before = run[i - 1];
    if (before?.line.branch && before.line !== event.line && (event.kind === "moment" || event.line.by === "nobody")) {
      const line = before.line as BranchLine;
      const said = indexes[run.findLastIndex((one, at) => at < i && one.kind === "reply" && one.line === line)] ?? 0;
      later += (lastsFrom(year, line, said) ?? 0) - (lasts(line, 1) ?? 0);
    }
    indexes.push(start + event.day - 1 + later);
  }
  return indexes;
}
