import path from "node:path";
import { check, checkAll, kindOfFile, type Report, type Severity } from "../core/index.ts";
import { type Found, findPlaybooks } from "../disk/find-playbooks.ts";
import { createKnowledge, type Knowledge, type Known, today } from "../disk/knowledge.ts";
import { readTextSync, type Text } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";
import type { Said } from "./said.ts";
import { type Told, toldOf } from "./told.ts";

/** A file that was read, and everything there is to say about it. */
export type Checked = { readonly file: string; readonly report: Told };

/** What came of checking some files. Paths are as people read them, from the folder they are in. */
export type Verdict = {
  readonly checked: readonly Checked[];
  readonly unread: readonly Unread[];
  /** Worth saying, though everything was checked. */
  readonly notes: readonly Unread[];
  /** How many findings a baseline holds back. Undefined where none is in force. */
  readonly known?: number;
};

/** The text that came in by a pipe, in the place of a file, and the name it would have. */
export type Piped = { readonly file: string; readonly name: string; readonly read: Text | Unread };

/** A file to judge, with what is known around it. Its text where somebody has it already; left out, it is what the file holds. */
export type Asked = { readonly file: string; readonly text?: string | undefined; readonly known: Known };
/** A file that was read. */
export type Read = Asked & { readonly text: string };

/** How a verdict comes about, where that is not the plain way. */
export type Judging = {
  /** What the paths mean, where that was looked up already. */
  readonly found?: Found | undefined;
  readonly piped?: Piped | undefined;
  /** Which of the files found are looked at. Left out: all of them. */
  readonly only?: ((file: string) => boolean) | undefined;
  /** The text that a file is to have, in the place of the one it has. */
  readonly instead?: ((file: string) => string | undefined) | undefined;
  /** Reads and judges files, in their order. Left out: here and now, one after the other. */
  readonly judge?: ((files: readonly Asked[]) => Promise<readonly (Told | Unread)[]>) | undefined;
};

/** Checks everything that some paths mean. Whatever cannot be read is told, and the rest is checked all the same. Never throws. */
export async function verdictOn(paths: readonly string[], cwd: string, judging: Judging = {}): Promise<Verdict> {
  const { piped, only = () => true, judge = judgeHere, instead } = judging;
  const found = judging.found ?? (paths.length > 0 || !piped ? await findPlaybooks(paths, cwd) : { files: [], unread: [], notes: [] });
  const files = found.files.filter(only);
  const knowledge = createKnowledge();
  const asked: Asked[] = [];
  const names: string[] = [];
  const unread: Unread[] = [...found.unread];
  if (piped) {
    if ("what" in piped.read) unread.push({ ...piped.read, file: piped.file });
    else {
      const file = path.resolve(cwd, piped.name);
      asked.push({ file, text: piped.read.text, known: await knowledge.for(file) });
      names.push(piped.file);
    }
  }
  const inFolder = new Map<string, Known>();
  for (const file of files) {
    // Quicker than by the library, a thousand times before the engine has warmed up; and only told from others.
    const folder = file.slice(0, file.lastIndexOf(path.sep));
    const known = inFolder.get(folder) ?? (await knowledge.for(file));
    inFolder.set(folder, known);
    asked.push({ file, text: instead?.(file), known });
    names.push(file);
  }

  const told = await judge(asked);
  const checked: Checked[] = [];
  const around = new Set<Known>();
  for (const [i, { known }] of asked.entries()) {
    const one = told[i];
    if (!one) continue;
    if ("what" in one) unread.push(one);
    else {
      checked.push({ file: shown(names[i] ?? "", cwd), report: one });
      around.add(known);
    }
  }

  const looked = new Set(files);
  const notes = [...found.notes];
  for (const known of around) {
    unread.push(...known.unread.filter(({ file }) => !looked.has(file)));
    notes.push(...known.faulty.filter((file) => !looked.has(file) && !known.unread.some((one) => one.file === file)).map(faulty));
  }
  return { checked, unread: distinct(unread, cwd), notes: distinct(notes, cwd) };
}

const judgeHere = async (files: readonly Asked[]) => [...tellOf(files.map(readOf))];

/** Reads a file, where nobody has yet. */
export function readOf(asked: Asked): Read | Unread {
  if (asked.text !== undefined) return asked as Read;
  const read = readTextSync(asked.file);
  return "text" in read ? { ...asked, text: read.text } : read;
}

/** What is said of files, in their order. They are judged as they are asked for, some at a time. */
export function* tellOf(files: readonly (Read | Unread)[]): Iterable<Told | Unread> {
  const reports = checkAll(judgements(files.filter(isRead)))[Symbol.iterator]();
  for (const file of files) yield isRead(file) ? toldOf(reports.next().value) : file;
}

export const isRead = (file: Read | Unread): file is Read => "known" in file;

function* judgements(files: Iterable<Read>) {
  const day = today();
  for (const { text, file, known } of files) yield { text, knowledge: knowledgeOf(file, known, day) };
}

/** The one way a file from disk is judged: by its name, and by what is known around it. */
export const reportOn = (text: string, file: string, known: Awaited<ReturnType<Knowledge["for"]>>): Report =>
  check(text, knowledgeOf(path.resolve(file), known));

/** What is known about a file from disk, by its whole path, in the words of the core. */
export const knowledgeOf = (file: string, { config, configFile, assets, regionOf }: Known, day: string = today()) => ({
  kind: kindOfFile(file) ?? ("playbook" as const),
  file,
  config,
  configFile,
  assets,
  regionOf,
  today: day,
});

/** How many findings of each severity there are where there are none. */
export const NO_FINDINGS: Readonly<Record<Severity, number>> = { error: 0, warning: 0, info: 0, hint: 0 };

/** How many findings of each severity. */
export const count = (checked: readonly Checked[]): Readonly<Record<Severity, number>> =>
  tally(checked.flatMap(({ report }) => report.findings));

/** How many of some findings have each severity. */
export function tally(findings: readonly Pick<Said, "severity">[]): Readonly<Record<Severity, number>> {
  const counts = { ...NO_FINDINGS };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** 2 when something could not be read, otherwise 1 when there are errors, or more warnings than may be, otherwise 0. */
export function exitCodeOf({ checked, unread }: Pick<Verdict, "checked" | "unread">, mostWarnings = Number.POSITIVE_INFINITY): 0 | 1 | 2 {
  const { error, warning } = count(checked);
  return unread.length > 0 ? 2 : error > 0 || warning > mostWarnings ? 1 : 0;
}

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
