import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import type { Change, Data } from "../finding.ts";
import { fieldsAt } from "../format/fields.ts";
import type { FileKind } from "../format/file-kind.ts";
import { locate, nodeAt, type Place } from "./locate.ts";
import { read, type Source } from "./read.ts";
import type { Path, Span } from "./span.ts";

/** A replacement of some text by other text. */
export type TextEdit = { readonly span: Span; readonly text: string };

/**
 * The smallest text edits that make some changes; everything else, comments included, stays as it is written.
 * A change whose place does not exist makes no edit. Edits are in the order of the text and do not overlap.
 */
export function edits(source: Source, kind: FileKind, changes: readonly Change[]): readonly TextEdit[] {
  const made = changes.flatMap((change) => eolEdit(source, kind, change) ?? []).sort((a, b) => a.span[0] - b.span[0]);
  return made.some((edit, i) => meets(made[i - 1], edit)) ? [oneByOne(source, kind, changes)] : made;
}

/** Whether an edit starts where the one before it starts, or within it. */
const meets = (before: TextEdit | undefined, { span: [start] }: TextEdit) =>
  before !== undefined && (start < before.span[1] || start === before.span[0]);

/** Changes that meet in one place, such as two new keys of one map: made one after the other, and told as one edit. */
function oneByOne(source: Source, kind: FileKind, changes: readonly Change[]): TextEdit {
  const { text } = source;
  const made = changes.reduce((whole, change) => {
    const edit = eolEdit(read(whole), kind, change);
    return edit ? applied(whole, [edit]) : whole;
  }, text);
  return difference(text, made);
}

/** Characters compared at once where two texts are alike, which is nearly everywhere. */
const AT_ONCE = 1024;

/** The one stretch in which two texts differ, as an edit of the first. */
export function difference(text: string, made: string): TextEdit {
  const most = Math.min(text.length, made.length);
  const alike = (from: number, madeFrom: number) => text.slice(from, from + AT_ONCE) === made.slice(madeFrom, madeFrom + AT_ONCE);
  let start = 0;
  while (start + AT_ONCE <= most && alike(start, start)) start += AT_ONCE;
  while (start < most && text.charCodeAt(start) === made.charCodeAt(start)) start++;
  let same = 0;
  while (same + AT_ONCE <= most - start && alike(text.length - same - AT_ONCE, made.length - same - AT_ONCE)) same += AT_ONCE;
  while (same < most - start && text.charCodeAt(text.length - 1 - same) === made.charCodeAt(made.length - 1 - same)) same++;
  return { span: [start, text.length - same], text: made.slice(start, made.length - same) };
}

function eolEdit(source: Source, kind: FileKind, change: Change): TextEdit | undefined {
  const edit = editOf(source, kind, change);
  return edit && { ...edit, text: withEol(source.text, edit.text) };
}

/** The text after some edits. */
export function applied(text: string, changes: readonly TextEdit[]): string {
  return [...changes]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((whole, { span: [from, to], text: made }) => whole.slice(0, from) + made + whole.slice(to), text);
}

function editOf(source: Source, kind: FileKind, change: Change): TextEdit | undefined {
  if ("replace" in change) return replacement(source, kind, change.replace, change.with);
  if ("rename" in change) {
    const pair = pairAt(source, change.rename);
    return isScalar(pair?.key) && pair.key.range ? { span: [pair.key.range[0], pair.key.range[1]], text: change.to } : undefined;
  }
  if ("remove" in change) return removal(source, change.remove);
  return setting(source, kind, change.set, change.to);
}

/**
 * Some words replaced, or others put in before them. How the words must be written depends on the style they stand in, on line
 * breaks and on what is around them; so the edit is tried, and where it reads back as anything but what was meant, the whole
 * text is written anew.
 */
function replacement(source: Source, kind: FileKind, place: Span | Place, text: string): TextEdit | undefined {
  if (!("path" in place)) return { span: place, text };
  const node = nodeAt(source, place.path);
  if (!place.words) return { span: locate(source, place), text };
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return undefined;
  const [from, to] = place.words;
  if (from < 0 || to < from || to > node.value.length) return undefined;
  const meant = node.value.slice(0, from) + text + node.value.slice(to);
  const tried = spliced(source, node, place, text);
  return tried && readBack(source, place.path, node.range, tried) === meant ? tried : setting(source, kind, place.path, meant);
}

