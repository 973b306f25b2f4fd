import Papa from "papaparse";
import { COLUMNS, type Column, cell, columnsOf, FIELDS, notesOn, OWN } from "./columns.ts";
import { words as wordsOf } from "./data.ts";
import { drawnTable } from "./drawn-table.ts";
import { CannotRead, type Kept, type RawSequence, type RawStep } from "./sequence.ts";
import { kindIn } from "./tool.ts";
import { countsBusinessDays, unitOf, waitIn } from "./waits.ts";

/** Rows at most. A sequence has twenty steps. */
const MOST_ROWS = 100_000;

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
  const known = new Set(columnsOf(firstCells(text)).filter(Boolean));
  return known.size >= 2 && (known.has("type") || known.has("body") || known.has("subject"));
}

/** Excel's first line `sep=;`, which is no data. */
function withoutHint(text: string): { readonly text: string; readonly delimiter?: string } {
  const [hint, delimiter] = /^\s*"?sep=([^\r\n"])"?\r?\n/i.exec(text) ?? [];
  return hint === undefined || delimiter === undefined ? { text } : { text: text.slice(hint.length), delimiter };
}

/** Reads a table with a row a step, whichever sign stands between its cells: one sequence, or one for each name in the column of names. */
export function openTable(text: string, title: string): readonly RawSequence[] {
  const drawn = drawnTable(text);
  if (!drawn) {
    const { rows, delimiter } = cellsOf(text);
    return sequencesIn(rows, title, delimiter);
  }
  const [first, ...others] = sequencesIn(drawn.rows, title, " | ");
  if (!first || drawn.below === "") return first ? [first, ...others] : [];
  const notes = [...first.notes, "What stands below the table is kept in the comments."];
  return [{ ...first, kept: [...first.kept, { name: "below the table", value: drawn.below }], notes }, ...others];
}

/** The rows of a table whose cells are told apart by a sign. */
function cellsOf(text: string): { readonly rows: readonly (readonly string[])[]; readonly delimiter: string } {
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
  return { rows: data.map((row) => row.map(unguarded)), delimiter: meta.delimiter };
}

/**
 * The sequences in rows of cells, of which the first names the columns. `sequencesIn(rows, title)` also reads the rows of a table
 * that was found inside of something else, such as a document. `delimiter` is what stood between the cells.
 */
export function sequencesIn(
  [headers = [], ...rows]: readonly (readonly string[])[],
  title: string,
  delimiter = ",",
): readonly RawSequence[] {
  if (rows.length >= MOST_ROWS)
    throw new CannotRead(
      `The table has ${rows.length + 1} rows, and no sequence has that many steps.`,
      "Check that it is the file you meant.",
    );
  const columns = columnsOf(headers);
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
  const groups = new Map<string, { readonly row: readonly string[]; readonly note: string | undefined; readonly above: boolean }[]>();
  let above = "";
  for (const [i, row] of rows.entries()) {
    const written = cell(row, columns, "sequence")?.trim() ?? "";
    // Merged cells say what they say once; the rows below it are blank.
    const name = written || above;
    above = name;
    const { whole, note } = glued(row, columns, delimiter);
    const one = { row: whole, note: note ? `Row ${i + 2} ${note}` : undefined, above: written === "" && name !== "" };
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const business =
    columns.includes("business") ||
    headers.some((header, i) => columns[i] === "delay" && countsBusinessDays(header)) ||
    rows.some((row) => [cell(row, columns, "delay"), cell(row, columns, "unit")].some((written) => countsBusinessDays(written ?? "")));
  const notes = notesOn(headers, columns);
  const naming = headers[columns.indexOf("sequence")]?.trim();
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
    notes: [
      ...notes,
      ...(own.some((one) => one.above) ? [`Rows with nothing under “${naming}” were taken as part of the sequence named above them.`] : []),
      ...own.flatMap(({ note }) => note ?? []),
    ],
  }));
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

/**
 * Rows without those that are another version of the step before, each of which it has at its side. Of the versions the first that is
 * switched on is the step.
 */
function withoutVariants(rows: readonly (readonly string[])[], columns: readonly (Column | undefined)[]) {
  const told: (readonly string[])[][] = [];
  const step = (row: readonly string[]) =>
    JSON.stringify((["position", "type", "business", "day", "delay"] as const).map((column) => cell(row, columns, column)));
  for (const row of rows) {
    const versions = told.at(-1);
    const first = versions?.[0];
    const variant = cell(row, columns, "variant");
    const same = first && variant !== undefined && cell(row, columns, "position") !== undefined && step(first) === step(row);
    if (same && variant !== cell(first, columns, "variant")) versions?.push(row);
    else told.push([row]);
  }
  return told.map((versions) => {
    const row = versions.find((one) => !isOff((column) => cell(one, columns, column))) ?? versions[0] ?? [];
    return { row, others: versions.filter((one) => one !== row) };
  });
}

