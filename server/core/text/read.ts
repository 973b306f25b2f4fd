import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { remember } from "./address.ts";
import type { Flaw } from "./flaw.ts";
import { type Lines, linesOf } from "./lines.ts";
import { outlineOf } from "./outline.ts";
import { quickValue } from "./quick.ts";
import type { Path, Span } from "./span.ts";

/** Everything known about a text before its meaning is asked for. */
export type Source = {
  readonly text: string;
  readonly lines: Lines;
  /** The syntax tree, for edits. Undefined when the text was not read at all. */
  readonly doc: Document.Parsed | undefined;
  /** The root of the syntax tree, or of as much of one as it takes to find a place. */
  readonly outline: Node | null | undefined;
  /** The plain value: maps as objects without a prototype, lists as arrays. Aliases are never expanded; they read as null. A guess unless `sound`. */
  readonly value: unknown;
  readonly flaws: readonly Flaw[];
  /** Whether the syntax holds, so that the value can be trusted. */
  readonly sound: boolean;
};

/** Characters. A long playbook has ten thousand; more than this is some other file. */
export const LARGEST = 262_144;
/** Levels. A playbook has seven. */
const DEEPEST = 40;
/** Syntax errors told at once: after the first few the rest only echo them. */
const MOST_ERRORS = 3;
/** How the library reads for us. */
export const OPTIONS = { prettyErrors: false, stringKeys: true, merge: false } as const;
/** Characters that no editor shows and no text needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
export const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Reads a text. Never throws: whatever is wrong is a flaw. */
export function read(text: string): Source {
  const value = text.length > LARGEST || UNREADABLE.test(text) ? undefined : quickValue(text, DEEPEST);
  if (value === undefined) return readWhole(text);
  let doc: Document.Parsed | undefined;
  let outline: Node | null | undefined;
  let lines: Lines | undefined;
  const whole = () => {
    doc ??= parseDocument(text, OPTIONS);
    return doc;
  };
  return {
    text,
    get lines() {
      lines ??= linesOf(text);
      return lines;
    },
    // Made once somebody wants to change something, or asks for a place: of most texts nobody does.
    get doc() {
      return whole();
    },
    get outline() {
      if (doc) return doc.contents;
      outline ??= outlineOf(text) ?? whole().contents;
      return outline;
    },
    value,
    flaws: [],
    sound: true,
  };
}

/** Reads a text into its syntax tree first, and that into a value: whatever is wrong with it is known then. */
export function readWhole(text: string): Source {
  const lines = linesOf(text);
  const unread = (flaw: Flaw): Source => ({
    text,
    lines,
    doc: undefined,
    outline: undefined,
    value: undefined,
    flaws: [flaw],
    sound: false,
  });
  if (text.length > LARGEST) return unread({ kind: "too-large", span: firstLine(text), size: text.length, limit: LARGEST });
  const control = UNREADABLE.exec(text);
  if (control) return unread({ kind: "control-character", span: [control.index, control.index + 1], code: control[0].charCodeAt(0) });
  let doc: Document.Parsed;
  try {
    doc = parseDocument(text, OPTIONS);
  } catch (error) {
    // The parser recurses: nesting by the thousand overflows its stack. Nothing else makes it throw.
    if (error instanceof RangeError) return unread({ kind: "too-deep", span: firstLine(text), limit: DEEPEST });
    throw error;
  }
  const flaws: Flaw[] = [...syntaxFlaws(doc, text)];
  const sound = !flaws.some(({ kind }) => kind === "syntax" || kind === "tab" || kind === "too-deep");
  // Where the syntax is broken the value is only a guess, for help while typing; its flaws would only echo the break.
  const value = plain(doc.contents, text, [], sound ? flaws : []);
  const isEmpty = doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null);
  if (sound && !isEmpty && !isMap(doc.contents)) flaws.push({ kind: "not-a-map", span: firstLine(text) });
  if (sound && isEmpty && flaws.length === 0) flaws.push({ kind: "empty", span: firstLine(text) });
  return { text, lines, doc, outline: doc.contents, value, flaws, sound: sound && isMap(doc.contents) };
}

/** The first line that has anything on it, or the first character. */
function firstLine(text: string): Span {
  const { index = 0, 0: line = "" } = /\S[^\r\n]*/.exec(text) ?? {};
  return [index, Math.max(index + line.length, Math.min(1, text.length))];
}

