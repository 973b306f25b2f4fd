import { othersNote, plusNote, sectionsNote, unplacedNote } from "./document-notes.ts";
import { tablesIn } from "./markdown-table.ts";
import { headingIn, isBold, isRule, next, says, stand, titleIn } from "./marks.ts";
import { type Opened, openingsIn } from "./openings.ts";
import { type Part, stepOf } from "./part.ts";
import { countsFromStart, type Pause, pauseIn, placed, saidIn } from "./said-when.ts";
import { CannotRead, type DayCount, type Kept, type RawSequence } from "./sequence.ts";
import { openTable } from "./table.ts";
import { countsBusinessDays } from "./waits.ts";

const linesOf = (text: string) => text.split(/\r?\n|\r/);

/** Whether a text is a document with steps in it, or with a table of them. */
export function isDocument(text: string): boolean {
  const lines = linesOf(text);
  return openingsIn(lines).openings.size > 0 || tablesIn(lines).length > 0;
}

/** Whether the first thing in a text is a table of Markdown, which looks like any other table. */
export const opensWithTable = (text: string): boolean => tablesIn(linesOf(text))[0]?.from === linesOf(text).findIndex(says);

/**
 * Reads a document: a table of Markdown with a row a step, or steps that each have a heading and their words below it. `counted` is how its
 * days are counted; left out, as it says.
 */
export function openDocument(text: string, name: string, counted?: DayCount): readonly RawSequence[] {
  const lines = linesOf(text);
  const opened = openingsIn(lines);
  const tables = tablesIn(lines, opened.fenced);
  const steps = [...opened.openings.values()].filter(
    ({ line, lead }) => lead !== "week" && !tables.some(({ from, to }) => line >= from && line < to),
  );
  // Where a table only gives an overview, its steps stand below it.
  if (tables.length > 0 && steps.length < 2) return openTables(lines, tables, name);
  if (steps.length > 0) return [openSteps(lines, opened, name, counted)];
  throw new CannotRead(
    "No step can be told apart in this text.",
    "Put a line such as “Day 1: Email” above the words of each step, and “Subject: …” where there is one.",
  );
}

/** Each table is a sequence by the heading above it; the lines around it are kept. */
function openTables(lines: readonly string[], tables: ReturnType<typeof tablesIn>, name: string): readonly RawSequence[] {
  let from = 0;
  return tables.flatMap((table, i) => {
    const above = lines.slice(from, table.from);
    const behind = i === tables.length - 1 ? stand(lines.slice(table.to)) : "";
    from = table.to;
    const { title, rest } = titleIn(above);
    return openTable(table.text, title ?? name).map((sequence, n) => ({
      ...sequence,
      kept: [
        ...sequence.kept,
        ...(n === 0 && rest !== "" ? [{ name: "before the table", value: rest }] : []),
        ...(n === 0 && behind !== "" ? [{ name: "after the table", value: behind }] : []),
      ],
    }));
  });
}

/** Headings of what is said to the rep. */
const ASIDE = /^(?:general |internal |rep )?(?:notes?|tips?|guidance|reminders?|rules|guidelines)$/i;
/** Headings of a step's own words. */
const OWN = /^(?:subject|subject line|body|message|copy|text|content|script|talk track|voice ?mail)\b/i;

