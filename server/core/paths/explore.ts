import type { Caps } from "../format/caps.ts";
import { days } from "../format/duration.ts";
import { lastsOf } from "../last-said.ts";
import type { Playbook } from "../model.ts";
import { BUSINESS_DAYS_A_WEEK, businessDays, type Moment } from "../timeline.ts";
import { type BranchLine, type Lasts, type Line, type Machine, machineOf } from "./machine.ts";
import { pace } from "./pace.ts";
import type { Break, Event, Vow } from "./run.ts";
import { beginning, type Position, type Situation, type Standing, stepsFrom } from "./steps.ts";
import type { Watch } from "./watch.ts";
import { word } from "./word.ts";

/** Situations that are followed at most. A playbook that a person can read has a few hundred. */
export const MOST_SITUATIONS = 30_000;

/** Situations that are followed at most on a calendar, which comes on top: what breaks there breaks, and the rest goes unsaid. */
const MOST_ON_CALENDAR = 6_000;

export type Exploration = {
  readonly machine: Machine;
  /** One for each promise and place at which it breaks, the shortest runs first. */
  readonly breaks: readonly Break[];
  /** The moments and branches that some run reaches, each with the events of the shortest that does. */
  readonly reached: ReadonlyMap<Moment | BranchLine, number>;
  /** How many situations were told apart. */
  readonly situations: number;
  /** False when the bound was reached, and not every run was followed to its end. */
  readonly complete: boolean;
};

/** What comes of the promises about pace alone. */
export type Paced = Pick<Exploration, "breaks" | "complete">;

/**
 * Follows every run of a playbook. Runs that can only go on alike are followed once, and of the days on which a reply can come
 * only those that make a difference, so the work grows with touches × replies and not with the number of runs.
 */
export function explore(playbook: Playbook, caps: Caps): Exploration {
  const machine = machineOf(playbook);
  const rest = businessDays(days(playbook.afterwards.rest ?? "") ?? 0);
  const { broken, breaks } = breaking();
  const ended = (last: Situation<unknown>, { branch }: Line, day: number) => {
    if (branch?.outcome === "return" && UNASKED.has(branch.reply) && day - last.day < rest) broken("rest", branch.part, last);
    const moment = lastMoment(last);
    if (!moment) return;
    const silent = !branch || branch.reply === "silence";
    const ours = !moment.line.branch || moment.line.branch.reply === "silence";
    const goodbye = moment.moment.touches.some(({ kind }) => kind === "take-away");
    if (silent && ours && !goodbye) broken("goodbye", moment.moment.touches.at(-1) ?? moment, last);
  };
  const ofPace = follow(machine, pace, caps, MOST_SITUATIONS, broken);
  const ofWord = follow(machine, word(machine, caps, lastsOf(playbook)), caps, MOST_SITUATIONS, broken, ended);
  return {
    machine,
    breaks: breaks(),
    reached: ofWord.reached,
    situations: ofPace.situations + ofWord.situations,
    complete: ofPace.complete && ofWord.complete,
  };
}

/** Follows every run on a calendar, for the promises about pace: it changes how long branches last, and so what falls into one week. */
export function explorePace(playbook: Playbook, caps: Caps, lasts: Lasts): Paced {
  const { broken, breaks } = breaking();
  const { complete } = follow(machineOf(playbook, lasts), pace, caps, MOST_ON_CALENDAR, broken);
  return { breaks: breaks(), complete };
}

/** Gathers what breaks: of the runs on which one promise breaks at one place, the first. */
function breaking() {
  const found = new Map<Vow, Map<object, Break>>();
  return {
    broken(promise: Vow, where: object, last: Situation<unknown>): void {
      const places = found.get(promise) ?? new Map<object, Break>();
      found.set(promise, places);
      if (!places.has(where)) places.set(where, { promise, where, run: runTo(last) });
    },
    breaks: (): readonly Break[] =>
      [...found.values()].flatMap((places) => [...places.values()]).sort((a, b) => a.run.length - b.run.length),
  };
}

/** Follows the runs when somebody first asks for them, and only once. */
export function exploring(playbook: Playbook, caps: Caps): () => Exploration {
  let found: Exploration | undefined;
  return () => {
    found ??= explore(playbook, caps);
    return found;
  };
}

/** The replies after which nobody asked us to come back. */
const UNASKED: ReadonlySet<string> = new Set(["silence", "wrong-person", "bounce"]);

