import type { Principle } from "./principles.ts";
import type { Place } from "./text/locate.ts";
import type { Path, Range, Span } from "./text/span.ts";

/** How loud a finding is, loudest first. A hint is shown by editors as a faint mark, and asks for nothing. */
export type Severity = "error" | "warning" | "info" | "hint";

/** Certain: structure, order, counts, days. Heuristic: a reading of prose, which can be wrong, so that it can be accepted with a reason. */
export type Kind = "certain" | "heuristic";

/** A change to a file, said by what it changes and not by where; `edits` turns it into text. */
export type Change =
  | { readonly set: Path; readonly to: Data }
  | { readonly remove: Path }
  | { readonly rename: Path; readonly to: string }
  | { readonly replace: Span | Place; readonly with: string };

export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data };

/** One way to put a finding right. A safe one never changes what is said to a prospect and may run without being looked at. */
export type Fix = { readonly title: string; readonly safe: boolean; readonly changes: readonly Change[] };

/** What a rule says of a place, before its span is looked up. */
export type Remark = {
  readonly at: Place | Span;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** Why it matters here, when the team itself says so. */
  readonly why?: string;
  /** How loud it is here, when the team says so of this one thing. */
  readonly severity?: Severity | undefined;
  /** What to do about it here, when that is more exact than the rule's own advice. */
  readonly todo?: string;
  readonly fixes?: readonly Fix[];
  /** The shortest run on which it happens, in sentences that can be read aloud. */
  readonly story?: string;
  readonly related?: readonly { readonly at: Place | Span; readonly message: string }[];
};

/** What every check answers with. Plain data: no editor, no YAML and no disk in it. */
export type Finding = {
  readonly rule: string;
  readonly principle: Principle;
  readonly kind: Kind;
  readonly severity: Severity;
  /** What is wrong, why it matters, and what to do: three sentences. */
  readonly message: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly span: Span;
  readonly range: Range;
  /** The handbook page of the rule. */
  readonly url: string;
  readonly fixes: readonly Fix[];
  /** The changes that let it stand, the reason left for a person to write. Only what is read from prose in a playbook has them. */
  readonly acceptance?: readonly Change[];
  /** The shortest run of the cadence on which it happens, told day by day. Only what replies lead to needs one. */
  readonly story?: string;
  readonly related: readonly { readonly span: Span; readonly range: Range; readonly message: string }[];
};