const NO = /^(?:no|n|false|off|0|disabled|inactive)$/i;
const YES = /^(?:yes|y|true|on|1|x)$/i;
/** What the column of a step's state says of one that is not sent. */
const RESTS = /^(?:paused|inactive|draft|disabled|off|archived|stopped|deactivated|not active|switched off)$/i;

/** Whether a row says that its step is switched off. */
const isOff = (of: (column: Column) => string | undefined): boolean =>
  (["enabled", "active"] as const).some((column) => NO.test(of(column)?.trim() ?? "")) ||
  YES.test(of("disabled")?.trim() ?? "") ||
  RESTS.test(of("status")?.trim() ?? "");

function inOrder(rows: readonly (readonly string[])[], columns: readonly (Column | undefined)[]): readonly (readonly string[])[] {
  const numbers = rows.map((row) => Number(cell(row, columns, "position")?.replace(/^\D+/, "") || Number.NaN));
  if (numbers.some(Number.isNaN)) return rows;
  return rows
    .map((row, i) => ({ row, at: numbers[i] ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

const AUTOMATIC = /^(?:auto|automatic|automated|true|yes)$/;
const MANUAL = /^(?:manual|manually|by hand|false|no)$/;
const REPLY = /^(?:reply|true|yes|1|same thread)$/i;
const NEW_THREAD = /^(?:new|new thread|false|no|0)$/i;

/** What a step's place in the row says besides its number, as in `2: the benchmark`. */
const labelIn = (position: string | undefined): string | undefined =>
  position !== undefined && /\p{L}/u.test(position.replace(/\b(?:step|touch|no|nr)\b/gi, "")) ? position.trim() : undefined;

/** Columns whose cells stay in the comments, whatever they mean for the step. */
const BESIDE: readonly Column[] = ["enabled", "active", "disabled", "status"];

function stepOf(
  row: readonly string[],
  columns: readonly (Column | undefined)[],
  headers: readonly string[],
  others: readonly (readonly string[])[],
): RawStep {
  const of = (column: Column) => cell(row, columns, column);
  const used = new Set<number>();
  for (const column of (Object.keys(COLUMNS) as Column[]).filter((one) => !BESIDE.includes(one))) {
    const at = columns.findIndex((one, i) => one === column && wordsOf(row[i]) !== undefined);
    if (at >= 0) used.add(at);
  }
  const kept: Kept[] = row.flatMap((value, i) =>
    used.has(i) || value.trim() === "" ? [] : [{ name: headers[i]?.trim() || `column ${i + 1}`, value }],
  );
  const mode = of("mode")?.trim().toLowerCase();
  if (mode !== undefined && !AUTOMATIC.test(mode) && !MANUAL.test(mode)) kept.push({ name: "mode", value: mode });
  const thread = of("thread")?.trim() ?? "";
  if (thread !== "" && !REPLY.test(thread) && !NEW_THREAD.test(thread)) kept.push({ name: "thread", value: thread });
  const label = labelIn(of("position"));
  if (label !== undefined && of("name") !== undefined) kept.push({ name: "step", value: label });
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
    name: of("name") ?? label,
    subject: of("subject"),
    body: body ?? script,
    plain: OWN.every((column) => columns.includes(column)),
    ...(body === undefined ? {} : { spoken: false }),
    guidance: of("guidance"),
    reply: REPLY.test(thread),
    ...(mode === undefined ? {} : { automatic: AUTOMATIC.test(mode) }),
    at,
    off: isOff(of),
    fields: {
      ...Object.fromEntries(FIELDS.flatMap((field) => (of(field) === undefined ? [] : [[field, of(field) as string]]))),
      ...(body !== undefined && script !== undefined ? { script } : {}),
    },
    kept,
  };
}

/** When a step comes. What cannot be read is kept, and the step says that it could not; so is what a second column says of it. */
function atOf(of: (column: Column) => string | undefined, kept: Kept[]): RawStep["at"] {
  const unit = of("unit");
  const said = unit === undefined ? undefined : unitOf(unit.replace(/\b(?:business|working)\b|\(s\)/gi, ""));
  let at: RawStep["at"];
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
    const days = at ? undefined : waitIn(written, each);
    const known = days !== undefined && (column !== "delay" || unit === undefined || said !== undefined);
    // A unit is used up with the number it belongs to.
    if (!at && unit !== undefined && (column !== "delay" || !known)) kept.push({ name: "unit", value: unit });
    if (!known) {
      kept.push({ name: column, value: written });
      unread ??= written;
      continue;
    }
    // “Immediately” in a column of days is the day of the step before, and no day 0.
    const counts = (column === "business" || column === "day") && /\d/.test(written);
    at = counts ? { day: days } : { after: column === "business" || column === "day" ? 0 : days };
  }
  if (!at && unread === undefined && unit !== undefined) kept.push({ name: "unit", value: unit });
  return at ?? (unread === undefined ? undefined : { unread });
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
