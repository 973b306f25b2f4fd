import { stringify } from "yaml";
import type { Playbook } from "../core/index.ts";
import { apollo } from "./apollo.ts";
import { asCalendar } from "./calendar-file.ts";
import { isObj, parsed } from "./data.ts";
import { isDocument, openDocument, opensWithTable } from "./document.ts";
import { asDraft, slug } from "./draft.ts";
import { hubspot } from "./hubspot.ts";
import { lemlist } from "./lemlist.ts";
import { type Feature, type Loss, lossesOf } from "./losses.ts";
import { foreignTo, inOrder, markupIn, orphanIn, outlineOf, wordsOf } from "./outline.ts";
import { outreach } from "./outreach.ts";
import { asPage } from "./page.ts";
import { salesloft } from "./salesloft.ts";
import { CannotRead, type DayCount, type RawSequence, type Unreadable } from "./sequence.ts";
import { understood } from "./steps.ts";
import { hasColumns, isTable, openTable, writtenTable } from "./table.ts";
import type { Tool } from "./tool.ts";
import type { SourceName, TargetName, ToolName } from "./tool-names.ts";

export type { DayCount } from "./sequence.ts";
export { SOURCES, type SourceName, TARGETS, type TargetName } from "./tool-names.ts";

const tools = { outreach, salesloft, apollo, hubspot, lemlist } as const satisfies Record<ToolName, Tool>;

/** A playbook that came of an import: the name it may have, its text, how many touches it has, and what somebody should know. */
export type Draft = {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly touches: number;
  readonly notes: readonly string[];
};
export type Imported = { readonly from: string; readonly drafts: readonly Draft[] };

export type ImportOptions = {
  /** The file's name, without its ending: what a sequence is called that has no name. */
  readonly name: string;
  /** Left out: seen from the text. */
  readonly from?: SourceName | undefined;
  /** How days are counted. Left out: as the tool does. */
  readonly days?: DayCount | undefined;
};

/** Reads whatever a tool exported, or somebody wrote down, as drafts. Nothing in it is lost: what has no place stands in comments. Never throws. */
export function importText(text: string, { name, from, days }: ImportOptions): Imported | Unreadable {
  try {
    const bare = text.replace(/^\ufeff/, "");
    if (bare.trim() === "") throw new CannotRead("There is nothing in this file.", "Check that the export has ended, and try again.");
    const kind = from ?? kindOf(bare);
    if (kind === "json") return { from: "a file of Cadence Playbooks", drafts: wholePlaybooks(parsed(bare), name) };
    const { title, sequences } = opened(bare, kind, name, days);
    const ids = new Set<string>();
    return {
      from: title,
      drafts: sequences.map((raw) => draftOf({ ...raw, days: days ?? raw.days, title: raw.title || name }, title, ids)),
    };
  } catch (error) {
    if (error instanceof CannotRead) return { what: error.message, todo: error.todo };
    throw error;
  }
}

