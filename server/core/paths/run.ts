import type { Moment } from "../timeline.ts";
import type { BranchLine, Line } from "./machine.ts";

/** What happens to a person in one run: they hear from us, or they answer. Days are business days; the first touch is day 1. */
export type Event =
  | { readonly kind: "moment"; readonly day: number; readonly line: Line; readonly moment: Moment }
  | { readonly kind: "reply"; readonly day: number; readonly line: BranchLine };

/** What a run can break. Each is said by the rule that makes the promise. */
export type Vow =
  | "gap"
  | "calls"
  | "touches"
  | "channels"
  | "count"
  | "length"
  | "no"
  | "opt-out"
  | "take-away"
  | "last"
  | "reflex"
  | "deferral"
  | "rest"
  | "goodbye";

/**
 * A promise that breaks, with the shortest run on which it does: the one with the fewest events and, among those, the one whose
 * days come first, compared from its beginning.
 */
export type Break = {
  readonly promise: Vow;
  /** Where it breaks: the id of a touch, or the reply whose end breaks it. */
  readonly where: object;
  /** What led to it, the breaking moment last. */
  readonly run: readonly Event[];
};
