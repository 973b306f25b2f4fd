import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from "vscode-languageserver";
import {
  called,
  type Field,
  type FileKind,
  fieldsAt,
  linesOf,
  offsetAt,
  type Path,
  type Rule,
  read,
  reread,
  rules,
  type Source,
  saidBy,
  timeZones,
  valueAt,
  valuesAt,
} from "../core/index.ts";
import type { Known } from "./host.ts";
import { ruleWords } from "./rule-words.ts";
import { newBranches, newTouches, nextDays } from "./snippets.ts";

const MARK = "cursor-mark";

/** Completion of one file. */
type Options = {
  readonly kind: FileKind;
  readonly known: Known;
  readonly snippets: boolean;
  /** The regions of the world, where one is asked for. */
  readonly regions?: Regions | undefined;
};
type Regions = readonly { readonly name: string; readonly title: string }[];

/** Whether a region is written at a position: their list is long, and fetched for nothing else. */
export const asksForRegion = (text: string, position: Position): boolean => {
  const offset = offsetAt(text, linesOf(text), position);
  return /\bregion:[^\n]*$/.test(text.slice(Math.max(0, offset - 200), offset));
};

/**
 * What can be written at a position: keys where a key belongs, values where a value does, variables inside a blank.
 * The line being written is replaced by a marker, so that it is the only thing that need not make sense yet.
 */