/** What a text is, by its looks. */
function kindOf(text: string): SourceName {
  // A document may begin with a blank in brackets.
  if (/^\s*[[{]/.test(text) && !/^\s*\[\s*\p{L}[^\]\n]*\]\s*$/u.test(text.split("\n")[0] ?? "")) {
    const data = parsed(text);
    if (isObj(data) && isObj(data["playbook"])) return "json";
    const tool = (Object.keys(tools) as ToolName[]).find((one) => exportsIn(tools[one], data).length > 0);
    if (tool) return tool;
    throw new CannotRead(
      "This is JSON, and no sequence that is known here can be found in it.",
      "Export the sequence with its steps and templates; or name the tool with --from.",
    );
  }
  if (isTable(text) && !opensWithTable(text)) return "csv";
  return isDocument(text) || !hasColumns(text) ? "document" : "csv";
}

function opened(
  text: string,
  kind: Exclude<SourceName, "json">,
  name: string,
  days: DayCount | undefined,
): { readonly title: string; readonly sequences: readonly RawSequence[] } {
  if (kind === "csv") return { title: "a table", sequences: openTable(text, name) };
  if (kind === "document") return { title: "a document", sequences: openDocument(text, name, days) };
  const tool = tools[kind];
  const data = parsed(text);
  const found = exportsIn(tool, data);
  if (found.length === 0)
    throw new CannotRead(
      `No sequence of ${tool.title} can be found in this file.`,
      "Export it with its steps, or leave --from out and let the file speak.",
    );
  const sequences = found.flatMap((one) => tool.open(one));
  const [first, ...others] = sequences;
  // What stands in a list beside sequences and is none is kept with the first of them.
  const beside = found[0] === data ? [] : listed(data).filter((one) => !found.includes(one));
  if (!first || beside.length === 0) return { title: tool.title, sequences };
  const kept = beside.map((one) => ({ name: "beside the sequences", value: JSON.stringify(one) }));
  const notes = [
    ...first.notes,
    `The file holds ${beside.length} more that ${tool.title} would not know as a sequence; it stands in the comments.`,
  ];
  return { title: tool.title, sequences: [{ ...first, kept: [...first.kept, ...kept], notes }, ...others] };
}

/** What a file holds of a tool: one export, or a list of them, as a script writes that fetches one after the other. */
const exportsIn = (tool: Tool, data: unknown): readonly unknown[] =>
  tool.reads(data) ? [data] : listed(data).filter((one) => tool.reads(one));

/** The items of a list, also of one that an object holds alone or beside paging. */
function listed(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  const lists = isObj(data) ? Object.values(data).filter((value) => Array.isArray(value)) : [];
  return lists.length === 1 ? (lists[0] as readonly unknown[]) : [];
}

/** A draft is longer than the checks read from here on. Characters. */
const LARGEST = 262_144;

function draftOf(raw: RawSequence, from: string, ids: Set<string>): Draft {
  const sequence = understood(raw);
  const text = asDraft(sequence, from);
  const notes = [...sequence.notes];
  if (raw.days === "calendar" && sequence.steps.some(({ day }) => day > 1))
    notes.push("Days were counted as on a calendar and became business days; --days business takes them as they are.");
  if (sequence.steps.length === 0) notes.push("It has no step that reaches anybody.");
  if (text.length > LARGEST) notes.push("It is longer than the checks read. Split it: no prospect should meet this many touches.");
  return { id: uniqueId(slug(sequence.title) || "imported", ids), text, title: sequence.title, touches: sequence.steps.length, notes };
}

function uniqueId(id: string, taken: Set<string>): string {
  let made = id;
  for (let i = 2; taken.has(made); i++) made = `${id}-${i}`;
  taken.add(made);
  return made;
}

function wholePlaybooks(data: unknown, name: string): readonly Draft[] {
  const { playbook, id, format } = isObj(data) ? data : {};
  if (!isObj(playbook) || format !== 1)
    throw new CannotRead("This is not a playbook as “cadence export --to json” writes it.", "Export it again, or leave --from out.");
  const title = typeof playbook["title"] === "string" ? playbook["title"] : name;
  const touches = Array.isArray(playbook["touches"]) ? playbook["touches"].length : 0;
  return [
    {
      id: (typeof id === "string" && slug(id)) || slug(name) || "imported",
      title,
      touches,
      text: stringify(playbook, { lineWidth: 0 }),
      notes: [],
    },
  ];
}

/** What an export writes: the ending of its file, its text, and what it could not say. */
export type Exported = { readonly ending: string; readonly text: string; readonly losses: readonly Loss[] };

const FORMS = { csv: "a table", json: "a file of Cadence Playbooks", markdown: "a page", ics: "a calendar" } as const;

/** What a target is called in a sentence. */
export const titleOf = (to: TargetName): string => (to in tools ? tools[to as ToolName].title : FORMS[to as keyof typeof FORMS]);

const HOLDS: Readonly<Record<Exclude<TargetName, ToolName>, readonly Feature[]>> = {
  json: [
    "fields",
    "particulars",
    "summary",
    "businessDays",
    "fallbacks",
    "words",
    "modes",
    "threads",
    "negativeOptions",
    "voicemails",
    "examples",
    "branches",
    "around",
  ],
  csv: ["fields", "businessDays", "modes", "threads", "negativeOptions", "voicemails"],
  markdown: ["fields", "summary", "businessDays", "modes", "threads", "negativeOptions", "voicemails"],
  ics: ["businessDays", "reasons"],
};

const COLUMNS = [
  "sequence",
  "step",
  "business_day",
  "channel",
  "mode",
  "thread",
  "id",
  "kind",
  "ask",
  "reason",
  "value",
  "asset",
  "words-from",
  "pairs-with",
  "negative-option",
  "subject",
  "message",
  "script",
  "voicemail",
  "guidance",
];

/** A playbook in the form of another tool, always switched off, with what that tool cannot express. `start` is the first day, for calendars. */
export function exportPlaybook(
  playbook: Playbook,
  { id, to, start }: { readonly id: string; readonly to: TargetName; readonly start: string },
): Exported {
  if (to in tools) {
    const tool = tools[to as ToolName];
    const holds = new Set<Feature>([
      "modes",
      "threads",
      ...(tool.summarises ? (["summary"] as const) : []),
      ...(tool.days === "business" ? (["businessDays"] as const) : []),
      ...(tool.writing === "liquid" || tool.writing === "camel" ? (["fallbacks"] as const) : []),
    ]);
    return {
      ending: `${to}.json`,
      text: `${JSON.stringify(tool.write(outlineOf(playbook, tool)), null, 2)}\n`,
      losses: lossesOf(playbook, holds, foreignTo(tool, playbook), orphanIn(tool, playbook), markupIn(playbook)),
    };
  }
  const target = to as keyof typeof HOLDS;
  const losses = lossesOf(playbook, new Set(HOLDS[target]));
  if (target === "json") return { ending: "json", text: `${JSON.stringify({ format: 1, id, playbook }, null, 2)}\n`, losses };
  if (target === "markdown") return { ending: "md", text: asPage(playbook), losses };
  if (target === "ics") return { ending: "ics", text: asCalendar(playbook, id, start), losses };
  const rows = inOrder(playbook.touches).map((touch, i) => ({
    ...Object.fromEntries(COLUMNS.map((column) => [column, wordsOf(touch, column)?.replace(/\n$/, "") ?? ""])),
    sequence: playbook.title ?? id,
    step: i + 1,
    business_day: touch.day,
  }));
  return { ending: "csv", text: writtenTable(rows, COLUMNS), losses };
}
