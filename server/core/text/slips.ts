import { isCollection, isNode, isPair, isScalar, type Node } from "yaml";
import type { Flaw } from "./flaw.ts";
import type { Source } from "./read.ts";
import type { Span } from "./span.ts";
import { afterBreak, afterKey, dashOf, type Line, lineAt, lineBefore, margin, moved, nextLine, wordsOf } from "./written-line.ts";

/**
 * What an author probably meant where the YAML does not hold. The parser tells where it lost the thread; that is often not where
 * the slip is, so each is looked for in the lines around. Wording lives in the rules.
 */
export type SlipKind =
  | "unclosed-quote"
  | "words-after-quote"
  | "blank-first"
  | "sign-first"
  | "words-after-bar"
  | "list-beside-key"
  | "colon-in-words"
  | "backslash"
  | "unclosed-bracket"
  | "missing-comma"
  | "stray-bracket"
  | "no-space-after-colon"
  | "no-space-after-dash"
  | "odd-space"
  | "indentation"
  | "words-alone"
  | "unreadable";

export type Slip = {
  readonly kind: SlipKind;
  readonly span: Span;
  /** The characters it is about: a sign, a quote, a bracket or a key. */
  readonly sign: string;
  /** The replacement that puts it right, where it can be known. */
  readonly mend?: { readonly span: Span; readonly text: string };
};

type Syntax = Extract<Flaw, { kind: "syntax" }>;

/** Slips that may only echo an earlier one: once the thread is lost, every later word surprises the parser. */
const ECHOES: ReadonlySet<SlipKind> = new Set(["unreadable", "indentation", "words-alone", "missing-comma", "stray-bracket"]);