/** What a text reads as after an edit within it. Only its own key and value are read again: the rest of the file is as it was. */
function readBack(source: Source, path: Path, [, valueEnd]: readonly [number, number, number], edit: TextEdit): unknown {
  const pair = pairAt(source, path);
  const key = path.at(-1);
  if (!isScalar(pair?.key) || !pair.key.range || key === undefined) return undefined;
  const start = pair.key.range[0];
  const end = valueEnd + edit.text.length - (edit.span[1] - edit.span[0]);
  const written = applied(source.text, [edit]).slice(start, end);
  // What follows on a line of its own must still do so.
  if (source.text[valueEnd - 1] === "\n" && !written.endsWith("\n")) return undefined;
  const { value, flaws } = read(isInFlow(source, path) ? `{ ${written} }` : " ".repeat(columnOf(source, start)) + written);
  return flaws.length === 0 && typeof value === "object" && value !== null && Object.keys(value).length === 1
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

/** The words replaced where they stand. New lines take the indentation of the line they begin on. */
function spliced(source: Source, node: Scalar, { path, words: [from, to] = [0, 0] }: Place, text: string): TextEdit | undefined {
  const value = String(node.value);
  const before = from > 0 ? locate(source, { path, words: [from - 1, from] }) : undefined;
  const after = to < value.length ? locate(source, { path, words: [to, to + 1] }) : undefined;
  const whole = to > from ? locate(source, { path, words: [from, to] }) : undefined;
  const start = whole?.[0] ?? (before && value[from - 1] !== "\n" ? before[1] : after?.[0]);
  if (start === undefined) return undefined;
  const line = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1);
  const indent = /^[ ]*/.exec(line)?.[0] ?? "";
  const made = String(node.type).startsWith("BLOCK") ? text.replace(/\n(?=[^\n])/g, `\n${indent}`) : text;
  return { span: [start, whole?.[1] ?? start], text: made };
}

function setting(source: Source, kind: FileKind, path: Path, to: Data): TextEdit | undefined {
  const node = nodeAt(source, path);
  if (node?.range && node.range[1] > node.range[0]) return replacing(source, path, node, to);
  const parentPath = path.slice(0, -1);
  const key = path.at(-1);
  const parent = nodeAt(source, parentPath);
  if (key === undefined) return undefined;
  if (isMap(parent)) {
    const pair = pairAt(source, path);
    if (pair && isScalar(pair.key) && pair.key.range) {
      const colon = source.text.indexOf(":", pair.key.range[1]) + 1;
      return { span: [colon, colon], text: valueText(to, columnOf(source, pair.key.range[0])) };
    }
    return insertion(source, kind, parentPath, parent, String(key), to);
  }
  if (isSeq(parent) && typeof key === "number") return appending(source, parent, to);
  return parentPath.length > 0 ? setting(source, kind, parentPath, typeof key === "number" ? [to] : { [key]: to }) : undefined;
}

function replacing(source: Source, path: Path, node: Node, to: Data): TextEdit | undefined {
  const [start, end] = node.range ?? [0, 0];
  const pair = pairAt(source, path);
  const column = pair && isScalar(pair.key) && pair.key.range ? columnOf(source, pair.key.range[0]) : columnOf(source, start);
  const inFlow = isInFlow(source, path);
  if (inFlow || (typeof to !== "object" && isScalar(node) && !String(node.type).startsWith("BLOCK") && !String(to).includes("\n")))
    return { span: [start, end], text: flow(to) };
  const colon = pair && isScalar(pair.key) && pair.key.range ? source.text.indexOf(":", pair.key.range[1]) + 1 : start;
  const stop = start + source.text.slice(start, end).trimEnd().length;
  return { span: [colon, stop], text: pair ? valueText(to, column) : block(to, column).trimStart() };
}

/** A new key, after the nearest key that the format puts before it. */
function insertion(source: Source, kind: FileKind, path: Path, map: YAMLMap, key: string, to: Data): TextEdit | undefined {
  if (map.flow) {
    const close = (map.range?.[1] ?? 1) - 1;
    const last = map.items.at(-1);
    const at = (last && pairSpan(last)?.[1]) ?? source.text.slice(0, close).trimEnd().length;
    const text = `${key}: ${flow(to)}`;
    return last ? { span: [at, at], text: `, ${text}` } : { span: [at, close], text: ` ${text} ` };
  }
  const order = fieldsAt(kind, path, source.value).map((field) => field.key);
  const rank = order.indexOf(key);
  const earlier = map.items.filter((pair) => rank < 0 || (isScalar(pair.key) && order.indexOf(String(pair.key.value)) < rank));
  const after = earlier.at(-1);
  const first = map.items[0];
  if (!isScalar(first?.key) || !first.key.range) return undefined;
  const column = columnOf(source, first.key.range[0]);
  const line = `${" ".repeat(column)}${key}:${valueText(to, column)}`;
  if (!after) return { span: [first.key.range[0], first.key.range[0]], text: `${line.trimStart()}\n${" ".repeat(column)}` };
  const at = endOf(source, after);
  return { span: [at, at], text: `\n${line}` };
}

