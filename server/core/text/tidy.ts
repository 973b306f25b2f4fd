import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { commentsOf } from "./comments.ts";
import { applied, type TextEdit } from "./edit.ts";
import { positionAt } from "./lines.ts";
import { read, type Source } from "./read.ts";
import type { Span } from "./span.ts";

/** Columns that each part stands further right than the key it belongs to. */
export const STEP = 2;

/**
 * The edits that give a text its usual look: two columns a level, one space after colons, dashes and commas, no white space at
 * the ends of lines, no two empty lines in a row, one line end at the end. Each edit stays on its line. With `lines`, only those
 * on lines from the first to the last. What is said and every comment stay as they were: where that cannot be had, and where the
 * text does not read, nothing is changed.
 */
export function tidied(source: Source, lines: readonly [first: number, last: number] = [0, Number.POSITIVE_INFINITY]): readonly TextEdit[] {
  const { text, doc } = source;
  if (!source.sound || !doc || source.flaws.length > 0 || doc.warnings.length > 0 || /\r(?!\n)/.test(text) || text.includes("\t"))
    return [];
  const within = ({ span }: TextEdit) => {
    const { line } = positionAt(source.lines, span[0]);
    return line >= lines[0] && line <= lines[1];
  };
  const made = new Tidying(source).edits().filter(within);
  return made.length > 0 && saysTheSame(source, applied(text, made)) ? made : [];
}

/** Whether another text says the same, comments included. */
function saysTheSame(source: Source, text: string): boolean {
  const after = read(text);
  return (
    after.sound &&
    after.flaws.length === 0 &&
    JSON.stringify(after.value) === JSON.stringify(source.value) &&
    JSON.stringify(commentsOf(text)) === JSON.stringify(commentsOf(source.text))
  );
}

/** What becomes of a line: the column it starts at, or how far its beginning moves. */
type Plan = { readonly column: number } | { readonly by: number };

