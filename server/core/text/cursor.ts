import { isMap, isNode, isScalar, isSeq, type Node } from "yaml";
import type { Source } from "./read.ts";
import type { Path, Span } from "./span.ts";

/** What stands at an offset: a key, or a value that is not itself a part with keys or items. */
export type Spot = { readonly path: Path; readonly on: "key" | "value"; readonly span: Span };

/** What stands at an offset of the text. Undefined on white space, comments and punctuation. */
export function spotAt({ doc }: Source, offset: number): Spot | undefined {
  return doc?.contents ? within(doc.contents, [], offset) : undefined;
}

function within(node: Node, path: Path, offset: number): Spot | undefined {
  if (!covers(node, offset)) return undefined;
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value ?? "");
      if (covers(key, offset)) return { path: [...path, name], on: "key", span: [key.range?.[0] ?? 0, key.range?.[1] ?? 0] };
      const inner = isNode(value) ? within(value, [...path, name], offset) : undefined;
      if (inner) return inner;
    }
    return undefined;
  }
  if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) {
      const inner = isNode(item) ? within(item, [...path, i], offset) : undefined;
      if (inner) return inner;
    }
    return undefined;
  }
  return { path, on: "value", span: [node.range?.[0] ?? 0, node.range?.[1] ?? 0] };
}

const covers = ({ range }: Node, offset: number) => !!range && range[0] <= offset && offset <= range[1];

/** What a read value holds at a path. Undefined where it holds nothing. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, step) => (typeof part === "object" && part !== null ? (part as Record<string | number, unknown>)[step] : undefined),
    value,
  );

/** What a read value says in words: a text or a number. Undefined of a part that has others, and of nothing. */
export const saidBy = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

/** Every text below a part of a read value, with its path. */
export function* textsIn(value: unknown, path: Path): Iterable<{ path: Path; value: string }> {
  if (typeof value === "string") yield { path, value };
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, [...path, i]);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}
