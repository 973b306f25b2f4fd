import type { Caps } from "../format/caps.ts";
import type { Moment } from "../timeline.ts";
import type { BranchLine, Line } from "./machine.ts";
import type { Vow } from "./run.ts";

/** Hears that a promise breaks, and at which touch. */
type Broken = (promise: Vow, touch: Moment["touches"][number]) => void;

/**
 * Some promises, and what they need to remember of a run to tell whether it breaks them. The memory is finite, so that runs which
 * can only go on alike are followed once.
 */
export type Watch<M> = {
  readonly fresh: M;
  /** Whether it matters how long after a moment a reply comes. */
  readonly heedsDelay: boolean;
  /** The memory some business days later. */
  later(memory: M, by: number, caps: Caps): M;
  replied(memory: M, line: BranchLine): M;
  reached(memory: M, moment: Moment, line: Line, caps: Caps, broken: Broken): M;
  /**
   * Whether everything that can break after one memory can break after another, too. Then a run that comes later to the same place
   * need not be followed: it breaks nothing that is not broken already, and sooner.
   */
  covers(memory: M, other: M): boolean;
};
