import path from "node:path";
import { listed } from "../core/index.ts";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { createKnowledge, today } from "../disk/knowledge.ts";
import { idOf } from "../disk/ledger.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { createAtomically, writeAtomically } from "../disk/write-atomically.ts";
import { type Exported, exportPlaybook, type TargetName, titleOf } from "../exchange/index.ts";
import { label, many, row, showUnread } from "./pretty.ts";
import { type Screen, screenOn } from "./screen.ts";
import { reportOn, tally } from "./verdict.ts";

export type ExportOptions = { readonly to: TargetName; readonly into?: string; readonly start?: string; readonly force?: boolean };

/**
 * `cadence export`: playbooks in the form of another tool, switched off, with what that tool cannot express. One goes to standard
 * output where no folder is named. Exit 0, or 2 when something could not be read or written.
 */
export async function runExport(paths: readonly string[], { to, into, start, force = false }: ExportOptions): Promise<void> {
  const cwd = process.cwd();
  const beside = screenOn(process.stderr);
  const found = await findPlaybooks(paths, cwd);
  const files = found.files.filter((file) => /\.playbook\.ya?ml$/i.test(file));
  const problems: Unread[] = found.unread.map((one) => ({ ...one, file: shown(one.file, cwd) }));
  if (start !== undefined && !isDate(start))
    problems.push({ file: "--start", kind: "failed", what: `“${start}” is not a date.`, todo: `Write year-month-day, as in ${today()}.` });
  else if (files.length === 0 && problems.length === 0)
    problems.push({
      file: paths.join(" "),
      kind: "not-ours",
      what: "There is no playbook in what you named.",
      todo: "Name a file whose name ends in .playbook.yaml, or a folder that holds some.",
    });
  else if (into === undefined && files.length > 1)
    problems.push({
      file: shown(cwd, cwd),
      kind: "failed",
      what: `These are ${files.length} playbooks, and one fits on standard output.`,
      todo: "Name a folder for them: --into exports.",
    });
  else {
    const gone: Gone[] = [];
    const knowledge = createKnowledge();
    for (const file of files) {
      const name = shown(file, cwd);
      const read = await readText(file);
      if (!("text" in read)) {
        problems.push({ ...read, file: name });
        continue;
      }
      const { playbook, findings } = reportOn(read.text, file, await knowledge.for(file));
      if (!playbook) {
        problems.push({
          file: name,
          kind: "not-text",
          what: "Its writing does not hold, so nobody can tell what it says.",
          todo: "Run “cadence check” on it first: every finding says what to do.",
        });
        continue;
      }
      const { text, ending, losses } = exportPlaybook(playbook, { id: idOf(file), to, start: start ?? today() });
      if (into === undefined) process.stdout.write(text);
      else {
        const target = path.join(path.resolve(cwd, into), `${idOf(file)}.${ending}`);
        try {
          if (force) await writeAtomically(target, text);
          else if (!(await createAtomically(target, text))) {
            problems.push({
              file: shown(target, cwd),
              kind: "failed",
              what: "There is a file of this name already, and it was left as it is.",
              unsaved: true,
              todo: "Name another folder, or write over it with --force.",
            });
            continue;
          }
        } catch (error) {
          problems.push(trouble(shown(target, cwd), error, "write"));
          continue;
        }
        if (gone.length === 0) beside.print("");
        beside.print(...row(beside.paint("good", "wrote".padStart(8)), shown(target, cwd), beside, "strong"));
      }
      gone.push({ name, errors: tally(findings).error, losses });
    }
    showErrors(gone, beside);
    showLosses(gone, titleOf(to), beside);
  }
  if (problems.length > 0) process.exitCode = 2;
  showUnread(problems, beside, "unread");
}

/** A playbook that was exported: what is wrong with it, and what of it was lost. */
type Gone = { readonly name: string; readonly errors: number; readonly losses: Exported["losses"] };

/** Playbooks that a note names. */
const MOST_NAMED = 3;

function showErrors(gone: readonly Gone[], screen: Screen): void {
  const faulty = gone.filter(({ errors }) => errors > 0);
  if (faulty.length === 0) return;
  const todo = "put them right before anybody is enrolled.";
  screen.print(
    "",
    ...(faulty.length <= MOST_NAMED
      ? faulty.flatMap(({ name, errors }) => label("note", `${name} has ${many(errors, "error")}: ${todo}`, screen))
      : label("note", `${faulty.length} of these playbooks have errors, and “cadence check” says which: ${todo}`, screen)),
  );
}

/** What was lost, each thing once, with the playbooks that it was lost of. */
function showLosses(gone: readonly Gone[], target: string, screen: Screen): void {
  const lost = gone.flatMap(({ name, losses }) => losses.map(({ what, todo }) => ({ name, words: `${what} ${todo}` })));
  const byWords = Map.groupBy(lost, ({ words }) => words);
  const byPlaybooks = Map.groupBy(byWords, ([, of]) =>
    namedIn(
      of.map(({ name }) => name),
      gone.length,
    ),
  );
  for (const [playbooks, things] of byPlaybooks) {
    screen.print(
      "",
      ...row(screen.paint("warning", "lost".padStart(8)), `What ${target} cannot express of ${playbooks}:`, screen, "strong"),
    );
    for (const [words] of things) screen.print(...label("-", words, screen));
  }
  if (gone.length > 0) screen.print("");
}

function namedIn(names: readonly string[], all: number): string {
  if (all > 1 && names.length === all) return "any of them";
  const some = names.slice(0, MOST_NAMED);
  const more = names.length - some.length;
  return listed(more > 0 ? [...some, `${more} more`] : some);
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
