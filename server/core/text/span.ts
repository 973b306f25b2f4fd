/** Half-open UTF-16 offsets into a text, as editors count them. */
export type Span = readonly [start: number, end: number];

/** Where something is: the keys and indexes that lead to it from the root. */
export type Path = readonly (string | number)[];

/** A line and a character in it, both from zero, in UTF-16 units: the language server protocol's default. */
export type Position = { readonly line: number; readonly character: number };

/** Half-open, like a span. */
export type Range = { readonly start: Position; readonly end: Position };

/** The first line of a text in which anything stands, without the white space around it. */
export function firstLine(text: string): Span {
  const start = text.search(/\S/);
  const end = text.slice(Math.max(0, start)).search(/[\r\n]/);
  return start < 0 ? [0, 0] : [start, start + (end < 0 ? text.length - start : end)];
}