class Tidying {
  readonly #source: Source;
  readonly #text: string;
  readonly #plans = new Map<number, Plan>();
  /** Lines that are words of a text, whose ends and emptiness may count. */
  readonly #words = new Set<number>();
  readonly #inner: TextEdit[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  edits(): TextEdit[] {
    const contents = this.#source.doc?.contents;
    if (isMap(contents) && !contents.flow) this.#map(contents, 0);
    const made = [...this.#inner, ...this.#lines()];
    return made
      .filter(({ span, text }) => this.#text.slice(...span) !== text)
      .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  }

  #map(map: YAMLMap, column: number): void {
    for (const pair of map.items) {
      if (!isScalar(pair.key) || !pair.key.range) continue;
      const [start, end] = pair.key.range;
      const moved = this.#start(start, column);
      const value = isNode(pair.value) ? pair.value : undefined;
      const colon = this.#text.indexOf(":", end);
      if (colon < 0) continue;
      if (/^[ ]*$/.test(this.#text.slice(end, colon))) this.#inner.push({ span: [end, colon], text: "" });
      if (value?.range && value.range[1] > value.range[0]) {
        const gap: Span = [colon + 1, value.range[0]];
        if (/^ +$/.test(this.#text.slice(...gap))) this.#inner.push({ span: gap, text: " " });
        this.#value(value, column, moved);
      }
    }
  }

  #seq(seq: YAMLSeq, column: number): void {
    for (const item of seq.items) {
      if (!isNode(item) || !item.range) continue;
      const dash = this.#text.lastIndexOf("-", item.range[0] - 1);
      if (dash < 0) continue;
      const moved = this.#start(dash, column);
      const gap: Span = [dash + 1, item.range[0]];
      const besides = /^ +$/.test(this.#text.slice(...gap));
      if (besides) this.#inner.push({ span: gap, text: " " });
      if (isMap(item) && !item.flow) this.#map(item, column + STEP);
      else this.#value(item, column, moved);
    }
  }

  #value(node: Node, column: number, moved: number): void {
    if (isMap(node) && !node.flow) this.#map(node, column + STEP);
    else if (isSeq(node) && !node.flow) this.#seq(node, column + STEP);
    else if (isScalar(node)) this.#scalar(node, column, moved);
    else {
      const [start, end] = node.range ?? [0, 0];
      const first = this.#lineAt(start);
      const last = this.#lineAt(Math.max(start, end - 1));
      for (let line = first + 1; line <= last; line++) this.#plans.set(line, { by: moved });
      if (first === last && !this.#text.slice(start, end).includes("#")) this.#inner.push({ span: [start, end], text: this.#flow(node) });
    }
  }

  /** A text on several lines moves with its key; one under a bar moves to its usual column. */
  #scalar(node: Scalar, column: number, moved: number): void {
    const [start, end] = node.range ?? [0, 0];
    const written = this.#text.slice(start, end);
    const first = this.#lineAt(start);
    const isBlock = String(node.type).startsWith("BLOCK");
    const header = /^[|>][^\n]*/.exec(written)?.[0] ?? "";
    const keeps = isBlock && /^[|>]\d?\+/.test(header);
    const last = this.#lineAt(Math.max(start, start + (keeps ? written : written.trimEnd()).length - 1));
    if (last === first) return;
    const own = isBlock ? /\n( *)[^ \r\n]/.exec(written)?.[1]?.length : undefined;
    const by = isBlock && own !== undefined && !/\d/.test(header) ? column + STEP - own : moved;
    for (let line = first + 1; line <= last; line++) {
      this.#plans.set(line, { by });
      this.#words.add(line);
    }
  }

  #flow(node: Node): string {
    if (isMap(node) && node.items.length > 0) return `{ ${node.items.map((pair) => this.#flowPair(pair)).join(", ")} }`;
    if (isSeq(node)) return `[${node.items.map((item) => (isNode(item) ? this.#flow(item) : "")).join(", ")}]`;
    return node.range ? this.#text.slice(node.range[0], node.range[1]) : "";
  }

  #flowPair({ key, value }: Pair): string {
    const name = isNode(key) ? this.#flow(key) : "";
    return isNode(value) && value.range && value.range[1] > value.range[0] ? `${name}: ${this.#flow(value)}` : `${name}:`;
  }

  /** Plans a column for what begins at an offset, where it begins its line; answers how far that moves it. */
  #start(offset: number, column: number): number {
    const line = this.#lineAt(offset);
    const from = this.#source.lines[line] ?? 0;
    if (!/^ *$/.test(this.#text.slice(from, offset))) return this.#moveOf(line);
    this.#plans.set(line, { column });
    return column - (offset - from);
  }

  #moveOf(line: number): number {
    const plan = this.#plans.get(line);
    if (!plan) return 0;
    return "by" in plan ? plan.by : plan.column - this.#indent(line);
  }

  *#lines(): Iterable<TextEdit> {
    const { lines } = this.#source;
    let empty = true;
    for (const [line, start] of lines.entries()) {
      const whole = this.#text.slice(start, lines[line + 1]);
      const words = whole.replace(/[\r\n]+$/, "");
      const isLast = line === lines.length - 1;
      if (words.trim() === "" && !this.#words.has(line)) {
        // The end of the text after its last line end is no line.
        if (empty && !(isLast && words === "")) yield { span: [start, start + whole.length], text: "" };
        else if (words !== "") yield { span: [start, start + words.length], text: "" };
        empty = true;
        continue;
      }
      empty = false;
      const indent = this.#indent(line);
      const column = words.trim() === "" ? indent : Math.max(0, this.#columnOf(line, indent, words));
      if (column !== indent) yield { span: [start, start + indent], text: " ".repeat(column) };
      const end = words.trimEnd().length;
      if (end < words.length && !this.#words.has(line)) yield { span: [start + end, start + words.length], text: "" };
      if (isLast) yield { span: [start + words.length, start + words.length], text: this.#text.includes("\r\n") ? "\r\n" : "\n" };
    }
  }

  #columnOf(line: number, indent: number, words: string): number {
    const plan = this.#plans.get(line);
    if (plan) return "column" in plan ? plan.column : indent + plan.by;
    return words.trimStart().startsWith("#") ? this.#commentColumn(line, indent) : indent;
  }

  /** A comment stands with what follows it, or with what came before it at its own column. */
  #commentColumn(line: number, indent: number): number {
    for (let next = line + 1; next < this.#source.lines.length; next++) {
      const plan = this.#plans.get(next);
      if (!plan || this.#words.has(next)) continue;
      if (this.#indent(next) === indent) return indent + this.#moveOf(next);
      break;
    }
    for (let before = line - 1; before >= 0; before--)
      if (this.#plans.has(before) && !this.#words.has(before) && this.#indent(before) === indent) return indent + this.#moveOf(before);
    return indent;
  }

  readonly #lineAt = (offset: number) => positionAt(this.#source.lines, offset).line;
  #indent(line: number): number {
    const start = this.#source.lines[line] ?? 0;
    return /^ */.exec(this.#text.slice(start, this.#source.lines[line + 1]))?.[0].length ?? 0;
  }
}
