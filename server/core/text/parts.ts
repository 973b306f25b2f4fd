import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";
import { nodeAt } from "./locate.ts";
import type { Source } from "./read.ts";
import type { Path, Span } from "./span.ts";

/** A stretch of the text that belongs together: a key with what is under it, an item of a list, a value. */
export type Part = {
  readonly span: Span;
  /** Whether it is a text, so that what is in it is words and not writing. */
  readonly text: boolean;
  /** Whether it ends with a bracket that closes it. */
  readonly closes: boolean;
};

/** Every part that is written, outer ones before inner ones. */
export function writtenParts({ doc, text }: Source): readonly Part[] {
  const parts: Part[] = [];
  const visit = (node: unknown): void => {
    if (isMap(node))
      for (const pair of node.items) {
        parts.push({ span: pairSpan(pair), text: false, closes: isClosed(text, pair.value) });
        visit(pair.value);
      }
    else if (isSeq(node))
      for (const item of node.items) {
        if (isNode(item)) parts.push({ span: spanOf(item), text: false, closes: isClosed(text, item) });
        visit(item);
      }
    else if (isScalar(node)) parts.push({ span: spanOf(node), text: true, closes: false });
  };
  visit(doc?.contents);
  return parts.filter(({ span: [start, end] }) => end > start);
}

/** The parts around an offset, innermost first. */
export const partsAround = (source: Source, offset: number): readonly Part[] =>
  writtenParts(source)
    .filter(({ span: [start, end] }) => start <= offset && offset <= end)
    .reverse();

/** Whether a node is written in brackets, both of them: in a broken text the second may be missing. */
const isClosed = (text: string, node: unknown): boolean =>
  (isMap(node) || isSeq(node)) && node.flow === true && /^[\]}]$/.test(text.charAt(spanOf(node)[1] - 1));
const spanOf = ({ range }: Node): Span => (range ? [range[0], range[1]] : [0, 0]);

function pairSpan(pair: Pair): Span {
  if (!isPair(pair) || !isNode(pair.key)) return [0, 0];
  const [start, keyEnd] = spanOf(pair.key);
  const end = isNode(pair.value) ? spanOf(pair.value)[1] : keyEnd;
  return [start, Math.max(keyEnd, end)];
}

/** A key of a map, or an item of a list: where it is as a whole, and where its name is. */
export type SymbolPart = { readonly key: string | number; readonly path: Path; readonly span: Span; readonly name: Span };

/** The keys or items that the part at a path is made of, as they are written. The name of an item is its first line. */
export function symbolParts(source: Source, path: Path): readonly SymbolPart[] {
  const node = nodeAt(source, path);
  if (isMap(node))
    return node.items.flatMap((pair) => {
      if (!isScalar(pair.key) || !pair.key.range) return [];
      const key = String(pair.key.value ?? "");
      return key === "" ? [] : [{ key, path: [...path, key], span: pairSpan(pair), name: spanOf(pair.key) }];
    });
  if (isSeq(node))
    return node.items.flatMap((item, i) => {
      if (!isNode(item) || !item.range || item.range[1] <= item.range[0]) return [];
      const span = spanOf(item);
      const line = source.text.slice(...span).search(/[\r\n]|$/);
      return [{ key: i, path: [...path, i], span, name: [span[0], span[0] + Math.max(1, line)] as const }];
    });
  return [];
}
