import type { Path, Span } from "./span.ts";

/** Something in the text that YAML, or our careful subset of it, does not allow. Wording lives in the rules. */
export type Flaw =
  | { readonly kind: "syntax"; readonly span: Span; readonly code: string; readonly detail: string }
  | { readonly kind: "tab" | "empty" | "not-a-map" | "several-documents" | "merge-key" | "tag" | "key-not-text"; readonly span: Span }
  | { readonly kind: "duplicate-key"; readonly span: Span; readonly key: string; readonly first: Span }
  | { readonly kind: "anchor" | "alias"; readonly span: Span; readonly name: string; readonly count: number }
  | { readonly kind: "too-large"; readonly span: Span; readonly size: number; readonly limit: number }
  | { readonly kind: "too-deep"; readonly span: Span; readonly limit: number }
  | { readonly kind: "control-character"; readonly span: Span; readonly code: number };

/** Where the value does not have the shape that the format gives it. Wording lives in the rules. */
export type Misfit = { readonly path: Path } & (
  | { readonly kind: "unknown-key"; readonly key: string; readonly known: readonly string[]; readonly owner: string }
  | { readonly kind: "wrong-type"; readonly expected: string; readonly value: unknown }
  | { readonly kind: "not-one-of"; readonly options: readonly string[]; readonly value: unknown; readonly nearest?: string }
  | { readonly kind: "missing"; readonly key: string; readonly options: readonly string[] }
  | { readonly kind: "malformed"; readonly problem: string; readonly value: unknown }
  | { readonly kind: "bad-key"; readonly key: string; readonly problem: string }
  | { readonly kind: "out-of-bounds"; readonly bound: "min" | "max"; readonly limit: number; readonly value: unknown }
);
