import { linesOf, positionAt } from "./text/lines.ts";
import type { Span } from "./text/span.ts";

const MARK = /^ *\^+ .*$/;

/** The text without its lines of squiggles. */
export const unmarked = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !MARK.test(line))
    .join("\n");

/** The text with a line of squiggles, and what is said, under the first line of each marked span. */
export function squiggled(text: string, marks: readonly { readonly span: Span; readonly what: string }[]): string {
  const starts = linesOf(text);
  const lines = text.split("\n");
  const under = marks.map(({ span: [start, end], what }) => {
    const { line, character } = positionAt(starts, start);
    const width = Math.min(end, start + Math.max(0, (lines[line]?.length ?? 0) - character)) - start;
    return { line, character, drawn: `${" ".repeat(character)}${"^".repeat(Math.max(1, width))} ${what}` };
  });
  return lines.flatMap((line, i) => [line, ...under.filter((mark) => mark.line === i).map(({ drawn }) => drawn)]).join("\n");
}
