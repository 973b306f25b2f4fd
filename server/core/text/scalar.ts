import type { Span } from "./span.ts";

/**
 * Exact positions for the words of a YAML scalar, whatever its style.
 *
 * YAML's styles differ only in the white space they drop and add and in the escapes of quoted text; every other character
 * of the value stands in the source, in order. So the value is aligned with the source character by character, which is
 * right for plain, quoted, literal and folded text alike and needs no second copy of YAML's folding rules.
 */
export type ScalarSource = {
  readonly text: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly style: Style;
};
export type Style = "plain" | "single" | "double" | "block";

type Token = { readonly char: string; readonly start: number; readonly end: number };

const isSpace = (char: string | undefined) => char === " " || char === "\t" || char === "\n" || char === "\r";

/** Where each character of a value is written, as far as value and source agree. */
export type Alignment = { readonly starts: Int32Array; readonly ends: Int32Array; readonly length: number };

/** The source span of the words value[from, to). Answers the whole scalar when the words cannot be found in it. */
export function wordsSpan({ start, end }: ScalarSource, { starts, ends, length }: Alignment, from: number, to: number): Span {
  if (from < 0 || to > length || from >= to) return [start, end];
  return [starts[from] ?? start, ends[to - 1] ?? end];
}

/** Aligns a value with its source. Linear in both: made once for each scalar, however many words are asked for. */
export function aligned(scalar: ScalarSource): Alignment {
  const { value, start } = scalar;
  const tokens = tokensOf(scalar);
  const starts = new Int32Array(value.length);
  const ends = new Int32Array(value.length);
  let next = 0;
  let last = start;
  for (let at = 0; at < value.length; at++) {
    const char = value[at];
    // White space folds and chomps, so it may have no counterpart; then it takes the place where it would stand.
    if (!isSpace(char)) while (isSpace(tokens[next]?.char)) next++;
    const token = tokens[next];
    const here = token && (isSpace(char) ? isSpace(token.char) : token.char === char) ? token : undefined;
    if (!here && !isSpace(char)) return { starts, ends, length: at };
    if (here) next++;
    starts[at] = here?.start ?? last;
    last = here?.end ?? last;
    ends[at] = last;
  }
  return { starts, ends, length: value.length };
}

/** The characters that a scalar's source stands for, one UTF-16 unit each, with where each is written. */
function tokensOf({ text, start, end, style }: ScalarSource): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let stop = end;
  if (style === "block") {
    const header = text.indexOf("\n", start);
    at = header < 0 || header > end ? end : header + 1;
  } else if (style !== "plain") {
    at++;
    stop--;
  }
  while (at < stop) {
    const char = text[at] ?? "";
    if (style === "single" && char === "'" && text[at + 1] === "'") {
      tokens.push({ char, start: at, end: at + 2 });
      at += 2;
    } else if (style === "double" && char === "\\") {
      const [decoded, length] = unescaped(text, at);
      for (const unit of decoded.split("")) tokens.push({ char: unit, start: at, end: at + length });
      at += length;
    } else {
      tokens.push({ char, start: at, end: at + 1 });
      at++;
    }
  }
  return tokens;
}

const ESCAPES: Record<string, string> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "\t": "\t",
};
const HEX: Record<string, number> = { x: 2, u: 4, U: 8 };

/** What the escape at an offset stands for and how long it is written. An escaped line break stands for nothing. */
function unescaped(text: string, at: number): [decoded: string, length: number] {
  const code = text[at + 1] ?? "";
  const digits = HEX[code];
  if (digits) {
    const point = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return [point <= 0x10ffff ? String.fromCodePoint(point) : "", 2 + digits];
  }
  if (code === "\r" && text[at + 2] === "\n") return ["", 3];
  if (code === "\n") return ["", 2];
  return [ESCAPES[code] ?? `\\${code}`, 2];
}
