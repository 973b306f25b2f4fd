import type { FileKind } from "./format/file-kind.ts";
import { textsIn } from "./text/cursor.ts";
import { keyAt, locate } from "./text/locate.ts";
import type { Source } from "./text/read.ts";
import type { Path, Span } from "./text/span.ts";
import { blanks } from "./variables.ts";

/** What a file gives a name to, so that other places can speak of it. */
export type NameKind = "touch" | "variable" | "asset";

/** A name where it is written: where it is given, or where it is used. The span holds the name and nothing else. */
export type Name = {
  readonly kind: NameKind;
  readonly name: string;
  readonly role: "given" | "used";
  readonly span: Span;
  readonly path: Path;
};

/** What a name of each kind may look like, for checking a new one. */
export const NAME_SHAPE: Readonly<Record<NameKind, RegExp>> = {
  touch: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  asset: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  variable: /^[a-z][a-z0-9_]*$/,
};

const known = new WeakMap<Source, readonly Name[]>();

/**
 * Every name in a file, in the order of the text, as far as the file can be read: a file that is only half understood still knows
 * its names. Touches and variables are names of their own file; assets are named by the file of shared assets.
 */
export function namesIn(source: Source, kind: FileKind): readonly Name[] {
  const before = known.get(source);
  if (before) return before;
  const made = source.doc ? [...(kind === "playbook" ? inPlaybook(source) : kind === "assets" ? inAssets(source) : [])] : [];
  made.sort((a, b) => a.span[0] - b.span[0]);
  known.set(source, made);
  return made;
}

function* inAssets(source: Source): Iterable<Name> {
  for (const name of keysOf(source, ["assets"])) yield* given(source, "asset", name, ["assets", name]);
}

function* inPlaybook(source: Source): Iterable<Name> {
  for (const name of keysOf(source, ["variables"])) yield* given(source, "variable", name, ["variables", name]);
  const touches = new Set<string>();
  for (const { path, value } of textsIn(source.value, [])) {
    const key = path.at(-1);
    if (isTouchField(path)) {
      if (key === "id") touches.add(value);
      if (key === "id" || key === "pairs-with")
        yield { kind: "touch", name: value, role: key === "id" ? "given" : "used", span: inner(source, path, value), path };
      if (key === "asset" || key === "words-from")
        yield { kind: "asset", name: value, role: "used", span: inner(source, path, value), path };
    }
    for (const { name, from } of blanks(value)) {
      if (name === "") continue;
      const start = value.indexOf(name, from + 2);
      yield { kind: "variable", name, role: "used", span: locate(source, { path, words: [start, start + name.length] }), path };
    }
  }
  for (const { path, value } of textsIn((source.value as { accepted?: unknown } | undefined)?.accepted, ["accepted"]))
    if (path.at(-1) === "at" && touches.has(value))
      yield { kind: "touch", name: value, role: "used", span: inner(source, path, value), path };
}

/** A key that gives a name. */
function* given(source: Source, kind: NameKind, name: string, path: Path): Iterable<Name> {
  const span = keyAt(source, path);
  if (!span) return;
  const quoted = /^["']/.test(source.text.slice(...span)) ? 1 : 0;
  yield { kind, name, role: "given", span: [span[0] + quoted, span[1] - quoted], path };
}

/** A value that is a name, without the quotes around it. */
const inner = (source: Source, path: Path, value: string): Span =>
  value === "" ? locate(source, { path }) : locate(source, { path, words: [0, value.length] });

/** Fields of a touch, in the cadence itself or in a branch. */
const isTouchField = (path: Path) =>
  path.at(-3) === "touches" && typeof path.at(-2) === "number" && (path.length === 3 || path[0] === "replies");

const keysOf = (source: Source, path: Path): string[] => {
  const part = path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[String(step)], source.value);
  return typeof part === "object" && part !== null && !Array.isArray(part) ? Object.keys(part) : [];
};
