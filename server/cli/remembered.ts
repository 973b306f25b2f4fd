import { rangeOf } from "../core/index.ts";
import { keyOf } from "../disk/cache.ts";
import type { Known } from "../disk/knowledge.ts";
import { today } from "../disk/knowledge.ts";
import { type Read, type Said, sourceOf, type Told } from "./verdict.ts";

/** What is said of a text, as short as it can be kept: lines and sentences made of others are made again. */
export type Remembered = { readonly kind: Told["kind"]; readonly findings: readonly Short[] };

type Short = Omit<Said, "message" | "range" | "related"> & {
  readonly related: readonly Pick<Said["related"][number], "span" | "message">[];
};

const digests = new WeakMap<Known, string>();

/** A key that names everything a file's findings depend on, besides the engine: the text, where it stands, what is known around it, the day. */
export function rememberedAs({ file, text, known }: Read): string {
  const around = digests.get(known) ?? keyOf(JSON.stringify([known.config ?? null, known.assets ?? null]));
  digests.set(known, around);
  return keyOf(file, known.configFile ?? "", around, today(), text);
}

export const shortened = ({ kind, findings }: Told): Remembered => ({
  kind,
  findings: findings.map(({ message: _, range: __, related, ...finding }) => ({
    ...finding,
    related: related.map(({ span, message }) => ({ span, message })),
  })),
});

/** What was said of a text, from what is remembered of it. Throws where somebody has changed what was remembered. */
export function recalled({ kind, findings }: Remembered, text: string): Told {
  const source = sourceOf(text);
  return {
    kind,
    source,
    findings: findings.map((finding) => ({
      ...finding,
      message: `${finding.what} ${finding.why} ${finding.todo}`,
      range: rangeOf(source.lines, finding.span),
      related: finding.related.map((one) => ({ ...one, range: rangeOf(source.lines, one.span) })),
    })),
  };
}
