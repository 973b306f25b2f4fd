import type { SelectionRange } from "vscode-languageserver";
import { blanks, partsAround, type Report, rangeOf, type Span, sentencesOf } from "../core/index.ts";

/** What a selection grows to, step by step: a word, a blank, a sentence, the whole text, its key, its touch, and so on outwards. */
export function selectionAt({ source }: Report, offset: number): SelectionRange {
  const { text, lines } = source;
  const around = partsAround(source, offset);
  const [inner] = around;
  const spans: Span[] = [];
  const within = ([start, end]: Span) => start <= offset && offset <= end;
  const word = wordAt(text, offset);
  if (word) spans.push(word);
  const line: Span = [text.lastIndexOf("\n", offset - 1) + 1, text.slice(offset).search(/\r?\n|$/) + offset];
  if (inner?.text) {
    const blank = blanks(text.slice(...line)).map(({ from, to }): Span => [line[0] + from, line[0] + to]);
    spans.push(...blank.filter(within), ...sentences(text, inner.span).filter(within));
  }
  spans.push(...around.map(({ span }) => span), [0, text.length]);
  // Without its white space a part may end before the cursor, and no step may leave the cursor outside.
  const steps = nested(spans.map((span) => trimmed(text, span)).filter(within));
  let chain: SelectionRange | undefined;
  for (const span of steps.reverse()) chain = { range: rangeOf(lines, span), ...(chain ? { parent: chain } : {}) };
  return chain ?? { range: rangeOf(lines, [offset, offset]) };
}

/** The sentences of a text, without the white space around them. */
const sentences = (text: string, [from, to]: Span): Span[] =>
  sentencesOf(text.slice(from, to)).map(({ start, end }) => {
    const words = text.slice(from + start, from + end);
    return [from + start + (words.length - words.trimStart().length), from + start + words.trimEnd().length];
  });

/** Each span that contains the one before it and is larger. */
function nested(spans: readonly Span[]): Span[] {
  const chain: Span[] = [];
  for (const span of spans) {
    const last = chain.at(-1);
    if (!last || (span[0] <= last[0] && span[1] >= last[1] && span[1] - span[0] > last[1] - last[0])) chain.push(span);
  }
  return chain;
}

const trimmed = (text: string, [start, end]: Span): Span =>
  start === 0 && end === text.length ? [start, end] : [start, start + text.slice(start, end).trimEnd().length];

function wordAt(text: string, offset: number): Span | undefined {
  const before = /[\p{L}\p{M}\p{N}_'’-]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  const after = /^[\p{L}\p{M}\p{N}_'’-]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  return before + after === "" ? undefined : [offset - before.length, offset + after.length];
}