/** The slips of a text whose syntax does not hold, at most one for a line, in the order of the text. */
export function slips(source: Source): readonly Slip[] {
  const found: Slip[] = [];
  for (const flaw of source.flaws) {
    const slip =
      flaw.kind === "syntax" ? diagnosed(source, flaw) : flaw.kind === "key-not-text" ? blankFirst(source, flaw.span[0]) : undefined;
    if (!slip || (found.length > 0 && ECHOES.has(slip.kind))) continue;
    if (!found.some((one) => lineAt(source, one.span[0]).start === lineAt(source, slip.span[0]).start)) found.push(slip);
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function diagnosed(source: Source, flaw: Syntax): Slip {
  const here = lineAt(source, flaw.span[0]);
  return (
    quoteSlip(source, flaw, here) ??
    strayBracket(source, flaw, here) ??
    valueSlip(source, flaw, here) ??
    bracketSlip(source, flaw) ??
    spaceSlip(source, flaw, here) ??
    columnSlip(source, flaw, here) ?? { kind: "unreadable", span: wordsOf(here), sign: "" }
  );
}

function quoteSlip(source: Source, { code, detail, span: [at] }: Syntax, here: Line): Slip | undefined {
  if (code === "BAD_DQ_ESCAPE") return { kind: "backslash", span: [at, at + 2], sign: "\\", mend: { span: [at, at], text: "\\" } };
  const open = nodes(source).findLast((node) => /^QUOTE/.test(String(isScalar(node) && node.type)) && (node.range?.[0] ?? 0) < at);
  const [start, end] = open?.range ?? [0, 0];
  const neverClosed = code === "MISSING_CHAR" && /closing .quote/.test(detail);
  const closedTooLate =
    at >= end &&
    at <= here.end &&
    lineAt(source, end - 1).start === here.start &&
    /\n\s*(?:- +)*[\w-]+:\s/.test(source.text.slice(start, end));
  if (!open || !(neverClosed || closedTooLate)) return undefined;
  const sign = source.text[start] ?? '"';
  const line = lineAt(source, start);
  // In brackets the words end before the brackets do.
  const inBrackets = /[[{]/.test(source.text.slice(line.start, start)) ? /[\s}\]]*$/.exec(line.text)?.[0].length : 0;
  const close = Math.max(start + 1, line.end - (inBrackets ?? 0));
  return { kind: "unclosed-quote", span: [start, close], sign, mend: { span: [close, close], text: sign } };
}

/** Words that YAML takes for something else because of how they begin, or because of a colon in them. */
function valueSlip(source: Source, { code, detail, span: [at] }: Syntax, line: Line): Slip | undefined {
  const { value, valueStart, key, column } = line;
  const [sign = ""] = value;
  const whole: Span = [valueStart, valueStart + value.length];
  const inQuotes = { span: whole, text: quoted(value) };
  if (/directives-end/.test(detail)) {
    const start = source.text.search(/^%/m);
    return { kind: "sign-first", span: wordsOf(lineAt(source, start)), sign: "%" };
  }
  if (!value || at < valueStart || line.start > at) return undefined;
  if (value.startsWith("{{")) return { kind: "blank-first", span: whole, sign: "{{", mend: inQuotes };
  if (/^[|>]/.test(value)) {
    const [bar = sign, words = ""] = /^([|>][-+]?) *(.*)$/.exec(value)?.slice(1) ?? [];
    return { kind: "words-after-bar", span: whole, sign, mend: { span: whole, text: `${bar}\n${" ".repeat(column + 2)}${words}` } };
  }
  if (key !== undefined && /^-\s/.test(value))
    return {
      kind: "list-beside-key",
      span: whole,
      sign: "-",
      mend: { span: afterKey(source, line), text: `\n${" ".repeat(column + 2)}${value}` },
    };
  if (/^["']/.test(value))
    return at > valueStart ? { kind: "words-after-quote", span: whole, sign, mend: { span: whole, text: requoted(value) } } : undefined;
  if (/^[@`%,\]}*&!?]/.test(value) || /^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#]/.test(value))
    return { kind: "sign-first", span: whole, sign, mend: inQuotes };
  const colon = /:(?=\s|$)/.exec(value)?.index;
  if (colon === undefined || !/^(?:BLOCK_AS_IMPLICIT_KEY|UNEXPECTED_TOKEN)$/.test(code) || /^[[{]/.test(value)) return undefined;
  return { kind: "colon-in-words", span: [valueStart + colon, valueStart + colon + 1], sign: ":", mend: inQuotes };
}

function strayBracket({ text }: Source, { detail, span: [at] }: Syntax, { valueStart }: Line): Slip | undefined {
  if (!/flow-(?:seq|map)-end/.test(detail) || at <= valueStart) return undefined;
  return { kind: "stray-bracket", span: [at, at + 1], sign: text[at] ?? "", mend: { span: [at, at + 1], text: "" } };
}

function bracketSlip(source: Source, { code, detail, span: [at] }: Syntax): Slip | undefined {
  if (code === "BLOCK_IN_FLOW" || /Missing , (?:or : )?between flow/.test(detail)) {
    const { start, end } = lineAt(source, at);
    const from = Math.min(Math.max(at, start), end);
    const length = source.text.slice(from, end).search(/[,}\]]|$/);
    return { kind: "missing-comma", span: [from, from + length], sign: "," };
  }
  if (!/end with a [\]}]/.test(detail)) return undefined;
  const open = nodes(source).findLast((node) => isCollection(node) && node.flow === true && (node.range?.[0] ?? 0) < at);
  const start = open?.range?.[0];
  if (start === undefined) return undefined;
  const line = lineAt(source, start);
  const sign = source.text[start] ?? "[";
  return { kind: "unclosed-bracket", span: [start, line.end], sign, mend: { span: [line.end, line.end], text: sign === "[" ? "]" : " }" } };
}

/** A space that is missing after a colon or a dash, or that is none. */
function spaceSlip(source: Source, { span: [from, to] }: Syntax, here: Line): Slip | undefined {
  for (let line = here; line.start <= Math.max(from, to - 1); line = lineAt(source, afterBreak(source, line))) {
    const at = line.start + line.column;
    const words = line.text.slice(line.column);
    const odd = /[\u00a0\u2000-\u200b\u202f\u3000]/.exec(line.text);
    if (odd) {
      const span: Span = [line.start + odd.index, line.start + odd.index + 1];
      return { kind: "odd-space", span, sign: "", mend: { span, text: odd[0] === "\u200b" ? "" : " " } };
    }
    const stuck = /^([\w-]+):(?=[^\s/])/.exec(words);
    if (stuck) {
      const colon = at + stuck[0].length;
      return { kind: "no-space-after-colon", span: [at, colon], sign: stuck[1] ?? "", mend: { span: [colon, colon], text: " " } };
    }
    if (/^-[^\s-]/.test(words) && line.key !== undefined)
      return { kind: "no-space-after-dash", span: [at, at + 1], sign: "-", mend: moved(source, { ...line, column: line.column + 1 }, 1) };
    if (afterBreak(source, line) >= source.text.length) break;
  }
  return undefined;
}

/** A line that starts in a column where nothing can start, or that has no key. */
function columnSlip(source: Source, { code, detail, span: [from] }: Syntax, here: Line): Slip | undefined {
  if (code === "BLOCK_AS_IMPLICIT_KEY" || (code === "UNEXPECTED_TOKEN" && here.start === from - here.column && here.key !== undefined)) {
    const wrong = code === "BLOCK_AS_IMPLICIT_KEY" && !/block sequence/.test(detail) ? nextLine(source, here) : here;
    return wrong && indented(source, wrong);
  }
  if (code === "BAD_INDENT" || /without - indicator/.test(detail)) return indented(source, here);
  if (code !== "MULTILINE_IMPLICIT_KEY" && code !== "KEY_OVER_1024_CHARS" && !/followed by map values/.test(detail)) return undefined;
  if (here.key !== undefined) return indented(source, here);
  const before = lineBefore(source, here);
  const inText = before && (/[|>][-+]?$/.test(before.value) || before.key === undefined);
  return inText && before.column > here.column ? indented(source, here) : { kind: "words-alone", span: wordsOf(here), sign: "" };
}

/** A line set to the column of the one above it; an item of a list to the column of the item above it. */
function indented(source: Source, line: Line): Slip {
  const slip = { kind: "indentation", span: wordsOf(line), sign: line.key ?? "" } as const;
  let before = lineBefore(source, line);
  while (before && dashOf(line) !== undefined && dashOf(before) === undefined) before = lineBefore(source, before);
  if (!before) return slip;
  const by = dashOf(line) === undefined ? before.column - line.column : (dashOf(before) ?? 0) - (dashOf(line) ?? 0);
  return { ...slip, mend: dashOf(line) === undefined ? margin(line, line.column + by) : moved(source, line, by) };
}

function blankFirst(source: Source, offset: number): Slip | undefined {
  const line = lineAt(source, offset);
  const start = line.value.startsWith("{{") ? line.valueStart : offset - 1;
  const words = /^\{\{[^{}\n]*\}\}[^,}\]\n]*/.exec(source.text.slice(start))?.[0].trimEnd();
  if (words === undefined) return undefined;
  const span: Span = [start, start + (start === line.valueStart ? line.value : words).length];
  return { kind: "blank-first", span, sign: "{{", mend: { span, text: quoted(source.text.slice(...span)) } };
}

/** Words in the quotes that need the least escaping. */
function quoted(words: string): string {
  if (!/["\\]/.test(words)) return `"${words}"`;
  return words.includes("'") ? JSON.stringify(words) : `'${words}'`;
}

/** Words that begin with a quote, in quotes that hold. */
function requoted(value: string): string {
  const [mark = ""] = value;
  return quoted(value.length > 1 && value.endsWith(mark) ? value.slice(1, -1).replaceAll(`\\${mark}`, mark) : value);
}

/** The parts and words of the syntax tree in the order of the text. Walks without recursion: broken brackets nest by the thousand. */
function nodes({ doc }: Source): readonly Node[] {
  const all: Node[] = [];
  const waiting: unknown[] = [doc?.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isPair(node)) waiting.push(node.key, node.value);
    else if (isNode(node)) {
      all.push(node);
      if (isCollection(node)) for (const item of node.items) waiting.push(item);
    }
  }
  return all.sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
}