function openSteps(
  lines: readonly string[],
  { fenced, openings, style, others }: Opened,
  name: string,
  counted: DayCount | undefined,
): RawSequence {
  const before: string[] = [];
  const parts: Part[] = [];
  const sections: { readonly name: string; readonly told: string; readonly lines: string[] }[] = [];
  const kept: Kept[] = [];
  let into = before;
  let pauses: Pause[] = [];
  let week: number | undefined;
  let fresh = false;
  let shared = false;
  const section = (title: string, told = `“${title}”`) => {
    const made = { name: title, told, lines: [] as string[] };
    sections.push(made);
    into = made.lines;
  };
  const opens = (i: number) => openings.has(next(lines, i));
  const first = Math.min(...openings.keys());
  const divides = lines.some((line, i) => i > first && !fenced[i] && isRule(line) && opens(i));
  for (const [i, line] of lines.entries()) {
    const part = parts.at(-1);
    const inStep = part !== undefined && (into === part.lines || into === part.asides);
    const opening = openings.get(i);
    const heading = headingIn(line);
    const pause = fenced[i] || opening ? undefined : pauseIn(line);
    if (fenced[i]) into.push(line);
    else if (opening?.lead === "week") {
      const said = saidIn(opening.words);
      week = said && "week" in said.when ? said.when.week : week;
      fresh = true;
      shared = false;
      section(opening.words);
      if (/[\p{L}\p{N}]/u.test(said?.rest ?? opening.words)) kept.push({ name: "heading", value: opening.words });
    } else if (opening) {
      const said = saidIn(opening.words);
      // A day on a line of its own, and what comes on it below: one step or several.
      const above = part && into === part.lines && part.alone && !part.lines.some(says) && !said ? part : undefined;
      if (above) parts.pop();
      shared = above !== undefined || (shared && !said && pauses.length === 0);
      parts.push({
        heading: above ? `${above.heading}: ${opening.words}` : opening.words,
        said:
          (above?.said && { ...above.said, rest: opening.words }) ??
          said ??
          (shared ? { when: { after: 0, weeks: false }, rest: opening.words, business: false } : undefined),
        alone: said !== undefined && !/[\p{L}\p{N}]/u.test(said.rest),
        level: opening.level,
        pauses: above?.pauses ?? pauses,
        week,
        fresh: above?.fresh ?? fresh,
        lines: [],
        asides: [],
      });
      into = parts.at(-1)?.lines ?? before;
      pauses = [];
      fresh = false;
    } else if (pause && isPause(i)) {
      pauses.push(pause);
      section(pause.words);
    } else if (isRule(line)) {
      const below = next(lines, i);
      const closing = headingIn(lines[below] ?? "");
      if (
        openings.has(i - 1) ||
        openings.has(below) ||
        below === lines.length ||
        closing ||
        (pauseIn(lines[below] ?? "") && isPause(below))
      )
        continue;
      if (inStep && (divides || isBold(lines[below] ?? "") || ASIDE.test((lines[below] ?? "").split(":")[0] ?? "")))
        section("below a line across", "a line across the page");
      else into.push(line);
    } else if (heading && parts.length > 0 && !OWN.test(heading.words) && (!inStep || heading.level <= (part?.level ?? 0)))
      section(heading.words);
    else if (inStep && part && (heading || isBold(line)) && ASIDE.test(plainOf(line)) && !fenced[next(lines, i)]) into = part.asides;
    else {
      // A heading of another kind ends what is said to the rep.
      if (heading && part && into === part.asides) into = part.lines;
      into.push(line);
    }
  }

  /** Whether a line that sounds like a wait is one between steps: on its own, and with a step below it. */
  function isPause(i: number): boolean {
    const line = lines[i] ?? "";
    if (/^\W*(?:wait|delay)\W*:/i.test(line) && (openings.has(i - 1) || /^\s*\*{0,2}[\w ]+\*{0,2}:/.test(lines[i - 1] ?? ""))) return false;
    if (headingIn(line) || isBold(line)) return true;
    // “Wait for it” is no wait.
    const { when } = pauseIn(line) ?? {};
    if (when === undefined && !/\d|\b(?:until|till|days?|weeks?|weekend|months?|hours?)\b/i.test(line)) return false;
    const below = next(lines, i);
    const ends = openings.has(below) || (parts.length > 0 && below === lines.length && when !== undefined && /^\W*wait/i.test(line));
    return ends && (i === 0 || !says(lines[i - 1]) || openings.has(i - 1) || isRule(lines[i - 1] ?? ""));
  }

  const read = parts.map(stepOf);
  const business =
    /business days?/i.test(before.join("\n")) ||
    read.some(({ business }) => business) ||
    parts.some((part) => part.said?.business || part.pauses.some(({ words }) => countsBusinessDays(words)));
  const when = (at: number) => read[at]?.when ?? parts[at]?.said?.when;
  // Who names weekdays counts those on which people work.
  const named = parts.some((_, i) => Object.hasOwn(when(i) ?? {}, "weekday"));
  const days = counted ?? (business || named ? "business" : "calendar");
  const timed = parts.map(({ heading, said, pauses: above, week: under, fresh: newly }, i) => ({
    heading: said?.rest ?? heading,
    when: when(i),
    pauses: above.map(({ when }) => when),
    week: under,
    fresh: newly,
  }));
  const at = placed(timed, days);
  const { title, rest } = titleIn(before);
  for (const { words } of pauses) kept.push({ name: "after the last step", value: words });
  const left = sections.filter((one) => one.lines.some(says));
  const unplaced = parts.flatMap(({ heading, pauses: waits }, i) => {
    const wait = waits.find(({ when }) => when === undefined);
    return (i > 0 && at[i] === undefined) || wait ? [`${i + 1} (“${wait ? wait.words : heading}”)`] : [];
  });
  const notes = [
    unplacedNote(unplaced),
    plusNote(
      parts.filter((_, i) => "plus" in (timed[i]?.when ?? {})),
      countsFromStart(timed.map(({ when }) => when)),
    ),
    othersNote(
      others.map(({ words }) => words),
      style,
    ),
    sectionsNote(left.map((one) => one.told)),
  ];
  return {
    title: title || name,
    days,
    steps: read.map(({ step }, i) => ({ ...step, ...(at[i] === undefined ? {} : { at: at[i] }) })),
    kept: [
      ...(rest === "" ? [] : [{ name: "before the first step", value: rest }]),
      ...kept,
      ...left.map((one) => ({ name: one.name, value: stand(one.lines) })),
    ],
    notes: notes.filter((note) => note !== undefined),
  };
}

const plainOf = (line: string) => (headingIn(line)?.words ?? line).replace(/\*\*|__|:/g, "").trim();
