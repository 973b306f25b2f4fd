import Papa from "papaparse";
import { words as wordsOf } from "./data.ts";
import { CannotRead, type Kept, type RawSequence, type RawStep } from "./sequence.ts";
import { kindIn } from "./tool.ts";
import { countsBusinessDays, unitOf, waitIn } from "./waits.ts";

/** The columns we know, by what they may be called; compared without capitals, spaces and signs. */
const COLUMNS = {
  sequence: ["sequence", "sequencename", "cadence", "cadencename", "campaign", "campaignname"],
  position: ["step", "stepnumber", "steporder", "stepno", "order", "position", "touch", "touchnumber", "touchno"],
  variant: ["variant", "variation", "version", "ab", "abtest", "abvariant", "templatevariant"],
  type: ["type", "steptype", "channel", "action", "actiontype", "activity", "activitytype", "tasktype", "touchtype", "medium", "method"],
  business: ["businessday"],
  day: ["day", "stepday", "cadenceday", "daynumber", "onday"],
  delay: [
    "delay",
    "wait",
    "interval",
    "delaydays",
    "waitdays",
    "intervaldays",
    "delayindays",
    "waitindays",
    "daysafterprevious",
    "dayssinceprevious",
    "waittime",
    "dayoffset",
    "delaybusinessdays",
    "waitbusinessdays",
  ],
  unit: ["unit", "delayunit", "waitunit", "intervalunit", "waitmode", "delaytype", "timeunit", "units"],
  minutes: ["intervalminutes", "delayminutes", "intervalinminutes", "delayinminutes"],
  hours: ["delayhours", "delayinhours", "waithours", "intervalhours"],
  subject: ["subject", "emailsubject", "subjectline", "templatesubject", "emailtemplatesubject", "emailsubjectline"],
  body: [
    ...["body", "message", "content", "copy", "text", "template", "bodyhtml", "htmlbody", "bodytext", "messagebody", "messagetext"],
    ...["emailbody", "emailcontent", "emailcopy", "emailtext", "emailbodyhtml", "templatebody", "templatebodyhtml", "emailtemplatebody"],
  ],
  script: ["script", "callscript", "talktrack"],
  name: ["id", "name", "stepname", "title", "steptitle", "displayname", "label", "taskname"],
  mode: ["mode", "automation", "execution", "automatic"],
  thread: ["thread", "threading", "isreply", "reply"],
  guidance: ["guidance", "notes", "note", "instructions", "tasknote", "tasknotes", "taskdescription", "comment"],
  kind: ["kind"],
  ask: ["ask"],
  reason: ["reason"],
  value: ["value"],
  asset: ["asset"],
  "words-from": ["wordsfrom"],
  "pairs-with": ["pairswith"],
  "negative-option": ["negativeoption"],
  voicemail: ["voicemail"],
} as const;
type Column = keyof typeof COLUMNS;

/** Columns that together only our own tables have. */
const OWN = ["business", "words-from", "negative-option"] as const satisfies readonly Column[];

/** Columns whose words stand in a touch under the same name. */
const FIELDS = ["kind", "ask", "reason", "value", "asset", "words-from", "pairs-with", "negative-option", "voicemail"] as const;

/** Rows at most. A sequence has twenty steps. */
const MOST_ROWS = 100_000;

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
const columnOf = (header: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => (COLUMNS[column] as readonly string[]).includes(plain(header)));

/** What stands in the first line of a text, were it that of a table. */
const firstCells = (text: string): readonly string[] =>
  (
    withoutHint(text)
      .text.split(/\r?\n|\r/)
      .find((line) => line.trim() !== "") ?? ""
  )
    .split(/[,;\t|]/)
    .map((cell) => cell.replace(/^\s*"|"\s*$/g, "").trim());

/** Words of a column's name at most. */
const MOST_WORDS = 8;

/** Whether the first line of a text could name columns, known or not: there are several, and none reads like a sentence. */
export function hasColumns(text: string): boolean {
  const named = firstCells(text).filter(Boolean);
  return named.length > 1 && named.every((cell) => cell.split(/\s+/).length <= MOST_WORDS && !/[.!?:]$/.test(cell));
}

/** Whether the first line of a text names columns we know: a kind of step, and words or a day. */
export function isTable(text: string): boolean {
  const known = new Set(firstCells(text).map(columnOf).filter(Boolean));
  return known.size >= 2 && (known.has("type") || known.has("body") || known.has("subject"));
}

/** Excel's first line `sep=;`, which is no data. */
function withoutHint(text: string): { readonly text: string; readonly delimiter?: string } {
  const [hint, delimiter] = /^\s*"?sep=([^\r\n"])"?\r?\n/i.exec(text) ?? [];
  return hint === undefined || delimiter === undefined ? { text } : { text: text.slice(hint.length), delimiter };
}

