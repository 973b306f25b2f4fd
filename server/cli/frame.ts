import stringWidth from "fast-string-width";
import type { Source, Span } from "../core/index.ts";
import { positionAt } from "../core/index.ts";
import { cellsBetween, cellsOf } from "./cells.ts";
import type { Role, Screen } from "./screen.ts";

/** Something to point at. */
export type Mark = { readonly span: Span; readonly role: Role; readonly sign: string; readonly words?: string };

type Segment = { readonly line: number; readonly from: number; readonly to: number; readonly mark: Mark; readonly last: boolean };

/** Lines of a mark drawn in full; of a longer one the first and the last. */
const MOST_LINES = 4;
/** Characters looked at on either side of a mark: more than any window shows. */
const REACH = 600;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The lines around some places, numbered, with a squiggle under the exact words. The first mark is the one it is about: it
 * gets a line before and after. Each line of the frame fits the screen; a longer one is cut around its marks.
 */
export function frame(source: Pick<Source, "text" | "lines">, marks: readonly Mark[], screen: Screen, gutter: number): readonly string[] {
  const lineAt = (line: number) => source.text.slice(source.lines[line], source.lines[line + 1]).replace(/[\r\n]+$/, "");
  const segments = marks.flatMap((mark) => segmentsOf(source, mark, lineAt));
  const wanted = new Set(segments.map(({ line }) => line));
  const about = segments.filter(({ mark }) => mark === marks[0]);
  const around = [(about[0]?.line ?? 0) - 1, (about.at(-1)?.line ?? 0) + 1];
  for (const line of around) if (line >= 0 && line < source.lines.length && lineAt(line).trim()) wanted.add(line);

  const bar = screen.paint("quiet", "│");
  const margin = (text: string) => `${screen.paint("quiet", text.padStart(gutter))} ${bar}`;
  const rows: string[] = [];
  let before: number | undefined;
  for (const line of [...wanted].sort((a, b) => a - b)) {
    if (before !== undefined && line > before + 1) rows.push(screen.paint("quiet", "⋮".padStart(gutter)));
    const own = segments.filter((segment) => segment.line === line);
    const drawn = drawLine(lineAt(line), own, screen, screen.width - gutter - 3);
    rows.push(`${margin(String(line + 1))} ${drawn.text}`.trimEnd(), ...drawn.under.map((row) => `${margin("")} ${row}`));
    before = line;
  }
  return rows;
}

function segmentsOf(source: Pick<Source, "text" | "lines">, mark: Mark, lineAt: (line: number) => string): readonly Segment[] {
  const start = positionAt(source.lines, mark.span[0]);
  const end = positionAt(source.lines, mark.span[1]);
  const segments: Segment[] = [];
  for (let line = start.line; line <= end.line; line++) {
    if (end.line - start.line >= MOST_LINES && line > start.line && line < end.line) continue;
    const text = lineAt(line);
    const from = line === start.line ? Math.min(start.character, text.length) : text.search(/\S|$/);
    const to = Math.min(line === end.line ? end.character : text.length, text.length);
    if (line === start.line || to > from) segments.push({ line, from, to, mark, last: false });
  }
  return segments.map((segment, i) => ({ ...segment, last: i === segments.length - 1 }));
}

function drawLine(whole: string, segments: readonly Segment[], screen: Screen, room: number) {
  const main = segments[0];
  const start = main ? sliceStart(whole, main.from) : 0;
  const text = whole.slice(start, start + 2 * REACH);
  const cells = cellsOf(text);
  const own = main ? cellsBetween(cells, main.from - start, main.to - start) : { column: 0, width: 1 };
  const end = cells.at(-1);
  const length = end ? end.column + end.width : 0;
  const cut = window(own, length, room, start > 0, start + text.length < whole.length);
  const shown = cells.filter(({ column, width }) => column >= cut.from && column + width <= cut.to);
  const left = shown[0]?.column ?? cut.from;
  const offset = (cut.before ? 1 : 0) - left;
  const right = shown.at(-1);
  const limit = right ? right.column + right.width + offset : 1;

  const under = segments.map(({ from, to, mark, last }) => {
    const at = cellsBetween(cells, from - start, to - start);
    const column = Math.max(0, at.column + offset);
    const width = Math.max(1, Math.min(at.width, limit - column));
    const squiggle = " ".repeat(column) + screen.paint(mark.role, mark.sign.repeat(width));
    // Where writing runs from right to left, terminals disagree about what stands where. The words themselves leave no doubt.
    const words = [
      RIGHT_TO_LEFT.test(text) && to > from ? `“${whole.slice(from, Math.min(to, from + 60))}”` : "",
      last ? (mark.words ?? "") : "",
    ];
    const said = words.filter(Boolean).join(" ");
    return said ? withWords(squiggle, column + width, said, screen, room, mark.role) : [squiggle];
  });
  const edge = (cutHere: boolean) => (cutHere ? screen.paint("quiet", "…") : "");
  return { text: edge(cut.before) + shown.map(({ drawn }) => drawn).join("") + edge(cut.after), under: under.flat() };
}

/** Words after a squiggle where they fit, else in lines of their own below it. */
function withWords(
  squiggle: string,
  end: number,
  words: string,
  { paint, wrap, width }: Screen,
  room: number,
  role: Role,
): readonly string[] {
  const beside = wrap(words, width - room + end + 1);
  if (beside.length === 1 && end + 1 + stringWidth(beside[0] ?? "") <= room) return [`${squiggle} ${paint(role, beside[0] ?? "")}`];
  return [squiggle, ...wrap(words, width - room + 2).map((line) => `  ${paint(role, line)}`)];
}

/** Where to begin looking at a long line: far enough before the mark, and never in the middle of a character. */
function sliceStart(line: string, from: number): number {
  const start = Math.max(0, from - REACH);
  return start > 0 && /[\udc00-\udfff]/.test(line[start] ?? "") ? start + 1 : start;
}

/** The stretch of a line to show: from its beginning if the mark is in reach, otherwise the mark with some words before it. */
function window(own: { column: number; width: number }, length: number, room: number, more: boolean, evenMore: boolean) {
  if (length <= room && !more && !evenMore) return { from: 0, to: length, before: false, after: false };
  const fits = !more && own.column + Math.min(own.width, Math.floor(room / 2)) + 8 <= room;
  const from = fits ? 0 : Math.max(0, own.column - Math.max(2, Math.floor((room - Math.min(own.width, room)) / 2)));
  const before = more || from > 0;
  const to = from + room - (before ? 2 : 1);
  const after = evenMore || to < length;
  return { from, to: after ? to : to + 1, before, after };
}
