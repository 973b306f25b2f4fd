import { type BranchLine, EARLY_MOMENTS, type Line, type Machine } from "./machine.ts";
import type { Event } from "./run.ts";

/** Where we are in a line of touches: how many of its moments are behind us. */
export type Position = { readonly line: Line; readonly next: number };

/** Where a person stands in a run. */
export type Standing = Position & {
  /** The main line, while a branch is under way that can lead back to it: its next moment, and the business days until then. */
  readonly main: { readonly next: number; readonly rest: number } | undefined;
  /** The branch that an automatic answer interrupted. */
  readonly interrupted: Position | undefined;
  /** Whether a no that comes now could no longer be a reflex, because one was said before. */
  readonly reflexSaid: boolean;
};

/** A person in the middle of a run. Of all runs that lead here, the first is kept: fewest events, then earliest days. */
export type Situation<M> = Standing & {
  readonly before: Situation<M> | undefined;
  readonly event: Event | undefined;
  readonly day: number;
  readonly memory: M;
  /** The place among all situations of as many events; equal for equal days. */
  readonly rank: number;
};

/** Before anything has happened. */
export const beginning = <M>({ main: line }: Machine, memory: M): Situation<M> => ({
  line,
  next: 0,
  main: undefined,
  interrupted: undefined,
  reflexSaid: false,
  before: undefined,
  event: undefined,
  day: 0,
  memory,
  rank: 0,
});

/** Hears what can come next. An end is the end of a line after which nothing comes. */
export type Next = {
  event(event: Event, to: Standing): void;
  /** Whether it matters what persons answer here, so many business days after the moment, when the main line stands where it does. */
  hears?(at: Standing, main: Standing["main"], delay: number): boolean;
  end(line: Line, day: number): void;
};

/** Says everything that can come next in a situation. Replies come at each of the delays that `delays` lists for a gap. */
export function stepsFrom(situation: Situation<unknown>, machine: Machine, delays: (gap: number) => readonly number[], next: Next): void {
  const { event, line, day } = situation;
  if (event?.kind === "moment") replies(situation, machine, delays, next);
  if (event || line.moments.length > 0) onward(machine, situation, day, event?.kind === "reply" && event.line.by === "person", next);
  else
    for (const branch of [...machine.branches, ...(machine.silence ? [machine.silence] : [])])
      next.event({ kind: "reply", day: 1, line: branch }, { ...situation, line: branch, main: undefined });
}

/** What comes without a reply when the clock of a line stands at the moment, or the reply, that is just behind us. */
function onward(machine: Machine, at: Standing, day: number, answered: boolean, step: Next): void {
  const { line, next, main, interrupted, reflexSaid } = at;
  const moment = line.moments[next];
  const gap = gapTo(at);
  if (moment)
    step.event({ kind: "moment", day: day + (gap ?? moment.day), line, moment }, standing(line, next + 1, main, interrupted, reflexSaid));
  if (!line.branch) {
    if (!moment) unanswered(machine, at, day, step);
    return;
  }
  const over = machine.lasts(line as BranchLine, day - (line.moments[next - 1]?.day ?? 0));
  if (over === undefined ? moment && gap === 0 : moment) return;
  const end = day + (over === undefined ? 1 : over - (line.moments[next - 1]?.day ?? 0));
  if (line.branch.outcome !== "resume" || line === machine.silence) step.end(line, end);
  else if (interrupted) onward(machine, standing(interrupted.line, interrupted.next, main, undefined, reflexSaid), end, answered, step);
  else resume(machine, at, end, answered, step);
}

/** The main line goes on where it paused. */
function resume(machine: Machine, at: Standing, end: number, answered: boolean, step: Next): void {
  const { main, reflexSaid } = at;
  const resumed = main && machine.main.moments[main.next];
  if (main && resumed) {
    const event: Event = { kind: "moment", day: end + main.rest, line: machine.main, moment: resumed };
    step.event(event, standing(machine.main, main.next + 1, undefined, undefined, reflexSaid));
  } else if (!answered && machine.main.moments.length > 0) unanswered(machine, at, end, step);
}

/** The main line is over and nobody has answered. */
function unanswered({ main, silence }: Machine, { reflexSaid }: Standing, day: number, step: Next): void {
  if (silence) step.event({ kind: "reply", day, line: silence }, standing(silence, 0, undefined, undefined, reflexSaid));
  else step.end(main, day);
}

/** The replies that can come now. */
function replies(situation: Situation<unknown>, machine: Machine, delays: (gap: number) => readonly number[], step: Next): void {
  const gap = gapTo(situation);
  if (gap === 0) return;
  const { line, next, reflexSaid } = situation;
  for (const delay of machine.resumes && !line.branch && gap !== undefined ? delays(gap) : NOW) {
    const main = line.branch ? situation.main : { next, rest: (gap ?? 0) - delay };
    const back = machine.resumes ? main : undefined;
    const reflex = !line.branch && next <= EARLY_MOMENTS && !reflexSaid;
    if (!reflex && step.hears && !step.hears(situation, back, delay)) continue;
    for (const branch of machine.branches) {
      if (branch.by !== "person" || branch === line) continue;
      const quick = branch.branch.reply === "reflex-no";
      if (quick && !reflex) continue;
      step.event({ kind: "reply", day: situation.day + delay, line: branch }, standing(branch, 0, back, undefined, reflexSaid || quick));
    }
  }
  if (!byMachine(line)) automatic(situation, machine, gap, step);
}

/** The answers that no person writes. They come the same day. */
function automatic(situation: Situation<unknown>, machine: Machine, gap: number | undefined, step: Next): void {
  const { line, next, day, reflexSaid } = situation;
  for (const branch of machine.branches) {
    if (branch.by !== "machine") continue;
    const main = line.branch ? situation.main : { next, rest: gap ?? 0 };
    const leadsOn = branch.branch.outcome === "resume";
    const interrupted = leadsOn && line.branch ? { line, next } : undefined;
    const back = machine.resumes || (leadsOn && !interrupted) ? main : undefined;
    step.event({ kind: "reply", day, line: branch }, standing(branch, 0, back, interrupted, reflexSaid));
  }
}

const NOW = [0];

const byMachine = (line: Line) => (line as BranchLine).by === "machine";

/** What makes no difference any more is left out, so that situations which can only go on alike are equal. */
const standing = (line: Line, next: number, main: Standing["main"], interrupted: Position | undefined, reflexSaid: boolean): Standing => ({
  line,
  next,
  main,
  interrupted,
  reflexSaid: reflexSaid && (line.branch ? main !== undefined && main.next <= EARLY_MOMENTS : next <= EARLY_MOMENTS),
});

/** Business days from where the clock of a line stands to its next moment; undefined where there is none, or nothing yet behind us. */
function gapTo({ line, next }: Position): number | undefined {
  const before = line.moments[next - 1]?.day ?? (line.branch ? 0 : undefined);
  const after = line.moments[next]?.day;
  return before === undefined || after === undefined ? undefined : after - before;
}
