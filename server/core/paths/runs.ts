import type { Playbook } from "../model.ts";
import { BUSINESS_DAYS_A_WEEK } from "../timeline.ts";
import { type Line, machineOf } from "./machine.ts";
import type { Event } from "./run.ts";
import { beginning, type Situation, type Standing, stepsFrom } from "./steps.ts";

/** One way through a playbook, from the first touch to its end. */
export type Run = { readonly events: readonly Event[]; readonly end: End };

/** How a run ends: as the branch says, or in silence. */
export type End = { readonly day: number; readonly how: string };

/** Runs that are told one by one at most. */
const MOST_RUNS = 5_000;

/**
 * Every run on which the person gives as many answers at most, each told with the earliest day on which they can be given.
 * `whole` is false when there are more than can be told.
 */
export function runsOf(playbook: Playbook, answers: number): { readonly runs: readonly Run[]; readonly whole: boolean } {
  const machine = machineOf(playbook);
  const runs: Run[] = [];
  let whole = true;
  const open: Situation<number>[] = [beginning(machine, 0)];
  for (let situation = open.pop(); situation; situation = open.pop()) {
    if (runs.length >= MOST_RUNS) {
      whole = false;
      break;
    }
    const steps: Situation<number>[] = [];
    let went = false;
    const from = situation;
    stepsFrom(situation, machine, () => [0], {
      event(event, to) {
        const spoken = event.kind === "reply" && event.line !== machine.silence;
        if (!spoken) went = true;
        if (!spoken || from.memory < answers) steps.push(after(from, event, to, spoken ? 1 : 0));
      },
      end(line, day) {
        went = true;
        runs.push({ events: eventsTo(from), end: { day, how: howEnds(line) } });
      },
    });
    // Nothing of ours is left, and they have answered: the run ends with their answer.
    if (!went) runs.push({ events: eventsTo(from), end: { day: from.day, how: "answered" } });
    open.push(...steps.reverse());
  }
  return { runs, whole };
}

const after = (before: Situation<number>, event: Event, to: Standing, spoken: number): Situation<number> => ({
  ...to,
  before,
  event,
  day: event.day,
  memory: before.memory + spoken,
  rank: 0,
});

function eventsTo(last: Situation<number>): readonly Event[] {
  const events: Event[] = [];
  for (let one: Situation<number> | undefined = last; one?.event; one = one.before) events.push(one.event);
  return events.reverse();
}

const howEnds = ({ branch }: Line): string => branch?.outcome ?? "silence";

/** The business days a run takes, from its first touch to its last event. */
export const lengthOf = ({ events }: Run): number => (events.at(-1)?.day ?? 0) - (events[0]?.day ?? 0) + 1;

/** The touches of a run that reach the person; a pair counts once. */
export const momentsIn = ({ events }: Run) => events.filter((event) => event.kind === "moment");

/** The seven calendar days of a run that hold the most touches, and how many. The first of several. */
export function densestWeek(run: Run): { readonly from: number; readonly to: number; readonly touches: number } {
  const days = momentsIn(run).map(({ day }) => day);
  const weeks = days.map((from) => ({
    from,
    to: from + BUSINESS_DAYS_A_WEEK - 1,
    touches: days.filter((day) => day >= from && day < from + BUSINESS_DAYS_A_WEEK).length,
  }));
  return weeks.reduce((fullest, week) => (week.touches > fullest.touches ? week : fullest), {
    from: 1,
    to: BUSINESS_DAYS_A_WEEK,
    touches: 0,
  });
}

/** What is known of a playbook's runs beside what breaks them. */
export type Summary = {
  /** Runs on which the person answers never, at most once, at most twice. */
  readonly counts: readonly { readonly answers: number; readonly runs: number; readonly whole: boolean }[];
  readonly longest: Run;
  readonly densest: { readonly run: Run; readonly from: number; readonly to: number; readonly touches: number };
  readonly runs: readonly Run[];
};

/** Sums up the runs of a playbook on which the person answers at most once. Undefined for a playbook without touches. */
export function summaryOf(playbook: Playbook): Summary | undefined {
  const all = [0, 1, 2].map((answers) => ({ answers, ...runsOf(playbook, answers) }));
  const runs = all[1]?.runs ?? [];
  const [first] = runs;
  if (!first || playbook.touches.length === 0) return undefined;
  const longest = runs.reduce((one, other) => (momentsIn(other).length > momentsIn(one).length ? other : one), first);
  const densest = runs.reduce((one, other) => (densestWeek(other).touches > densestWeek(one).touches ? other : one), first);
  return {
    counts: all.map(({ answers, runs: { length }, whole }) => ({ answers, runs: length, whole })),
    longest,
    densest: { run: densest, ...densestWeek(densest) },
    runs,
  };
}
