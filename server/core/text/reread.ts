import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { remember } from "./address.ts";
import { difference } from "./edit.ts";
import { linesOf } from "./lines.ts";
import { LARGEST, OPTIONS, plain, type Source, UNREADABLE } from "./read.ts";
import type { Path, Span } from "./span.ts";

type Collection = YAMLMap | YAMLSeq;
/** A collection and which of its items is meant. */
type Step = { readonly parent: Collection; readonly index: number };

/** A key with its value, or an item of a list with its dash, that some lines hold whole and alone. */
type Piece = Step & {
  /** The way there from the root, the piece's own step last. */
  readonly way: readonly Step[];
  readonly path: Path;
  /** Where its key or its dash stands. */
  readonly start: number;
  /** Where the line of the next piece begins. */
  readonly end: number;
};

/**
 * Reads a text of which another version was read before, by reading only the key or the item in which the two differ: the same as
 * `read` answers, or undefined where that cannot be had in this way. It takes the earlier source over: its syntax tree goes on in
 * the new one, so no place may be looked for in the earlier one any more. Parts of the value that did not change are the same
 * objects as before.
 */
export function reread(before: Source, text: string): Source | undefined {
  const { doc } = before;
  if (!doc || !before.sound || before.flaws.length > 0 || doc.warnings.length > 0 || text.length > LARGEST) return undefined;
  const { span, text: written } = difference(before.text, text);
  if (UNREADABLE.test(written)) return undefined;
  const by = text.length - before.text.length;
  for (const piece of piecesAround(before, span).reverse()) {
    const value = replaced(before, piece, text, by);
    if (value) return { text, lines: linesOf(text), doc, outline: doc.contents, value: value.root, flaws: [], sound: true };
  }
  return undefined;
}

/** The pieces that hold a change whole, outermost first. The key or dash of a piece is not part of it: who changes it changes the whole. */
function piecesAround({ doc, text }: Source, [from, to]: Span): Piece[] {
  const pieces: Piece[] = [];
  const way: Step[] = [];
  let node: unknown = doc?.contents;
  let end = text.length;
  let path: Path = [];
  while ((isMap(node) || isSeq(node)) && !node.flow) {
    const starts = node.items.map((item) => startOf(text, item));
    const index = starts.findLastIndex((start) => start !== undefined && start < from);
    const [item, start] = [node.items[index], starts[index]];
    const step = isPair(item) ? keyOf(item) : index;
    if (start === undefined || step === undefined) break;
    const next = starts.slice(index + 1).find((one) => one !== undefined);
    if (next !== undefined) end = text.lastIndexOf("\n", next - 1) + 1;
    if (to >= end || end <= start) break;
    path = [...path, step];
    way.push({ parent: node, index });
    const opening = isPair(item) ? (item.key as Node).range?.[1] : start + 1;
    if (opening !== undefined && from > opening) pieces.push({ parent: node, index, way: [...way], path, start, end });
    node = isPair(item) ? item.value : item;
  }
  return pieces;
}

const keyOf = ({ key }: Pair): string | undefined => (isScalar(key) && typeof key.value === "string" ? key.value : undefined);

/** Where a pair's key or an item's dash stands. */
function startOf(text: string, item: unknown): number | undefined {
  if (isPair(item)) return isNode(item.key) ? item.key.range?.[0] : undefined;
  const start = isNode(item) ? item.range?.[0] : undefined;
  const dash = start === undefined ? -1 : text.lastIndexOf("-", start - 1);
  return dash >= 0 && /^- *$/.test(text.slice(dash, start)) ? dash : undefined;
}

/** Puts a piece as it is now in the place of what it was. Undefined, and nothing changed, where the rest might read otherwise. */
function replaced(before: Source, piece: Piece, text: string, by: number): { readonly root: unknown } | undefined {
  const { parent, index, path, start, end } = piece;
  const column = start - (before.text.lastIndexOf("\n", start - 1) + 1);
  const written = text.slice(start, end + by);
  // Marks of documents and directives mean something for the whole text.
  if (/^(?:---|\.\.\.|%)/m.test(written)) return undefined;
  const part = parseDocument(" ".repeat(column) + written, OPTIONS);
  const { contents } = part;
  if (part.errors.length > 0 || part.warnings.length > 0 || !(isMap(contents) || isSeq(contents)) || isMap(contents) !== isMap(parent))
    return undefined;
  const [made, ...more] = contents.items;
  const old = parent.items[index];
  if (contents.flow || more.length > 0 || contents.range?.[0] !== column || !sameKey(made, old)) return undefined;
  const shift = start - column;
  const [oldEnd, newEnd] = [endOf(old), endOf(made)];
  if (oldEnd === undefined || newEnd === undefined) return undefined;
  // The last piece ends its parent, which must end as far behind it as before.
  if (index === parent.items.length - 1 && newEnd + shift !== oldEnd + by) return undefined;
  const flaws: Parameters<typeof plain>[3] = [];
  const value = plain(isPair(made) ? made.value : made, text, path, flaws);
  if (flaws.length > 0) return undefined;
  move(made, shift);
  moveRest(before, piece, by);
  parent.items[index] = made as never;
  return { root: withValue(before.value, path, 0, value) };
}

const sameKey = (made: unknown, old: unknown): boolean =>
  isPair(made) && isPair(old) ? keyOf(made) !== undefined && keyOf(made) === keyOf(old) : isNode(made) && isNode(old);

/** Where a piece is over, with the comments that belong to it. */
function endOf(item: unknown): number | undefined {
  if (!isPair(item)) return isNode(item) ? item.range?.[2] : undefined;
  return isNode(item.value) ? item.value.range?.[2] : undefined;
}

/** Moves everything that stands after a piece, and the ends of what stands around it. */
function moveRest({ doc }: Source, { way }: Piece, by: number): void {
  if (by === 0 || !doc) return;
  for (const { parent, index } of way) {
    if (parent.range) parent.range = [parent.range[0], parent.range[1] + by, parent.range[2] + by];
    for (let i = index + 1; i < parent.items.length; i++) move(parent.items[i], by);
  }
  doc.range = [doc.range[0], doc.range[1] + by, doc.range[2] + by];
}

function move(item: unknown, by: number): void {
  if (isPair(item)) {
    move(item.key, by);
    move(item.value, by);
    return;
  }
  if (!isNode(item)) return;
  if (item.range) item.range = [item.range[0] + by, item.range[1] + by, item.range[2] + by];
  if (isMap(item) || isSeq(item)) for (const inner of item.items) move(inner, by);
}

/** A value with another in one place. What is not on the way there stays the same object. */
function withValue(part: unknown, path: Path, depth: number, value: unknown): unknown {
  const step = path[depth];
  if (step === undefined) return value;
  const inner = withValue((part as Record<string | number, unknown>)[step], path, depth + 1, value);
  const made = Array.isArray(part)
    ? part.map((item, i) => (i === step ? inner : item))
    : Object.assign(Object.create(null), part, { [step]: inner });
  return remember(made, path.slice(0, depth));
}
