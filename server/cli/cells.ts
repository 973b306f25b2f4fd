import stringWidth from "fast-string-width";
import { remembered } from "../core/small.ts";
import { harmless } from "./harmless.ts";

/** One visible sign of a line: where it stands in the text (UTF-16 units from the line's start) and on the screen (cells). */
export type Cell = { readonly from: number; readonly to: number; readonly column: number; readonly width: number; readonly drawn: string };

const TAB = 4;
let graphemes: Intl.Segmenter | undefined;
/** What tells where a sign ends, made when the first line is drawn: it takes ten milliseconds, and most checks draw none. */
const signs = (): Intl.Segmenter => (graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" }));

/** Nothing but letters, digits and signs of one cell each. */
const PLAIN = /^[ -~]*$/;
/** Lines remembered: one with much to find in it is drawn once for each, and its neighbours with it. */
const LINES = 20;

/** A line as a terminal draws it: tabs opened, wide signs two cells, letters with their accents one. */
export const cellsOf = remembered(
  (line: string): readonly Cell[] =>
    PLAIN.test(line) ? Array.from(line, (drawn, i) => ({ from: i, to: i + 1, column: i, width: 1, drawn })) : cellsOfAny(line),
  LINES,
);

function cellsOfAny(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of signs().segment(line)) {
    const drawn = segment === "\t" ? " ".repeat(TAB - (column % TAB)) : harmless(segment);
    const width = stringWidth(drawn);
    cells.push({ from: index, to: index + segment.length, column, width, drawn });
    column += width;
  }
  return cells;
}

/** The cells that some of a line's characters take; at least one, so that there is always something to see. */
export function cellsBetween(cells: readonly Cell[], from: number, to: number): { readonly column: number; readonly width: number } {
  const own = cells.filter((cell) => cell.to > from && cell.from < Math.max(to, from + 1));
  const [first] = own;
  const last = own.at(-1);
  const end = cells.at(-1);
  if (!first || !last) return { column: end ? end.column + end.width : 0, width: 1 };
  return { column: first.column, width: Math.max(1, last.column + last.width - first.column) };
}