/** Reads a table with a row a step, whichever sign stands between its cells: one sequence, or one for each name in the column of names. */
export function openTable(text: string, title: string): readonly RawSequence[] {
  const { text: bare, delimiter } = withoutHint(text);
  const { data, errors, meta } = Papa.parse<string[]>(bare, {
    header: false,
    skipEmptyLines: "greedy",
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) {
    const row = (broken.row ?? 0) + 1;
    throw new CannotRead(
      broken.code === "MissingQuotes"
        ? `A quotation mark opens in row ${row} and is never closed, so everything after it would be one cell.`
        : `In row ${row} a quotation mark stands inside a quoted cell and is not doubled, so nobody can tell where the cell ends.`,
      "Export the table again, or put the quotation marks of that row right: inside a quoted cell each is written twice.",
    );
  }
  if (data.length > MOST_ROWS)
    throw new CannotRead(`The table has ${data.length} rows, and no sequence has that many steps.`, "Check that it is the file you meant.");
  const [headers = [], ...rows] = data.map((row) => row.map(unguarded));
  const columns = headers.map(columnOf);
  if (!columns.includes("type") && !columns.includes("body") && !columns.includes("subject"))
    throw new CannotRead(
      `The first row does not name columns that are known here; it says ${
        headers
          .slice(0, 6)
          .map((one) => `“${one.trim()}”`)
          .join(", ") || "nothing"
      }.`,
      "Name the columns in the first row: type, day or delay, subject and body; sequence, where the table holds several.",
    );
  if (rows.length === 0) throw new CannotRead("The table has a first row and no steps below it.", "Export the steps, too.");
  const doubled = columns.find((column, i) => column !== undefined && columns.indexOf(column) !== i);
  const notes =
    doubled === undefined
      ? []
      : [`Two columns may be “${doubled}”; the first that says something was taken, and the other is kept as a note.`];
  const timed = (["business", "day", "delay", "hours", "minutes"] as const).filter((column) => columns.includes(column));
  if (timed.length === 0) notes.push("No column says when its steps come, so all of them are on day 1. Set their days.");
  const strange = headers.map((header) => header.trim()).filter((header, i) => header !== "" && columns[i] === undefined);
  const whole = timed.length > 0 && columns.includes("type") && (columns.includes("body") || columns.includes("script"));
  if (strange.length > 0)
    notes.push(
      `${strangers(strange)} known here by ${strange.length === 1 ? "its name" : "their names"}; what stands in ${strange.length === 1 ? "it" : "them"} is kept in the comments.${
        whole ? "" : " Where one says the day, the channel or the words, call it that in the first row and import the table again."
      }`,
    );
  const groups = new Map<string, { row: readonly string[]; readonly notes: string[] }[]>();
  for (const [i, row] of rows.entries()) {
    const name = cell(row, columns, "sequence")?.trim() ?? "";
    const { whole, note } = glued(row, columns, meta.delimiter);
    groups.set(name, [...(groups.get(name) ?? []), { row: whole, notes: note ? [`Row ${i + 2} ${note}`] : [] }]);
  }
  const business =
    columns.includes("business") ||
    headers.some((header, i) => columns[i] === "delay" && countsBusinessDays(header)) ||
    rows.some((row) => [cell(row, columns, "delay"), cell(row, columns, "unit")].some((written) => countsBusinessDays(written ?? "")));
  return [...groups].map(([name, own]) => ({
    title: name || title,
    days: business ? "business" : "calendar",
    steps: withoutVariants(
      inOrder(
        own.map(({ row }) => row),
        columns,
      ),
      columns,
    ).map(({ row, others }) => stepOf(row, columns, headers, others)),
    kept: [],
    notes: [...notes, ...own.flatMap((one) => one.notes)],
  }));
}

/** Columns that a note names. A customer database exports dozens. */
const MOST_NAMED = 6;

function strangers(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const parts = names.length > MOST_NAMED ? [...shown, `${names.length - MOST_NAMED} more`] : shown;
  return names.length === 1 ? `The column ${parts[0]} is not` : `The columns ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)} are not`;
}

/**
 * A row without cells that no column has a name for. Words with an unquoted comma in them fall apart into such cells; where the words
 * stand in the last column, they are put together again.
 */
function glued(row: readonly string[], columns: readonly (Column | undefined)[], delimiter: string) {
  const beyond = row.slice(columns.length).filter((value) => value.trim() !== "");
  const last = columns.at(-1);
  if (beyond.length === 0) return { whole: row };
  const more = `has more cells than the first row has names, as where words with “${delimiter === "\t" ? "tab" : delimiter}” in them stand without quotation marks`;
  if (last !== "body" && last !== "script" && last !== "guidance")
    return { whole: row, note: `${more}. Look at its cells; what was left over stands in the comments.` };
  const at = columns.length - 1;
  return { whole: [...row.slice(0, at), row.slice(at).join(delimiter)], note: `${more}. They were taken as the end of its words.` };
}

/** Rows without those that are another version of the step before, each of which it has at its side. */
function withoutVariants(rows: readonly (readonly string[])[], columns: readonly (Column | undefined)[]) {
  const told: { readonly row: readonly string[]; readonly others: (readonly string[])[] }[] = [];
  const step = (row: readonly string[]) =>
    JSON.stringify((["position", "type", "business", "day", "delay"] as const).map((column) => cell(row, columns, column)));
  for (const row of rows) {
    const first = told.at(-1);
    const variant = cell(row, columns, "variant");
    const same = first && variant !== undefined && cell(row, columns, "position") !== undefined && step(first.row) === step(row);
    if (same && variant !== cell(first.row, columns, "variant")) first.others.push(row);
    else told.push({ row, others: [] });
  }
  return told;
}

function inOrder(rows: readonly (readonly string[])[], columns: readonly (Column | undefined)[]): readonly (readonly string[])[] {
  const numbers = rows.map((row) => Number(cell(row, columns, "position")?.replace(/^\D+/, "") || Number.NaN));
  if (numbers.some(Number.isNaN)) return rows;
  return rows
    .map((row, i) => ({ row, at: numbers[i] ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

function cell(row: readonly string[], columns: readonly (Column | undefined)[], column: Column): string | undefined {
  return columns.flatMap((one, i) => (one === column ? (wordsOf(row[i]) ?? []) : []))[0];
}

function stepOf(
  row: readonly string[],
  columns: readonly (Column | undefined)[],
  headers: readonly string[],
  others: readonly (readonly string[])[],
): RawStep {
  const of = (column: Column) => cell(row, columns, column);
  const used = new Set<number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = columns.findIndex((one, i) => one === column && wordsOf(row[i]) !== undefined);
    if (at >= 0) used.add(at);
  }
  const kept: Kept[] = row.flatMap((value, i) =>
    used.has(i) || value.trim() === "" ? [] : [{ name: headers[i]?.trim() || `column ${i + 1}`, value }],
  );
  const mode = of("mode")?.toLowerCase();
  const type = of("type") ?? (of("subject") !== undefined ? "email" : "");
  const at = atOf(of, kept);
  if (of("variant") !== undefined) kept.push({ name: "variant", value: of("variant") as string });
  for (const [i, other] of others.entries())
    kept.push(
      ...kindIn("other version", i, cell(other, columns, "subject"), cell(other, columns, "body")),
      ...other.flatMap((value, n) =>
        value.trim() === "" || value === row[n] || columns[n] === "subject" || columns[n] === "body"
          ? []
          : [{ name: `${headers[n]?.trim() || `column ${n + 1}`} of the other version`, value }],
      ),
    );
  const [body, script] = [of("body"), of("script")];
  return {
    type,
    name: of("name"),
    subject: of("subject"),
    body: body ?? script,
    plain: OWN.every((column) => columns.includes(column)),
    ...(body === undefined ? {} : { spoken: false }),
    guidance: of("guidance"),
    reply: /^(?:reply|true|yes|1|same thread)$/i.test(of("thread") ?? ""),
    ...(mode === undefined ? {} : { automatic: /^(?:auto|automatic|automated|true|yes)$/.test(mode) }),
    at,
    fields: {
      ...Object.fromEntries(FIELDS.flatMap((field) => (of(field) === undefined ? [] : [[field, of(field) as string]]))),
      ...(body !== undefined && script !== undefined ? { script } : {}),
    },
    kept,
  };
}

/** When a step comes. What cannot be read is kept, and the step says that it could not. */
function atOf(of: (column: Column) => string | undefined, kept: Kept[]): RawStep["at"] {
  const unit = of("unit");
  const said = unit === undefined ? undefined : unitOf(unit.replace(/\b(?:business|working)\b|\(s\)/gi, ""));
  let unread: string | undefined;
  for (const [column, each] of [
    ["business", 1],
    ["day", 1],
    ["delay", said ?? 1],
    ["hours", 1 / 24],
    ["minutes", 1 / 1440],
  ] as const) {
    const written = of(column);
    if (written === undefined) continue;
    const days = waitIn(written, each);
    const known = days !== undefined && (column !== "delay" || unit === undefined || said !== undefined);
    // A unit is used up with the number it belongs to.
    if (unit !== undefined && (column !== "delay" || !known)) kept.push({ name: "unit", value: unit });
    if (known) return column === "business" || column === "day" ? { day: days } : { after: days };
    kept.push({ name: column, value: written });
    unread ??= written;
  }
  return unread === undefined ? undefined : { unread };
}

/** What spreadsheets would run as a formula, or an apostrophe that keeps one from running. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** A cell as it was meant: without the apostrophe that keeps it from running as a formula. */
const unguarded = (value: string) => (value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value);

/** Rows as a table that Excel and its like open: commas between the cells, a mark that says it is UTF-8, and nothing that would run as a formula. */
export const writtenTable = (rows: readonly Readonly<Record<string, string | number>>[], columns: readonly string[]): string => {
  const guarded = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === "string" && FORMULA.test(value) ? `'${value}` : value]),
    ),
  );
  return `\uFEFF${Papa.unparse(guarded, { columns: [...columns], newline: "\r\n" })}\r\n`;
};
