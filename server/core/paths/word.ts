import type { Caps } from "../format/caps.ts";
import type { Touch } from "../model.ts";
import type { BranchLine, Machine } from "./machine.ts";
import type { Watch } from "./watch.ts";

/** What the promises about our word remember: what the person said, whether we said goodbye, and how often we went on since. */
export type WordMemory = {
  /** Moments since a person last answered, counted no further than the cap. */
  readonly count: number;
  /** Business days since the first of them, counted no further than the cap. */
  readonly length: number;
  /** The answer that has not been followed by another, where it forbids us to go on. */
  readonly said: "no" | "opt-out" | "reflex-no" | undefined;
  /** Moments since that answer, up to two. */
  readonly since: number;
  /** Whether we have said goodbye since a person last answered. */
  readonly goodbye: boolean;
  /** The touch that said, since a person last answered, that it is the last. */
  readonly last: Touch | undefined;
};

/** The touches whose words say that they are the last. */
type Lasts = Pick<ReadonlyMap<Touch, unknown>, "has">;

const SAID = [undefined, "no", "opt-out", "reflex-no"] as const;

/**
 * Promises about our word: a no is a no, a goodbye a goodbye, and after enough unanswered touches, or days, silence is an answer.
 * Days are not counted in a playbook that has too few of them.
 */
export const word = (machine: Machine, caps: Caps, lasts: Lasts): Watch<WordMemory> => ({
  fresh: { count: 0, length: 0, said: undefined, since: 0, goodbye: false, last: undefined },
  heedsDelay: false,
  later: longestSilence(machine) < caps["days-in-all"] ? (memory) => memory : older,
  replied(memory, { branch: { reply }, by }) {
    if (by !== "person") return memory;
    return { count: 0, length: 0, said: SAID.find((one) => one === reply), since: 0, goodbye: false, last: undefined };
  },
  reached(memory, { touches }, { branch }, caps, broken) {
    const [first] = touches;
    const most = caps["most-touches"];
    const { said } = memory;
    const since = said === "reflex-no" ? Math.min(memory.since + 1, 2) : 0;
    if (memory.count >= most) broken("count", first);
    if (memory.length >= caps["days-in-all"]) broken("length", first);
    if (said === "no" || said === "opt-out") broken(said, first);
    if (said === "reflex-no" && (since > 1 || branch?.reply !== "reflex-no")) broken("reflex", first);
    if (memory.goodbye) broken("take-away", first);
    if (memory.last) broken("last", memory.last);
    return {
      count: Math.min(memory.count + 1, most),
      length: memory.length,
      said,
      since,
      goodbye: memory.goodbye || touches.some(({ kind }) => kind === "take-away"),
      last: touches.find((touch) => lasts.has(touch)) ?? memory.last,
    };
  },
  covers: (one, other) =>
    one.said === other.said &&
    one.count >= other.count &&
    one.length >= other.length &&
    one.since >= other.since &&
    (one.goodbye || !other.goodbye) &&
    (other.last === undefined || one.last === other.last),
});

const older = (memory: WordMemory, by: number, caps: Caps): WordMemory =>
  memory.count === 0 || by === 0 ? memory : { ...memory, length: Math.min(memory.length + by, caps["days-in-all"]) };

/** More business days than anybody can go without an answer: all of the longest branch, the main line, silence, and an automatic answer to each touch, and before the first. */
function longestSilence({ main, branches, silence, lasts }: Machine): number {
  const daysOf = (line: BranchLine) => Math.max(line.over ?? 0, lasts(line, 1) ?? 0, line.moments.at(-1)?.day ?? 0) + 1;
  const most = (by: BranchLine["by"], of: (line: BranchLine) => number) =>
    Math.max(0, ...branches.filter((line) => line.by === by).map(of));
  const touches = main.moments.length + most("person", ({ moments }) => moments.length) + (silence?.moments.length ?? 0);
  const ours = (main.moments.at(-1)?.day ?? 0) + most("person", daysOf) + (silence ? daysOf(silence) : 0);
  return ours + (touches + 1) * most("machine", daysOf);
}
