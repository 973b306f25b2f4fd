import { type Lines, linesOf, type Report, type Source } from "../core/index.ts";
import { type Said, type Short, saidAgain, shortOf } from "./said.ts";

/** What is said of a file, as far as it is shown: what was found, and the text it was found in, which is empty where nothing was. */
export type Told = {
  readonly kind: Report["kind"];
  readonly findings: readonly Said[];
  readonly source: Pick<Source, "text" | "lines">;
};

/** Findings that take some megabytes. */
export const MUCH = 5_000;

/** A report as far as it is shown. What it was read from is let go: a thousand syntax trees are a lot to keep, and so are texts nobody will see. */
export function toldOf({ kind, findings, source: { text } }: Report): Told {
  const source = sourceOf(findings.length > 0 ? text : "");
  return { kind, findings: findings.map((finding) => saidAgain(finding, source)), source };
}

/** A text, and where its lines begin once somebody asks: of most texts there is nothing to show. */
function sourceOf(text: string): Told["source"] {
  let lines: Lines | undefined;
  return {
    text,
    get lines() {
      lines ??= linesOf(text);
      return lines;
    },
  };
}

/** What is said of a text, as short as it can be kept or handed on. */
export type InShort = { readonly kind: Told["kind"]; readonly findings: readonly Short[] };

export const inShort = ({ kind, findings }: Told): InShort => ({ kind, findings: findings.map(shortOf) });

/** What was said of a text, from what was kept of it. */
export function atLength({ kind, findings }: InShort, text: string): Told {
  const source = sourceOf(text);
  return { kind, source, findings: findings.map((finding) => saidAgain(finding, source)) };
}
