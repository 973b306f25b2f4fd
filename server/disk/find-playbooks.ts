import type { Dirent } from "node:fs";
import { glob, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { kindOfFile } from "../core/small.ts";
import { limited } from "./at-once.ts";
import { unlike } from "./near-miss.ts";
import { notAFile } from "./read-text.ts";
import { trouble, type Unread } from "./trouble.ts";

/** What there is to check. */
export type Found = {
  /** Absolute paths of playbooks, configurations and assets files: sorted, each file once, however many links lead to it. All were seen to be files. */
  readonly files: readonly string[];
  /** What could not be looked at; everything else was. */
  readonly unread: readonly Unread[];
  /** Worth saying, though everything was looked at. */
  readonly notes: readonly Unread[];
};

/** Folders of other people's files, and the ledger of approvals, whose copies are not drafts. */
const PASSED_BY = new Set(["node_modules", "approved"]);

/** A file, and its own path where that is known: what leads there may be a link. */
type Named = { readonly file: string; readonly real?: string };

type Search = { readonly files: Named[]; readonly unread: Unread[]; readonly notes: Unread[]; readonly visited: Set<string> };

/**
 * Finds the playbooks, configurations and assets files that some paths mean. A folder stands for everything below it, except
 * `node_modules`, `approved` and folders whose name begins with a dot; those are entered only when they are named. Patterns
 * such as `team/*.playbook.yaml` are for shells that leave them as they are. Links are followed, never in a circle. Never throws.
 */
export async function findPlaybooks(paths: readonly string[], cwd: string = process.cwd()): Promise<Found> {
  const search: Search = { files: [], unread: [], notes: [], visited: new Set() };
  for (const asked of paths.length > 0 ? paths : ["."]) await findOne(asked, cwd, search);
  const { unread, notes } = search;
  return { files: await once(search.files), unread: byFile(unread), notes: byFile(notes) };
}

async function findOne(asked: string, cwd: string, search: Search): Promise<void> {
  const file = path.resolve(cwd, asked);
  try {
    const seen = await stat(file);
    if (seen.isDirectory()) await folderAsked(asked, file, search);
    else if (!kindOfFile(file)) search.unread.push(notOurs(asked));
    else if (seen.isFile()) search.files.push({ file });
    else search.unread.push(notAFile(asked, false));
  } catch (error) {
    const problem = trouble(asked, error);
    if (problem.kind !== "missing") search.unread.push(problem);
    else if (/[*?[\]{}]/.test(asked)) await pattern(asked, cwd, search);
    else search.unread.push({ ...problem, ...(await unlike(asked, file)) });
  }
}

async function folderAsked(asked: string, folder: string, search: Search): Promise<void> {
  if (search.visited.has(await realpath(folder))) return;
  const before = search.files.length + search.unread.length;
  await walk(folder, [], search);
  if (search.files.length + search.unread.length === before) search.unread.push(emptyFolder(asked));
}

async function walk(folder: string, inside: readonly string[], search: Search): Promise<void> {
  let real: string;
  let entries: Dirent[];
  try {
    real = await realpath(folder);
    if (inside.includes(real)) {
      search.notes.push(circle(folder));
      return;
    }
    if (search.visited.has(real)) return;
    search.visited.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    search.unread.push(trouble(folder, error));
    return;
  }
  const within = [...inside, real];
  // Of a thousand files in a folder none is waited for, and no path is put in order that is in order already.
  const [here, reallyHere] = [path.join(folder, path.sep), path.join(real, path.sep)];
  for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
    if (!entry.isFile()) await enter(here + entry.name, entry, within, search);
    else if (isOurs(entry.name)) search.files.push({ file: here + entry.name, real: reallyHere + entry.name });
  }
}

/** Whether a file is one to check by its name. */
function isOurs(name: string): boolean {
  const kind = kindOfFile(name);
  return kind !== undefined && kind !== "approval";
}

async function enter(file: string, entry: Dirent, inside: readonly string[], search: Search): Promise<void> {
  const ours = isOurs(entry.name);
  let [folder, plain] = [entry.isDirectory(), false];
  if (!folder) {
    try {
      const seen = await stat(file);
      [folder, plain] = [seen.isDirectory(), seen.isFile()];
    } catch (error) {
      const problem = trouble(file, error);
      // A link to nothing that is not named like one of ours is somebody else's affair.
      if (ours || problem.kind !== "missing") search.unread.push(ours && problem.kind === "missing" ? dangling(file) : problem);
      return;
    }
  }
  if (folder) {
    if (!PASSED_BY.has(entry.name) && !entry.name.startsWith(".")) await walk(file, inside, search);
  } else if (ours) {
    if (plain) search.files.push({ file });
    else search.unread.push(notAFile(file, false));
  }
}

async function pattern(asked: string, cwd: string, search: Search): Promise<void> {
  const matches: string[] = [];
  try {
    for await (const match of glob(asked, { cwd })) if (kindOfFile(match)) matches.push(path.resolve(cwd, match));
  } catch (error) {
    search.unread.push(trouble(asked, error));
  }
  for (const file of matches) await findOne(file, cwd, search);
  if (matches.length === 0)
    search.unread.push({
      file: asked,
      kind: "missing",
      what: "No playbook has a name like this.",
      todo: "Check the pattern, or name a folder: everything below it is checked.",
    });
}

/** Sorted, and of several names for one file the one that is its own. */
async function once(files: readonly Named[]): Promise<readonly string[]> {
  const names = new Map<string, string>();
  const sorted = [...files].sort((a, b) => compare(a.file, b.file));
  // Of a thousand files that were found in their folders, a thousand paths are known.
  const unknown = sorted.filter(({ real }) => real === undefined).map(({ file }) => file);
  const reals = await limited.map(unknown, (file) => realpath(file).catch(() => file));
  const found = new Map(unknown.map((file, i) => [file, reals[i]]));
  for (const { file, real: known } of sorted) {
    const real = known ?? found.get(file) ?? file;
    if (!names.has(real) || file === real) names.set(real, file);
  }
  return [...names.values()].sort(compare);
}

const byFile = (problems: readonly Unread[]) => [...problems].sort((a, b) => compare(a.file, b.file));

/** By code units: the same on every computer, whatever its language. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const notOurs = (file: string): Unread => ({
  file,
  kind: "not-ours",
  what: "This is not a playbook by its name: a playbook's ends in .playbook.yaml.",
  todo: /\.ya?ml$/i.test(file)
    ? `If it is one, name it ${path.basename(file).replace(/(\.playbook)?\.ya?ml$/i, "")}.playbook.yaml; if not, leave it out.`
    : "Leave it out, or name the playbook you meant.",
});

const emptyFolder = (file: string): Unread => ({
  file,
  kind: "missing",
  what: "There is no playbook in this folder.",
  todo: "A playbook's name ends in .playbook.yaml: check the names and the folder.",
});

const circle = (file: string): Unread => ({
  file,
  kind: "loop",
  what: "This link leads back to a folder it stands in.",
  todo: "Nothing was left out. Remove the link if nobody needs it.",
});

const dangling = (file: string): Unread => ({
  file,
  kind: "missing",
  what: "This link leads to a file that is not there.",
  todo: "Remove the link, or bring back the file it leads to.",
});