function appending(source: Source, list: YAMLSeq, to: Data): TextEdit | undefined {
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow) {
    const close = (list.range?.[1] ?? 1) - 1;
    return { span: [close, close], text: `${list.items.length > 0 ? ", " : ""}${flow(to)}` };
  }
  const start = list.range?.[0];
  if (start === undefined || !last?.range) return undefined;
  const column = columnOf(source, start);
  const at = lineEnd(source.text, start + source.text.slice(start, last.range[1]).trimEnd().length);
  return { span: [at, at], text: `\n${" ".repeat(column)}- ${block(to, column + 2).trimStart()}` };
}

function removal(source: Source, path: Path): TextEdit | undefined {
  const parent = nodeAt(source, path.slice(0, -1));
  const key = path.at(-1);
  if ((isMap(parent) || isSeq(parent)) && parent.flow) return flowRemoval(parent, key);
  if (isMap(parent)) {
    const pair = pairAt(source, path);
    if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined;
    // The only key, or the first of a list item, shares its line with others.
    const from = pair.key.range[0];
    const end = endOf(source, pair);
    const lineStart = source.text.lastIndexOf("\n", from - 1) + 1;
    const alone = /^\s*$/.test(source.text.slice(lineStart, from));
    if (alone) return { span: [lineStart, afterEol(source.text, end)], text: "" };
    const next = parent.items[parent.items.indexOf(pair) + 1];
    const nextStart = next && isScalar(next.key) ? next.key.range?.[0] : undefined;
    return nextStart === undefined ? undefined : { span: [from, nextStart], text: "" };
  }
  if (isSeq(parent) && typeof key === "number") {
    const item = parent.items[key] as Node | undefined;
    if (!item?.range) return undefined;
    const dash = source.text.lastIndexOf("-", item.range[0]);
    const lineStart = source.text.lastIndexOf("\n", dash - 1) + 1;
    const end = item.range[0] + source.text.slice(item.range[0], item.range[1]).trimEnd().length;
    return { span: [lineStart, afterEol(source.text, lineEnd(source.text, end))], text: "" };
  }
  return undefined;
}

function flowRemoval(parent: YAMLMap | YAMLSeq, key: string | number | undefined): TextEdit | undefined {
  const index = isMap(parent) ? parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key) : Number(key);
  const spans = parent.items.map((item) => (isMap(parent) ? pairSpan(item as Pair) : spanOf(item as Node)));
  const own = spans[index];
  if (!own) return undefined;
  const next = spans[index + 1];
  const previous = spans[index - 1];
  return { span: next ? [own[0], next[0]] : [previous?.[1] ?? own[0], own[1]], text: "" };
}

const spanOf = (node: Node | null | undefined): Span | undefined => (node?.range ? [node.range[0], node.range[1]] : undefined);
function pairSpan({ key, value }: Pair): Span | undefined {
  const from = spanOf(key as Node);
  return from && [from[0], spanOf(value as Node | null)?.[1] ?? from[1]];
}

function pairAt(source: Source, path: Path): Pair | undefined {
  const parent = nodeAt(source, path.slice(0, -1));
  return isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value ?? "") === path.at(-1)) : undefined;
}

function isInFlow(source: Source, path: Path): boolean {
  return path.some((_, length) => {
    const node = nodeAt(source, path.slice(0, length));
    return (isMap(node) || isSeq(node)) && node.flow === true;
  });
}

/** The end of the line on which a pair ends, its trailing comment included. */
function endOf({ text }: Source, pair: Pair): number {
  const [start, end] = pairSpan(pair) ?? [0, 0];
  return lineEnd(text, start + text.slice(start, end).trimEnd().length);
}

const lineEnd = (text: string, from: number) => from + text.slice(from).search(/\r?\n|$/);
const afterEol = (text: string, at: number) => (text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length));
const columnOf = ({ text }: Source, at: number) => at - (text.lastIndexOf("\n", at - 1) + 1);
const withEol = (text: string, made: string) => (/\r\n/.test(text) ? made.replace(/\r?\n/g, "\r\n") : made);

/** White space at the end is only kept between quotes. */
const endsInSpace = (to: Data) => typeof to === "string" && /[ \t]\n*$|\n\n$|^\s+$/.test(to);

/** What follows `key:`, under a key at a column. */
const valueText = (to: Data, column: number): string =>
  stringify(
    { k: to },
    { lineWidth: 0, ...(endsInSpace(to) ? { defaultStringType: "QUOTE_DOUBLE" as const, defaultKeyType: "PLAIN" as const } : {}) },
  )
    .trimEnd()
    .slice("k:".length)
    .replace(/\n(?=.)/g, `\n${" ".repeat(column)}`);

const block = (to: Data, column: number) =>
  stringify(to, { lineWidth: 0 })
    .trimEnd()
    .split("\n")
    .map((line) => (line ? " ".repeat(column) + line : line))
    .join("\n");

const flow = (to: Data) =>
  stringify(to, {
    collectionStyle: "flow",
    lineWidth: 0,
    defaultStringType: String(to).includes("\n") ? "QUOTE_DOUBLE" : "PLAIN",
  }).trimEnd();
