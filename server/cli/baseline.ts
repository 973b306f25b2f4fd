import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { type Baseline, baselineOf, heldAgainst, joined, openBaseline, writtenBaseline } from "../core/index.ts";
import { LARGEST_FILE, type Limit, readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { createAtomically, writeAtomically } from "../disk/write-atomically.ts";
import { createJudge } from "./judge.ts";
import { many, showUnread } from "./pretty.ts";
import { progressOn } from "./progress.ts";
import { screenOn } from "./screen.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

export const BASELINE = "cadence.baseline.json";

/** An entry takes some 170 bytes. */
const LARGEST: Limit = {
  bytes: 100 * LARGEST_FILE,
  why: "What is found in ten thousand playbooks, twenty findings each, takes a third of that.",
};

/** A baseline that was found, and where it stands. */
export type Opened = { readonly file: string; readonly baseline: Baseline };

/**
 * The baseline that holds here: the one named, else the nearest, in this folder and upwards as far as the folder that holds
 * `.git`. Undefined when there is none; what is there and cannot be read is told.
 */
export async function baselineFor(cwd: string, named?: string): Promise<Opened | Unread | undefined> {
  const file = named === undefined ? await nearest(cwd) : path.resolve(cwd, named);
  if (file === undefined) return undefined;
  const read = await readText(file, LARGEST);
  if (!("text" in read)) return { ...read, file: shown(file, cwd) };
  const baseline = openBaseline(read.text);
  if (typeof baseline !== "string") return { file, baseline };
  return {
    file: shown(file, cwd),
    kind: "not-text",
    what: `This baseline cannot be read. ${baseline}`,
    todo: "Bring it back from version control, or remove it and run “cadence baseline” again.",
  };
}

async function nearest(cwd: string): Promise<string | undefined> {
  for (let here = path.resolve(cwd); ; here = path.dirname(here)) {
    const file = path.join(here, BASELINE);
    if (await there(file)) return file;
    if ((await there(path.join(here, ".git"))) || path.dirname(here) === here) return undefined;
  }
}

const there = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** A verdict without the findings that a baseline knows, and how many of its entries are found no more. */
export function without(
  verdict: Verdict,
  { file, baseline }: Opened,
  cwd: string,
  sought: (file: string) => boolean,
): { readonly verdict: Verdict; readonly gone: number } {
  const { known, gone } = heldAgainst(baseline, foundIn(verdict, file, cwd), existsBeside(file), fromFolderOf(file, sought));
  const checked = verdict.checked.map((one) => ({
    ...one,
    report: { ...one.report, findings: one.report.findings.filter((finding) => !known.has(finding)) },
  }));
  return { verdict: { ...verdict, checked, known: known.size }, gone };
}

/** What was found, by paths from the baseline's folder. */
const foundIn = ({ checked }: Verdict, file: string, cwd: string) =>
  checked.map(({ file: one, report: { findings, source } }) => ({
    file: shown(path.resolve(cwd, one), path.dirname(file)),
    findings,
    source,
  }));

const fromFolderOf = (file: string, asked: (one: string) => boolean) => (one: string) => asked(path.resolve(path.dirname(file), one));
const existsBeside = (file: string) => fromFolderOf(file, existsSync);

/** Whether a file would have been looked at, were it there. */
export function soughtIn(paths: readonly string[], cwd: string): (file: string) => boolean {
  const roots = paths.map((one) => path.resolve(cwd, one));
  return (file) => paths.length === 0 || roots.some((root) => file === root || file.startsWith(root + path.sep));
}

export type BaselineOptions = { readonly file?: string; readonly add?: boolean };

/**
 * `cadence baseline`: records what is found today, so that `check` speaks of what is new. Where there is a baseline already, it
 * drops what is found no more, and adds what is new only when it is told to. Exit 0, or 2 when something could not be read or written.
 */
export async function runBaseline(paths: readonly string[], { file: named, add = false }: BaselineOptions): Promise<void> {
  const cwd = process.cwd();
  const out = screenOn(process.stdout);
  const beside = screenOn(process.stderr);
  const before = named !== undefined && !existsSync(path.resolve(cwd, named)) ? undefined : await baselineFor(cwd, named);
  if (before && "what" in before) {
    process.exitCode = 2;
    return showUnread([before], beside, "unread");
  }
  const verdict = await verdictOn(paths, cwd, createJudge({ progress: progressOn(process.stderr, "Checking") }));
  showUnread(verdict.unread, beside, "unread");
  showUnread(verdict.notes, beside, "note");
  // What could not be read would seem to be gone.
  if (verdict.unread.length > 0) {
    process.exitCode = 2;
    return out.print(
      "",
      `${out.paint("error", "✗")} ${out.paint("strong", "Nothing was recorded, because not everything could be read.")}`,
      "",
    );
  }
  const file = before?.file ?? path.resolve(cwd, named ?? BASELINE);
  const found = foundIn(verdict, file, cwd);
  const now = baselineOf(found);
  const held = before && heldAgainst(before.baseline, found, existsBeside(file), fromFolderOf(file, soughtIn(paths, cwd)));
  const all = found.reduce((sum, { findings }) => sum + findings.length, 0);
  const fresh = all - (held?.known.size ?? 0);
  const next = held ? (add ? joined(held.kept, now) : held.kept) : now;
  try {
    const text = writtenBaseline(next);
    if (before) await writeAtomically(file, text);
    else if (!(await createAtomically(file, text))) throw Object.assign(new Error("there is one"), { code: "EEXIST" });
  } catch (error) {
    process.exitCode = 2;
    return showUnread([trouble(shown(file, cwd), error, "write")], beside, "unread");
  }
  const said = held
    ? [
        `${many(add ? all : held.known.size, "finding")} recorded in ${shown(file, cwd)}${held.gone > 0 ? `; ${many(held.gone, "entry", "entries")} dropped that ${held.gone === 1 ? "is" : "are"} found no more` : ""}.`,
        ...(fresh > 0 && !add
          ? [
              `${many(fresh, "finding")} ${fresh === 1 ? "is" : "are"} new and ${fresh === 1 ? "stays" : "stay"} open. “cadence baseline --add” records ${fresh === 1 ? "it" : "them"} too.`,
            ]
          : []),
      ]
    : [
        `${many(all, "finding")} recorded in ${shown(file, cwd)}. Commit it: from now on “cadence check” speaks of what is new.`,
        "Editors go on showing everything, so that whoever touches a playbook can put it right.",
      ];
  const [first = "", ...more] = said.flatMap((line) => out.wrap(line, 2));
  out.print("", `${out.paint("good", "✓")} ${out.paint("strong", first)}`, ...more.map((line) => `  ${line}`), "");
}
