import type { Source } from "./read.ts";
import type { Span } from "./span.ts";

/** One line, taken apart: indentation, dashes, `key:` and the value. Offsets are into the text. */
export type Line = {
  readonly start: number;
  /** Where its words end; a comment may follow. */
  readonly end: number;
  /** Where the line ends. */
  readonly stop: number;
  readonly text: string;
  /** The column of the key, or of the first words. */
  readonly column: number;
  readonly key: string | undefined;
  readonly value: string;
  readonly valueStart: number;
};

const LINE = /^(?<lead>\s*(?:- +)*)(?:(?<key>"[^"]*"|'[^']*'|[^\s#:"'{[@`%&*!|>,][^:]*?):(?<gap>\s+|$))?/;

/** The line around an offset. */
export function lineAt({ text }: Source, offset: number): Line {
  const start = offset > 0 ? text.lastIndexOf("\n", offset - 1) + 1 : 0;
  const next = text.indexOf("\n", start);
  const written = text.slice(start, next < 0 ? text.length : next).replace(/\r$/, "");
  // Only these two are space to YAML; after any other the sign begins no comment.
  const content = written.replace(/[ \t]+#.*$/, "").trimEnd();
  const { 0: head = "", groups } = LINE.exec(content) ?? {};
  return {
    start,
    end: start + content.length,
    stop: start + written.length,
    text: content,
    column: groups?.lead?.length ?? 0,
    key: groups?.key,
    value: content.slice(head.length),
    valueStart: start + head.length,
  };
}

/** From the end of a line's key to the end of its words. */
export const afterKey = ({ text }: Source, { start, valueStart, end }: Line): Span => [
  start + text.slice(start, valueStart).trimEnd().length,
  end,
];

/** The words of a line, or its first character. */
export const wordsOf = ({ start, end, text }: Line): Span => [Math.min(end, start + text.search(/\S|$/)), Math.max(end, start + 1)];

/** Where the next line starts. */
export const afterBreak = ({ text }: Source, { stop }: Line) => stop + (text.startsWith("\r\n", stop) ? 2 : 1);

/** The next line with words on it. */
export function nextLine(source: Source, line: Line): Line | undefined {
  let start = afterBreak(source, line);
  while (start < source.text.length) {
    const next = lineAt(source, start);
    if (next.text.trim()) return next;
    start = afterBreak(source, next);
  }
  return undefined;
}

/** The line with words before a line. */
export function lineBefore(source: Source, { start }: Line): Line | undefined {
  let end = start;
  while (end > 0) {
    const line = lineAt(source, end - 1);
    if (line.text.trim()) return line;
    end = line.start;
  }
  return undefined;
}

/** The column of a line's first dash, when it begins an item of a list. */
export const dashOf = ({ text, column }: Line): number | undefined => {
  const first = text.search(/\S/);
  return text[first] === "-" && first < column ? first : undefined;
};

/** The replacement that sets a line to a column. */
export const margin = ({ start, text }: Line, columns: number) => ({
  span: [start, start + text.search(/\S|$/)] as const,
  text: " ".repeat(Math.max(0, columns)),
});

/** An item of a list moved sideways, with the lines that stand under its first key. */
export function moved(source: Source, line: Line, by: number): { span: Span; text: string } {
  const lines = [line];
  for (let next = nextLine(source, line); next && next.column >= line.column; next = nextLine(source, next)) lines.push(next);
  const written = source.text.slice(line.start, lines.at(-1)?.stop);
  const shift = (one: string) => (by < 0 ? one.slice(Math.min(-by, one.search(/\S|$/))) : one.trim() ? " ".repeat(by) + one : one);
  // A dash stuck to its word stays where it is; only the word moves.
  const stuck = /^(\s*-)(?=\S)/.exec(written)?.[0];
  const [first = "", ...others] = written.split("\n");
  const head = stuck === undefined ? shift(first) : `${stuck} ${first.slice(stuck.length)}`;
  return { span: [line.start, line.start + written.length], text: [head, ...others.map(shift)].join("\n") };
}