/** Follows every run for one watch: all situations of one event, then those of two, each lot in the order of its days. */
function follow<M>(
  machine: Machine,
  watch: Watch<M>,
  caps: Caps,
  most: number,
  broken: (promise: Vow, where: object, last: Situation<M>) => void,
  ended?: (last: Situation<M>, line: Line, day: number) => void,
) {
  const far = Math.max(BUSINESS_DAYS_A_WEEK, caps["smallest-gap"], defers(machine) ? caps["gap-while-waiting"] : 0);
  const delays = watch.heedsDelay ? remembered((gap) => telling(gap, far)) : () => NO_DELAY;
  const structure = structures(machine, far);
  const seen = new Map<number, M[]>();
  const known = (key: number, memory: M) => {
    const those = seen.get(key);
    if (those) for (const one of those) if (watch.covers(one, memory)) return true;
    return false;
  };
  const anybody = machine.branches.find(({ by }) => by === "person");
  const heard = new Map<number, { readonly memory: M; readonly from: Line }[]>();
  /** Whatever persons answer in one place and in another, we forget alike; only a branch does not hear its own reply again. */
  const hears = (at: Standing, main: Standing["main"], before: M): boolean => {
    if (!anybody) return false;
    const key = structure({ line: anybody, next: 0, main, interrupted: undefined, reflexSaid: at.reflexSaid });
    const memory = watch.replied(before, anybody);
    const those = heard.get(key) ?? [];
    for (const { memory: one, from } of those) if ((!from.branch || from === at.line) && watch.covers(one, memory)) return false;
    those.push({ memory, from: at.line });
    heard.set(key, those);
    return true;
  };
  let situations = 0;
  const reached = new Map<Moment | BranchLine, number>();
  let events = 0;
  let layer: Situation<M>[] = [beginning(machine, watch.fresh)];
  while (layer.length > 0) {
    const steps: Taken<M>[] = [];
    for (const from of layer)
      stepsFrom(from, machine, delays, {
        event(event, to) {
          const before = watch.later(from.memory, from.event ? event.day - from.day : 0, caps);
          if (event.kind === "moment") steps.push({ from, event, to, memory: before });
          else {
            const memory = watch.replied(before, event.line);
            if (!known(structure(to), memory)) steps.push({ from, event, to, memory });
          }
        },
        hears: (at, main, delay) => hears(at, main, watch.later(from.memory, delay, caps)),
        end: (line, day) => ended?.(from, line, day),
      });
    steps.sort((a, b) => a.from.rank - b.from.rank || a.event.day - b.event.day);
    layer = [];
    events++;
    let rank = 0;
    let previous: Taken<M> | undefined;
    for (const step of steps) {
      if (previous && (previous.from !== step.from || previous.event.day !== step.event.day))
        if (previous.from.rank !== step.from.rank || previous.event.day !== step.event.day) rank++;
      previous = step;
      const situation = taken(step, rank);
      const key = structure(situation);
      if (known(key, situation.memory)) continue;
      if (situations >= most) return { situations, reached, complete: false };
      situations++;
      const what = step.event.kind === "moment" ? step.event.moment : step.event.line;
      if (!reached.has(what)) reached.set(what, events);
      const those = seen.get(key);
      if (those) those.push(situation.memory);
      else seen.set(key, [situation.memory]);
      layer.push(situation);
    }
  }
  return { situations, reached, complete: true };

  function taken({ from, event, to, memory }: Taken<M>, rank: number): Situation<M> {
    const { line, next, main, interrupted, reflexSaid } = to;
    const situation = { line, next, main, interrupted, reflexSaid, before: from, event, day: event.day, rank, memory };
    if (event.kind === "moment")
      situation.memory = watch.reached(memory, event.moment, event.line, caps, (promise, touch) => broken(promise, touch, situation));
    return situation;
  }
}

/** Whether somebody can say “not now” and nobody waits for their date. */
const defers = ({ branches }: Machine) => branches.some(({ branch, over }) => branch.reply === "not-now" && over !== undefined);

type Taken<M> = { readonly from: Situation<M>; readonly event: Event; readonly to: Standing; readonly memory: M };

const NO_DELAY = [0];

function remembered(delays: (gap: number) => readonly number[]): (gap: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (gap) => {
    const found = known.get(gap) ?? delays(gap);
    known.set(gap, found);
    return found;
  };
}

/** The delays of a reply that can make a difference: those near the moment before, those near the one after, and one between. */
function telling(gap: number, far: number): readonly number[] {
  const all = Array.from({ length: Math.min(gap, far + 1) }, (_, i) => i);
  for (let delay = Math.max(far + 1, gap - far); delay < gap; delay++) all.push(delay);
  return all;
}

/** Numbers places in a run: equal exactly where nothing that follows can tell two places apart. */
function structures({ main, branches, silence }: Machine, far: number): (at: Standing) => number {
  const first = new Map<Line, number>();
  let all = 1;
  for (const line of [main, ...branches, ...(silence ? [silence] : [])]) {
    first.set(line, all);
    all += line.moments.length + 1;
  }
  const place = (at: Position | undefined) => (at ? (first.get(at.line) ?? 0) + at.next : 0);
  return (at) => {
    const back = at.main ? (at.main.next + 1) * (far + 1) + Math.min(at.main.rest, far) : 0;
    return ((back * all + place(at)) * all + place(at.interrupted)) * 2 + (at.reflexSaid ? 1 : 0);
  };
}

function runTo(last: Situation<unknown>): readonly Event[] {
  const events: Event[] = [];
  for (let one: Situation<unknown> | undefined = last; one?.event; one = one.before) events.push(one.event);
  return events.reverse();
}

function lastMoment(last: Situation<unknown>): Extract<Event, { kind: "moment" }> | undefined {
  for (let one: Situation<unknown> | undefined = last; one; one = one.before) if (one.event?.kind === "moment") return one.event;
  return undefined;
}
