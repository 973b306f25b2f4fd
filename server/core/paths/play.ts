import type { ReplyName } from "../model.ts";
import type { BranchLine, Machine } from "./machine.ts";
import type { Event } from "./run.ts";
import type { End } from "./runs.ts";
import { beginning, type Situation, type Standing, stepsFrom } from "./steps.ts";

/** What somebody answers, and on which business day; with the day that they name, where they name one. */
export type Answer = { readonly reply: ReplyName; readonly day: number; readonly until?: number | undefined };

/** A place in a run at which they can answer. */
export type Turn = {
  /** What has happened so far. */
  readonly events: readonly Event[];
  /** The answers for which the playbook has an answer here. */
  readonly answers: readonly ReplyName[];
  /** The business day of what comes next when they do not answer; undefined where nothing does. */
  readonly next: number | undefined;
};

export type Played = { readonly events: readonly Event[]; readonly end: End };

type Step = { readonly event: Event; readonly to: Standing };
type Choices = { readonly replies: readonly Step[]; readonly onward: readonly Step[]; readonly end: End | undefined };

/**
 * Plays one run. Stops at each place where they can answer and goes on with what it is told: an answer on a day before what
 * comes next, or nothing. An open wait ends on the day that was named with the answer; where none was, as soon as it can.
 */
export function* playing(machine: Machine): Generator<Turn, Played, Answer | undefined> {
  const events: Event[] = [];
  let at: Situation<undefined> = beginning(machine, undefined);
  let named: number | undefined;
  const take = ({ event, to }: Step) => {
    events.push(event);
    at = { ...to, before: undefined, event, day: event.day, memory: undefined, rank: 0 };
  };
  for (;;) {
    const choices = choicesAt(at, machine, 0);
    const next = nextOf(at, machine, choices, named);
    if (choices.replies.length > 0) {
      const answers = choices.replies.flatMap(({ event }) => event.line.branch?.reply ?? []);
      const answer: Answer | undefined = yield { events: [...events], answers, next: dayOf(next) };
      const said =
        answer && choicesAt(at, machine, answer.day - at.day).replies.find(({ event }) => event.line.branch?.reply === answer.reply);
      if (said) {
        take({ ...said, event: { ...said.event, day: Math.max(answer.day, 1) } });
        named = answer.until;
        continue;
      }
    }
    if (!next) return { events, end: { day: at.day, how: "answered" } };
    if ("how" in next) return { events, end: next };
    take(next);
  }
}

const dayOf = (next: Step | End | undefined) => next && ("how" in next ? undefined : next.event.day);

/** What can come after a moment, an answer coming some business days after it. */
function choicesAt(at: Situation<undefined>, machine: Machine, delay: number): Choices {
  const replies: Step[] = [];
  const onward: Step[] = [];
  let end: End | undefined;
  stepsFrom(at, machine, () => [delay], {
    event: (event, to) => (event.kind === "reply" && (event.line !== machine.silence || !at.event) ? replies : onward).push({ event, to }),
    end: (line, day) => {
      end = { day, how: line.branch?.outcome ?? "silence" };
    },
  });
  return { replies, onward, end };
}

/** What comes when they do not answer. In a branch that waits for a day of theirs, its own touches come until then. */
function nextOf(at: Situation<undefined>, machine: Machine, { onward, end }: Choices, named: number | undefined): Step | End | undefined {
  const { line } = at;
  const own = onward.find(({ event }) => event.kind === "moment" && event.line === line);
  const other = onward.find((step) => step !== own) ?? end;
  const open = line.branch && machine.lasts(line as BranchLine, at.day) === undefined;
  if (!open || !other) return own ?? other;
  if (own && (named === undefined || own.event.day <= named)) return own;
  const later = Math.max(0, (named ?? 0) - at.day - 1);
  return "how" in other ? { ...other, day: other.day + later } : { ...other, event: { ...other.event, day: other.event.day + later } };
}
