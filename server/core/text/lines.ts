import type { Position, Range, Span } from "./span.ts";

/** The offset at which each line of a text starts. */
export type Lines = readonly number[];

/** Lines end with LF, CRLF or a lone CR, as the language server protocol says. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { index, 0: eol } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + eol.length);
  return starts;
}

/** The position of an offset. Offsets past either end of the text answer with that end. */
export function positionAt(lines: Lines, offset: number): Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (lines[low] ?? 0)) };
}

/** The range of a span. */
export const rangeOf = (lines: Lines, [start, end]: Span): Range => ({ start: positionAt(lines, start), end: positionAt(lines, end) });

/** The offset of a position; a line or character that does not exist answers with the nearest that does. */
export function offsetAt(text: string, lines: Lines, { line, character }: Position): number {
  const start = lines[Math.min(Math.max(line, 0), lines.length - 1)] ?? 0;
  const next = line < 0 ? start : (lines[line + 1] ?? text.length + 1);
  return Math.min(start + Math.max(character, 0), Math.max(start, next - 1), text.length);
}
