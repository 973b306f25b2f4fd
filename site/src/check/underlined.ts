import type { Finding } from "@cadence-playbooks/server/core";

/** A finding with its number in the list beside the text. */
export type Numbered = Pick<Finding, "span" | "severity"> & { readonly number: number };

/** A run of the text, with the findings that stand under it, the shortest first. */
export type Run = { readonly text: string; readonly under: readonly Numbered[] };

/** The text cut wherever a finding begins or ends. Put together again the runs are the text. */
export function underlined(text: string, findings: readonly Numbered[]): readonly Run[] {
  const within = (offset: number) => Math.max(0, Math.min(text.length, offset));
  const placed = findings.map((finding) => ({ finding, from: within(finding.span[0]), to: within(finding.span[1]) }));
  const edges = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const under = placed.filter(({ from, to }) => from <= start && end <= to).sort((a, b) => a.to - a.from - (b.to - b.from));
    return { text: text.slice(start, end), under: under.map(({ finding }) => finding) };
  });
}

/** Where a span has gone when a text became another: words before and after the change keep their mark, words in it lose it. */
export function moved(span: Finding["span"], before: string, after: string): Finding["span"] | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (span[1] <= head) return span;
  const shift = after.length - before.length;
  return span[0] >= before.length - tail ? [span[0] + shift, span[1] + shift] : undefined;
}
