import type { Caps } from "../format/caps.ts";
import { days } from "../format/duration.ts";
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

/** How many situations are followed at most, and how long branches last where a calendar says. */
type Terms = { readonly most?: number; readonly lasts?: Lasts };

/**
 * Follows every run of a playbook. Runs that can only go on alike are followed once, and of the days on which a reply can come
 * only those that make a difference, so the work grows with touches × replies and not with the number of runs.
 */
export function explore(playbook: Playbook, caps: Caps, { most = MOST_SITUATIONS, lasts }: Terms = {}): Exploration {
  const machine = machineOf(playbook, lasts);
  const rest = businessDays(days(playbook.afterwards.rest ?? "") ?? 0);
  const breaks = new Map<Vow, Map<object, Break>>();
  const broken = (promise: Vow, where: object, last: Situation<unknown>) => {
    const places = breaks.get(promise) ?? new Map<object, Break>();
    breaks.set(promise, places);
    if (!places.has(where)) places.set(where, { promise, where, run: runTo(last) });
  };
  const ended = (last: Situation<unknown>, { branch }: Line, day: number) => {
    if (branch?.outcome === "return" && UNASKED.has(branch.reply) && day - last.day < rest) broken("rest", branch.part, last);
    const moment = lastMoment(last);
    if (!moment) return;
    const silent = !branch || branch.reply === "silence";
    const ours = !moment.line.branch || moment.line.branch.reply === "silence";
    const goodbye = moment.moment.touches.some(({ kind }) => kind === "take-away");
    if (silent && ours && !goodbye) broken("goodbye", moment.moment.touches.at(-1) ?? moment, last);
  };
  const ofPace = follow(machine, pace(), caps, most, broken);
  const ofWord = follow(machine, word, caps, most, broken, ended);
  return {
    machine,
    breaks: [...breaks.values()].flatMap((places) => [...places.values()]).sort((a, b) => a.run.length - b.run.length),
    reached: ofWord.reached,
    situations: ofPace.situations + ofWord.situations,
    complete: ofPace.complete && ofWord.complete,
  };
}

/** Follows the runs when somebody first asks for them, and only once; anew for every calendar. */
export function exploring(playbook: Playbook, caps: Caps): (lasts?: Lasts) => Exploration {
  let found: Exploration | undefined;
  return (lasts) => {
    if (lasts) return explore(playbook, caps, { lasts });
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
  const delays = watch.heedsDelay ? (gap: number) => telling(gap, far) : () => [0];
  const structure = structures(machine, far);
  const seen = new Map<number, Set<number>>();
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
            if (!seen.get(structure(to))?.has(watch.sign(memory))) steps.push({ from, event, to, memory });
          }
        },
        end: (line, day) => ended?.(from, line, day),
      });
    steps.sort((a, b) => a.from.rank - b.from.rank || a.event.day - b.event.day);
    layer = [];
    events++;
    let rank = 0;
    for (const [i, step] of steps.entries()) {
      const previous = steps[i - 1];
      if (previous && (previous.from !== step.from || previous.event.day !== step.event.day))
        if (previous.from.rank !== step.from.rank || previous.event.day !== step.event.day) rank++;
      const situation = taken(step, rank);
      const key = structure(situation);
      const sign = watch.sign(situation.memory);
      const signs = seen.get(key) ?? new Set();
      if (signs.has(sign)) continue;
      if (situations >= most) return { situations, reached, complete: false };
      situations++;
      const what = step.event.kind === "moment" ? step.event.moment : step.event.line;
      if (!reached.has(what)) reached.set(what, events);
      seen.set(key, signs.add(sign));
      layer.push(situation);
    }
  }
  return { situations, reached, complete: true };

  function taken({ from, event, to, memory }: Taken<M>, rank: number): Situation<M> {
    const situation = { ...to, before: from, event, day: event.day, rank, memory };
    if (event.kind === "reply") return situation;
    const after = watch.reached(memory, event.moment, event.line, caps, (promise, touch) => broken(promise, touch, situation));
    return { ...situation, memory: after };
  }
}

/** Whether somebody can say “not now” and nobody waits for their date. */
const defers = ({ branches }: Machine) => branches.some(({ branch, over }) => branch.reply === "not-now" && over !== undefined);

type Taken<M> = { readonly from: Situation<M>; readonly event: Event; readonly to: Standing; readonly memory: M };

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
