import path from "node:path";
import { check, kindOfFile, type Report, type Severity } from "../core/index.ts";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { createKnowledge, type Knowledge, type Known, today } from "../disk/knowledge.ts";
import { readText, type Text } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";

/** A file that was read, and everything there is to say about it. */
export type Checked = { readonly file: string; readonly report: Report };

/** What came of checking some files. Paths are as people read them, from the folder they are in. */
export type Verdict = {
  readonly checked: readonly Checked[];
  readonly unread: readonly Unread[];
  /** Worth saying, though everything was checked. */
  readonly notes: readonly Unread[];
};

/** The text that came in by a pipe, in the place of a file, and the name it would have. */
export type Piped = { readonly file: string; readonly name: string; readonly read: Text | Unread };

/** Checks everything that some paths mean. Whatever cannot be read is told, and the rest is checked all the same. Never throws. */
export async function verdictOn(paths: readonly string[], cwd: string, piped?: Piped): Promise<Verdict> {
  const found = paths.length > 0 || !piped ? await findPlaybooks(paths, cwd) : { files: [], unread: [], notes: [] };
  const knowledge = createKnowledge();
  const checked: Checked[] = [];
  const unread: Unread[] = [...found.unread];
  const around = new Set<Known>();

  async function judge(file: string, place: string, read: Text | Unread): Promise<void> {
    if (!("text" in read)) return void unread.push({ ...read, file });
    const known = await knowledge.for(place);
    around.add(known);
    checked.push({ file: shown(file, cwd), report: reportOn(read.text, place, known) });
  }

  if (piped) await judge(piped.file, path.resolve(cwd, piped.name), piped.read);
  for (const file of found.files) await judge(file, file, await readText(file));

  const files = new Set(found.files);
  const notes = [...found.notes];
  for (const known of around) {
    unread.push(...known.unread.filter(({ file }) => !files.has(file)));
    notes.push(...known.faulty.filter((file) => !files.has(file) && !known.unread.some((one) => one.file === file)).map(faulty));
  }
  return { checked, unread: distinct(unread, cwd), notes: distinct(notes, cwd) };
}

/** The one way a file from disk is judged: by its name, and by what is known around it. */
export const reportOn = (
  text: string,
  file: string,
  { config, configFile, assets, regionOf }: Awaited<ReturnType<Knowledge["for"]>>,
): Report =>
  check(text, { kind: kindOfFile(file) ?? "playbook", file: path.resolve(file), config, configFile, assets, regionOf, today: today() });

/** How many findings of each severity. */
export function count(checked: readonly Checked[]): Readonly<Record<Severity, number>> {
  return tally(checked.flatMap(({ report }) => report.findings));
}

/** How many of some findings have each severity. */
export function tally(findings: Report["findings"]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** 2 when something could not be read, otherwise 1 when there are errors, otherwise 0. */
export const exitCodeOf = ({ checked, unread }: Verdict): 0 | 1 | 2 => (unread.length > 0 ? 2 : count(checked).error > 0 ? 1 : 0);

function distinct(problems: readonly Unread[], cwd: string): readonly Unread[] {
  const byFile = new Map(problems.map((problem) => [problem.file, { ...problem, file: shown(problem.file, cwd) }]));
  return [...byFile.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

const faulty = (file: string): Unread => ({
  file,
  kind: "failed",
  what: "This file has errors of its own, so some of what it says may not hold.",
  todo: "Check it too: name it, or the folder it is in.",
});
