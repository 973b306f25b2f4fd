import type { Watch } from "./watch.ts";

/** What the promises about our word remember: what the person said, whether we said goodbye, and how often we went on since. */
export type WordMemory = {
  /** Moments since a person last answered, counted no further than one beyond the cap. */
  readonly count: number;
  /** Business days since the first of them, counted no further than the cap. */
  readonly length: number;
  /** The answer that has not been followed by another, where it forbids us to go on. */
  readonly said: "no" | "opt-out" | "reflex-no" | undefined;
  /** Moments since that answer, up to two. */
  readonly since: number;
  /** Whether we have said goodbye since a person last answered. */
  readonly goodbye: boolean;
};

const SAID = [undefined, "no", "opt-out", "reflex-no"] as const;

/** Promises about our word: a no is a no, a goodbye a goodbye, and after enough unanswered touches silence is an answer. */
export const word: Watch<WordMemory> = {
  fresh: { count: 0, length: 0, said: undefined, since: 0, goodbye: false },
  heedsDelay: false,
  later: (memory, by, caps) =>
    memory.count === 0 || by === 0 ? memory : { ...memory, length: Math.min(memory.length + by, caps["days-in-all"]) },
  replied(memory, { branch: { reply }, by }) {
    if (by !== "person") return memory;
    return { count: 0, length: 0, said: SAID.find((one) => one === reply), since: 0, goodbye: false };
  },
  reached(memory, { touches }, { branch }, caps, broken) {
    const [first] = touches;
    const most = caps["most-touches"];
    const { said } = memory;
    const since = said === "reflex-no" ? Math.min(memory.since + 1, 2) : 0;
    if (memory.count === most) broken("count", first);
    if (memory.length >= caps["days-in-all"]) broken("length", first);
    if (said === "no" || said === "opt-out") broken(said, first);
    if (said === "reflex-no" && (since > 1 || branch?.reply !== "reflex-no")) broken("reflex", first);
    if (memory.goodbye) broken("take-away", first);
    return {
      count: Math.min(memory.count + 1, most + 1),
      length: memory.length,
      said,
      since,
      goodbye: memory.goodbye || touches.some(({ kind }) => kind === "take-away"),
    };
  },
  sign: ({ count, length, said, since, goodbye }) => (((length * 64 + count) * 4 + SAID.indexOf(said)) * 4 + since) * 2 + (goodbye ? 1 : 0),
};