function* syntaxFlaws(doc: Document.Parsed, text: string): Iterable<Flaw> {
  let told = 0;
  for (const { code, pos, message } of doc.errors) {
    const start = Math.min(pos[0], text.length);
    const span: Span = [start, Math.max(start, Math.min(pos[1], text.length))];
    if (code === "DUPLICATE_KEY") continue;
    else if (code === "RESOURCE_EXHAUSTION") yield { kind: "too-deep", span: firstLine(text), limit: DEEPEST };
    else if (code === "NON_STRING_KEY") yield { kind: "key-not-text", span };
    else if (code === "MULTIPLE_DOCS") yield { kind: "several-documents", span: firstLineFrom(text, span[0]) };
    else if (code === "TAB_AS_INDENT") yield { kind: "tab", span };
    else if (told++ < MOST_ERRORS) yield { kind: "syntax", span, code, detail: message };
  }
}

/** The document marker, or whatever begins the second document. */
function firstLineFrom(text: string, offset: number): Span {
  const end = text.slice(offset).search(/[\r\n]|$/);
  return [offset, offset + Math.max(1, end)];
}

/** The plain value of a part of the syntax tree, and what its writing does that a playbook must not. `at` is where the part stands. */
export function plain(part: unknown, text: string, at: Path, flaws: Flaw[]): unknown {
  const anchors: Span[] = [];
  const aliases: { span: Span; name: string }[] = [];
  let anchorName = "";
  let deep: Span | undefined;

  const spanOf = (node: Node | null | undefined): Span => (node?.range ? [node.range[0], node.range[1]] : firstLine(text));
  const note = (node: Node): void => {
    if ("anchor" in node && node.anchor) {
      anchorName ||= node.anchor;
      const [start] = spanOf(node);
      const written = text.lastIndexOf(`&${node.anchor}`, start);
      anchors.push(written < 0 ? spanOf(node) : [written, written + node.anchor.length + 1]);
    }
    if ("tag" in node && node.tag && !node.tag.startsWith("tag:yaml.org,")) {
      const [start, end] = spanOf(node);
      const written = text.lastIndexOf("!", start - 1);
      flaws.push({ kind: "tag", span: written < 0 ? [start, end] : [written, written + text.slice(written).search(/\s|$/)] });
    }
  };

  const plainOf = (node: unknown, path: Path): unknown => {
    if (path.length > DEEPEST) {
      deep ??= spanOf(node as Node);
      return null;
    }
    if (isAlias(node)) {
      aliases.push({ span: spanOf(node), name: node.source });
      return null;
    }
    if (isScalar(node)) {
      note(node);
      return node.value;
    }
    if (isSeq(node)) {
      note(node);
      return remember(
        node.items.map((item, i) => plainOf(item, [...path, i])),
        path,
      );
    }
    if (isMap(node)) {
      note(node);
      return mapOf(node, path);
    }
    return null;
  };

  const mapOf = (map: YAMLMap, path: Path): object => {
    const object = remember<Record<string, unknown>>(Object.create(null), path);
    const seen = new Map<string, Span>();
    for (const { key, value } of map.items) {
      if (isAlias(key)) {
        aliases.push({ span: spanOf(key), name: key.source });
        continue;
      }
      const name = isScalar(key) ? String(key.value ?? "") : "";
      const span = isScalar(key) ? spanOf(key) : spanOf(map);
      const first = seen.get(name);
      if (name === "<<") flaws.push({ kind: "merge-key", span });
      else if (first) flaws.push({ kind: "duplicate-key", span, key: name, first });
      else object[name] = plainOf(value, [...path, name]);
      // What a merge key or a second key of one name holds is still read for its own flaws.
      if (name === "<<" || first) plainOf(value, [...path, name]);
      if (!first) seen.set(name, span);
    }
    return object;
  };

  const value = plainOf(part, at);
  const [anchor] = anchors;
  const [alias] = aliases;
  if (anchor) flaws.push({ kind: "anchor", span: anchor, name: anchorName, count: anchors.length });
  if (alias) flaws.push({ kind: "alias", span: alias.span, name: alias.name, count: aliases.length });
  if (deep) flaws.push({ kind: "too-deep", span: deep, limit: DEEPEST });
  return value;
}