export function completionsAt(text: string, position: Position, { kind, known, snippets, regions }: Options): CompletionItem[] {
  const offset = offsetAt(text, linesOf(text), position);
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.slice(offset).search(/\r?\n|$/) + offset;
  const before = text.slice(start, offset);
  const marked = (line: string) => guess(text.slice(0, start) + line + text.slice(end));

  const blank = /\{\{\s*([a-z0-9_]*)$/.exec(before);
  if (blank) return variables(marked(before.replace(/\S.*$/, "")), text.slice(offset, end));

  const flow = flowAt(before);
  if (flow) {
    const root = marked(flow.line);
    const path = pathOf(flow.mark, root);
    if (!path) return [];
    return flow.mark === "value" ? valueItems(kind, path, root, known, regions) : keyItems(kind, path.slice(0, -1), root, "", false);
  }

  const value = /^(\s*(?:- +)*)([A-Za-z0-9_-]+):\s+(["']?)([^"'#]*)$/.exec(before);
  if (value) {
    const [, indent = "", key = ""] = value;
    const root = marked(`${indent}${key}: ${MARK}`);
    const path = pathOf("value", root);
    return path ? valueItems(kind, path, root, known, regions) : [];
  }
  const item = /^(\s*(?:- +)+)([A-Za-z0-9_-]*)$/.exec(before);
  const key = /^(\s*(?:- +)*)([A-Za-z0-9_-]*)$/.exec(before);
  if (!key) return [];
  const [, indent = ""] = key;
  // Where an item of a list belongs, and nothing else reads: a whole touch, its dash included or already there.
  const touch = isUnderTouches(text.slice(0, start), indent) ? touchesAt(marked(`${item ? indent : `${indent}- `}${MARK}`)) : undefined;
  if (touch && !item) return newTouches(kind, touch, indent, { snippets, dash: true });
  const root = marked(`${indent}${MARK}: `);
  const path = pathOf("key", root)?.slice(0, -1);
  const keys = path ? keyItems(kind, path, root, indent, snippets) : [];
  if (!item) return keys;
  if (touch) return [...newTouches(kind, touch, indent, { snippets, dash: false }), ...keys];
  if (keys.length > 0) return keys;
  const listed = marked(`${item[1]}${MARK}`);
  const place = pathOf("value", listed);
  return place ? valueItems(kind, place, listed, known, regions) : [];
}

/** Whether the line before which a text ends, begun with some white space and dashes, may be in a list of touches: the key above it says so. */
function isUnderTouches(before: string, indent: string): boolean {
  const column = indent.replace(/- *$/, "").length;
  for (let end = before.length; end > 0; ) {
    const from = before.lastIndexOf("\n", end - 2) + 1;
    const line = before.slice(from, end).trimEnd();
    end = from;
    const own = /^[ -]*/.exec(line)?.[0] ?? "";
    if (line.trim() === "" || /^\s*#/.test(line) || own.length > column || (own.length === column && /^\s*-/.test(line))) continue;
    return /^[ -]*touches:\s*(?:#.*)?$/.test(line);
  }
  return false;
}

/** The list of touches that the marker is an item of, without it. */
function touchesAt(root: unknown): { readonly path: Path; readonly index: number; readonly root: unknown } | undefined {
  const place = pathOf("value", root);
  const path = place?.slice(0, -1);
  const index = place?.at(-1);
  if (path?.at(-1) !== "touches" || typeof index !== "number") return undefined;
  const list = valueAt(root, path);
  return { path, index, root: Array.isArray(list) ? withPart(root, path, list.toSpliced(index, 1)) : root };
}

/** A value with another part at a path. What was read before stays as it is, because it is read on from. */
function withPart(root: unknown, path: Path, part: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(root)) return root.with(Number(step), withPart(root[Number(step)], rest, part));
  return { ...(root as object), [step]: withPart((root as Record<string, unknown>)[step], rest, part) };
}

/** What is told of an item once somebody looks at it: what is long, and of which a list holds many. */
export function resolved(item: CompletionItem): CompletionItem {
  const { rule: id } = (item.data ?? {}) as { readonly rule?: string };
  const rule = called<Rule>(rules, id);
  return id !== undefined && rule ? { ...item, documentation: { kind: "markdown", value: ruleWords(id, rule) } } : item;
}

/** Inside brackets that are open on this line: the line with the marker at its end and the brackets closed. */
function flowAt(before: string): { readonly line: string; readonly mark: "key" | "value" } | undefined {
  const closers: string[] = [];
  let from = 0;
  for (const { 0: part, index } of before.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{},]|(?<=\s)#/g)) {
    if (part === "#") return undefined;
    if (part === "[" || part === "{") closers.unshift(part === "[" ? "]" : "}");
    else if (part === "]" || part === "}") closers.shift();
    else if (part !== ",") continue;
    from = index + 1;
  }
  // A message may hold a bracket too; only what follows a key, a dash or another bracket opens one.
  if (closers.length === 0 || !/^\s*(?:- +)*(?:[A-Za-z0-9_-]+:\s+)?[[{]/.test(before)) return undefined;
  const written = before.slice(from);
  const isKey = closers[0] === "}" && !written.includes(":");
  const lead = isKey ? (/^\s*/.exec(written)?.[0] ?? "") : (/^\s*(?:[A-Za-z0-9_-]+:\s*)?/.exec(written)?.[0] ?? "");
  return { line: `${before.slice(0, from)}${lead} ${MARK}${isKey ? ": " : ""}${closers.join("")}`, mark: isKey ? "key" : "value" };
}

/** What was read last. While somebody types, the next text differs from it in a line. */
let last: Source | undefined;

/**
 * What a text says, as well as can be told: where it does not read as a whole, each of its top-level keys is read by itself,
 * so that a slip in one does not silence the others.
 */
function guess(text: string): unknown {
  const whole = (last && reread(last, text)) ?? read(text);
  last = whole.sound ? whole : undefined;
  if (whole.sound) return whole.value;
  const sections = text.split(/^(?=[^\s#-])/m).map((section) => {
    const source = read(section);
    return (source.sound ? source : read(withoutSlips(section))).value;
  });
  return Object.assign(Object.create(null), ...sections.filter((value) => typeof value === "object" && !Array.isArray(value)));
}

/** A key whose text opens a quotation mark and does not close it on its line. */
const UNCLOSED = /^([ \t]*(?:- +)*[A-Za-z0-9_-]+:[ \t]+)(["'])(?![^\n]*\2[ \t]*(?:#[^\n]*)?\r?$)/gm;

/** A text without the two slips that hide everything after them: such a quotation mark, and a tab that was to indent a line like the one before. */
function withoutSlips(text: string): string {
  let column = 0;
  return text.replace(UNCLOSED, "$1").replace(/^([ \t]*(?:- +)*)(?=\S)/gm, (lead) => {
    if (!lead.includes("\t")) column = lead.length;
    return lead.includes("\t") ? " ".repeat(column) : lead;
  });
}

/** Where the marker stands: as a key or as a value. */
function pathOf(mark: "key" | "value", value: unknown): Path | undefined {
  const search = (part: unknown, path: Path): Path | undefined => {
    if (mark === "value" && part === MARK) return path;
    if (typeof part !== "object" || part === null) return undefined;
    if (mark === "key" && MARK in part) return [...path, MARK];
    for (const [key, inner] of Object.entries(part)) {
      const found = search(inner, [...path, Array.isArray(part) ? Number(key) : key]);
      if (found) return found;
    }
    return undefined;
  };
  return search(value, []);
}

function keyItems(kind: FileKind, path: Path, root: unknown, indent: string, snippets: boolean): CompletionItem[] {
  const part = valueAt(root, path);
  const written = new Set(typeof part === "object" && part !== null ? Object.keys(part) : []);
  if (kind === "config") {
    const names = namesAt(path, root).filter(({ label }) => !written.has(label));
    if (names.length > 0) return names;
  }
  const fields = fieldsAt(kind, path, root).filter(({ key }) => !written.has(key));
  return [
    ...fields.map((field, i): CompletionItem => {
      const { text, again } = keyText(field, " ".repeat(indent.length), snippets);
      return {
        label: field.key,
        kind: CompletionItemKind.Property,
        detail: field.required ? `${field.title} (needed)` : field.title,
        labelDetails: { description: field.required ? "needed" : field.title },
        documentation: {
          kind: "markdown",
          value: [field.description, field.values.length > 0 ? "" : `*Write* ${field.type}.`].filter(Boolean).join("\n\n"),
        },
        // In the order of the format, what is needed first.
        sortText: `${field.required ? 0 : 1}${String(i).padStart(3, "0")}`,
        insertText: text,
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        ...(again ? { command: { title: "Suggest", command: "editor.action.triggerSuggest" } } : {}),
      };
    }),
    ...newBranches(kind, path, fields, indent, snippets),
  ];
}

/** Keys whose words are long enough to want lines of their own. */
const LONG = new Set(["message", "script", "voicemail"]);

/** The keys of the configuration that are names of things: rules, and segments. */
function namesAt(path: Path, root: unknown): CompletionItem[] {
  if (path.at(-1) === "severities")
    return Object.entries<Rule>(rules).map(([id, rule]) => ({
      label: id,
      kind: CompletionItemKind.Property,
      detail: rule.summary,
      data: { rule: id },
      insertText: `${id}: `,
      command: { title: "Suggest", command: "editor.action.triggerSuggest" },
    }));
  if (path.join() !== "caps") return [];
  const approvers = valueAt(root, ["approvers"]);
  const segments = (Array.isArray(approvers) ? approvers : []).flatMap((one: { segments?: unknown } | null) => one?.segments ?? []);
  return ["default", ...new Set(segments.filter((one) => typeof one === "string"))].map((name, i) => ({
    label: name,
    kind: CompletionItemKind.Property,
    detail: i === 0 ? "Every segment not named" : "A segment your approvers name",
    sortText: String(i).padStart(3, "0"),
    insertText: `${name}:`,
  }));
}

function keyText({ key, shape, values }: Field, indent: string, snippets: boolean): { text: string; again: boolean } {
  const stop = snippets ? "$0" : "";
  if (LONG.has(key)) return { text: `${key}: |\n${snippets ? "  " : `${indent}  `}${stop}`, again: false };
  // Editors indent the further lines of a snippet themselves; plain text must bring its own indentation.
  const inner = snippets ? "  " : `${indent}  `;
  if (shape === "map") return { text: `${key}:\n${inner}${stop}`, again: snippets };
  if (shape === "list") return { text: `${key}:\n${inner}- ${stop}`, again: snippets };
  return { text: `${key}: ${stop}`, again: values.length > 0 || key === "asset" || key === "words-from" || key === "pairs-with" };
}

function valueItems(kind: FileKind, path: Path, root: unknown, known: Known, regions: Regions = []): CompletionItem[] {
  const key = path.at(-1);
  if (kind === "playbook" && (key === "asset" || key === "words-from"))
    // Words are taken only from what has some; brought can be anything.
    return Object.entries(known.assets?.assets ?? {}).flatMap(([id, { title, summary, words, expires }]) =>
      key === "words-from" && words === undefined
        ? []
        : {
            label: id,
            kind: CompletionItemKind.File,
            detail: title,
            labelDetails: { description: title },
            documentation: {
              kind: "markdown",
              value: [summary, words?.replace(/^/gm, "> "), `To be sent until ${expires}.`].filter(Boolean).join("\n\n"),
            },
          },
    );
  if (kind === "playbook" && key === "pairs-with") return earlierTouches(path, root);
  if (kind === "playbook" && key === "day" && path.at(-3) === "touches") return nextDays(path, root);
  if (kind === "playbook" && key === "rule" && path[0] === "accepted") return readingsOf();
  if (kind === "config" && key === "region")
    return regions.map(({ name, title }) => ({
      label: name,
      kind: CompletionItemKind.Value,
      detail: title,
      labelDetails: { description: title },
      // Whoever types “Germ” or “Bay” has no code in mind.
      filterText: `${name} ${title}`,
    }));
  if (kind === "config" && key === "time-zone") return timeZones().map((label) => ({ label, kind: CompletionItemKind.Value }));
  return valuesAt(kind, path, root).map(({ value, meaning }, i) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    ...(meaning ? { detail: meaning } : {}),
    sortText: String(i).padStart(3, "0"),
  }));
}

/** The rules whose findings can be accepted. */
const readingsOf = (): CompletionItem[] =>
  Object.entries<Rule>(rules)
    .filter(([, { kind }]) => kind === "heuristic")
    .map(([id, { summary }]) => ({ label: id, kind: CompletionItemKind.Property, detail: summary, data: { rule: id } }));

function earlierTouches(path: Path, root: unknown): CompletionItem[] {
  const touches = valueAt(root, path.slice(0, -2));
  if (!Array.isArray(touches)) return [];
  return touches.slice(0, Number(path.at(-2))).flatMap((touch: unknown) => {
    const { id } = (touch ?? {}) as Record<string, unknown>;
    const [day, channel] = [saidBy(valueAt(touch, ["day"])), saidBy(valueAt(touch, ["channel"]))];
    return typeof id === "string"
      ? [{ label: id, kind: CompletionItemKind.Reference, detail: [day && `day ${day}`, channel].filter(Boolean).join(", ") }]
      : [];
  });
}

function variables(root: unknown, after: string): CompletionItem[] {
  const declared = valueAt(root, ["variables"]);
  const closed = /^\s*\}\}/.test(after);
  return Object.entries(typeof declared === "object" && declared !== null ? declared : {}).map(([name, variable]) => {
    const { example, meaning } = (variable ?? {}) as Record<string, unknown>;
    return {
      label: name,
      kind: CompletionItemKind.Variable,
      insertText: closed ? name : `${name}}}`,
      ...(typeof example === "string" ? { detail: example, labelDetails: { description: example } } : {}),
      ...(typeof meaning === "string" ? { documentation: meaning } : {}),
    };
  });
}
