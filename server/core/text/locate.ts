import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Source } from "./read.ts";
import { type Alignment, aligned, type Style, wordsSpan } from "./scalar.ts";
import type { Path, Span } from "./span.ts";

/** What a finding points at: a part, its key, or some of its words (UTF-16 offsets into the part's text). */
export type Place = { readonly path: Path; readonly on?: "value" | "key"; readonly words?: readonly [from: number, to: number] };

/**
 * The span of a place. Total: what is not written falls back to the nearest part around it that is, then to the first line.
 * Text on several lines and whole parts answer with their key, so that a finding never underlines half the file.
 */
export function locate(source: Source, place: Place): Span {
  return visible(source.text, located(source, place));
}

/** Kept as long as the syntax tree they belong to. */
const alignments = new WeakMap<Scalar, { readonly alignment: Alignment; readonly start: number }>();

function located(source: Source, { path, on = "value", words }: Place): Span {
  const { outline, text } = source;
  if (outline === undefined) return firstWords(text);
  const node = outlineAt(source, path);
  if (node && words && isScalar(node) && typeof node.value === "string" && node.range) {
    const scalar = scalarSource(text, node, node.value);
    const known = alignments.get(node) ?? { alignment: aligned(scalar), start: scalar.start };
    alignments.set(node, known);
    // Where text before it has changed since, the scalar has moved as a whole.
    const moved = scalar.start - known.start;
    const [from, to] = wordsSpan({ ...scalar, start: known.start, end: scalar.end - moved }, known.alignment, words[0], words[1]);
    const span: Span = [from + moved, to + moved];
    return span[1] > span[0] ? span : lineOf(text, span[0]);
  }
  if (node && on === "value" && isScalar(node) && node.range && node.range[1] > node.range[0] && oneLine(text, node))
    return [node.range[0], node.range[1]];
  for (let length = path.length; length > 0; length--) {
    const key = keyAt(source, path.slice(0, length));
    if (key) return key;
    const part = outlineAt(source, path.slice(0, length));
    const heading = part && headingOf(text, part);
    if (heading) return heading;
  }
  return (outline && headingOf(text, outline)) ?? firstWords(text);
}

/** A span that can be seen: an empty one grows to the end of its line, or takes in what stands before it. */
function visible(text: string, span: Span): Span {
  const [start, end] = span[1] > span[0] ? span : lineOf(text, span[0]);
  if (end > start) return [start, end];
  const before = /\S\s*$/u.exec(text.slice(0, start));
  return before ? [before.index, before.index + before[0].trimEnd().length] : firstWords(text);
}

/** The node at a path, to be changed. Undefined when nothing is written there. */
export const nodeAt = ({ doc }: Source, path: Path): Node | undefined => (doc ? within(doc.contents, path) : undefined);

/** The node at a path, to be found and not to be changed: where it begins, what it says and, of scalars, where it ends. */
export const outlineAt = ({ outline }: Source, path: Path): Node | undefined => within(outline, path);

function within(root: Node | null | undefined, path: Path): Node | undefined {
  let node: unknown = root;
  for (const step of path) {
    if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && key.value === step)?.value;
    else if (isSeq(node) && typeof step === "number") node = node.items[step];
    else return undefined;
  }
  return isNode(node) ? node : undefined;
}

/** Whether what stands at a path is an alias: words copied from another place, which read as nothing. */
export const isCopy = (source: Source, path: Path): boolean => isAlias(nodeAt(source, path));

/** The text of a scalar and how it is written. */
function scalarSource(text: string, node: Scalar, value: string) {
  const [start, end] = node.range ?? [0, 0];
  const style: Style =
    node.type === "QUOTE_DOUBLE" ? "double" : node.type === "QUOTE_SINGLE" ? "single" : node.type === "PLAIN" ? "plain" : "block";
  return { text, value, start, end, style };
}

const oneLine = (text: string, { range }: Scalar) => !range || !text.slice(range[0], range[1]).includes("\n");

/** The span of the key under which a path's last step is written. Undefined for a list item or a key that is not there. */
export function keyAt(source: Source, path: Path): Span | undefined {
  const name = path.at(-1);
  const parent = outlineAt(source, path.slice(0, -1));
  if (!isMap(parent) || typeof name !== "string") return undefined;
  for (const { key } of parent.items)
    if (isScalar(key) && String(key.value ?? "") === name && key.range) return [key.range[0], key.range[1]];
  return undefined;
}

/** A short stretch that names a part: the first `key: value` of a map, the first line of anything else. */
function headingOf(text: string, node: Node): Span | undefined {
  const first = isMap(node) ? node.items[0] : undefined;
  if (isPair(first) && isScalar(first.key) && first.key.range) {
    const { value } = first;
    const [start, keyEnd] = first.key.range;
    return [start, isScalar(value) && value.range && value.range[1] > keyEnd && oneLine(text, value) ? value.range[1] : keyEnd];
  }
  const start = node.range?.[0];
  return start === undefined || start >= text.length ? undefined : lineOf(text, start);
}

/** From an offset to the end of its line, without the white space and comment at the end. */
function lineOf(text: string, start: number): Span {
  const rest = /^[^\r\n]*/.exec(text.slice(start, start + 400))?.[0] ?? "";
  const shown = rest.replace(/\s+#.*$/, "").trimEnd();
  return [start, start + Math.max(shown.length, rest.length > 0 ? 1 : 0)];
}

function firstWords(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  const [from, to] = lineOf(text, start);
  return [from, Math.max(to, Math.min(from + 1, text.length))];
}
