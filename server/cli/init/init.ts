import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Person } from "../../core/index.ts";
import { shown } from "../../disk/shown.ts";
import { trouble, type Unread } from "../../disk/trouble.ts";
import { createAtomically } from "../../disk/write-atomically.ts";
import { askHere } from "../answers.ts";
import { CADENCE } from "../called.ts";
import { label, many, row, showUnread, whole } from "../pretty.ts";
import { stop } from "../refused.ts";
import { type Screen, screenOn } from "../screen.ts";
import { version } from "../version.ts";
import { type Ci, filesFor, NOBODY, type Wishes } from "./files.ts";

export type InitOptions = {
  readonly playbooks: string;
  readonly team?: string;
  readonly owner?: string;
  readonly handbook?: string;
  readonly ci?: Ci;
  readonly approvers?: string;
  readonly yes?: boolean;
};

/**
 * `cadence init`: what a team needs in a repository, empty or not. Files that are there stay as they are. Asks only a person at a
 * terminal who said nothing. Exit 0, or 2 when something could not be written; everything else is written all the same.
 */
export async function runInit(folder: string | undefined, options: InitOptions): Promise<void> {
  const out = screenOn(process.stdout);
  const beside = screenOn(process.stderr);
  const root = path.resolve(folder ?? ".");
  const slip = slipIn(options, root) ?? (await repositoryAround(root, options.playbooks));
  if (slip) {
    process.exitCode = 2;
    return showUnread([slip], beside, "refused");
  }
  const silent = options.yes || options.team || options.owner || options.handbook || options.ci || options.approvers;
  const said = silent || !process.stdin.isTTY ? {} : await asked(out);
  if (said === undefined) return stop(1, () => beside.print("", "Stopped; nothing was written.", ""));
  const wishes = { ...(await guessed(options, root)), ...said };
  const problems: Unread[] = [];
  let left = "";
  out.print("");
  for (const wanted of filesFor(wishes)) {
    let file = path.join(root, wanted.path);
    try {
      const other = await firstThere(root, wanted.instead ?? []);
      if (other === undefined && (await createAtomically(file, wanted.text))) {
        out.print(...whole("wrote", shown(file), out, "place"));
        continue;
      }
      file = other ?? file;
      const hint =
        wanted.otherwise !== undefined && !(await holds(file, wanted.has))
          ? [...label("", wanted.otherwise, out), ...(wanted.lines ?? []).flatMap((line) => whole("", line, out, "place"))]
          : [];
      out.print(...row(out.paint("quiet", "kept".padStart(8)), shown(file), out), ...hint);
    } catch (error) {
      problems.push(trouble(shown(file), error, "write"));
      // Everything else speaks of this folder, and would be kept as it is by whoever tries again with another.
      if (!wanted.path.startsWith(`${wishes.playbooks}/`)) continue;
      left = ", and nothing else was written";
      break;
    }
  }
  if (problems.length > 0) {
    process.exitCode = 2;
    showUnread(problems, beside, "unread");
    return out.print(
      "",
      `${out.paint("error", "✗")} ${out.paint("strong", `${many(problems.length, "file")} could not be written; nothing that was there has changed${left}.`)}`,
      "",
    );
  }
  await showNext(wishes, root, out);
}

async function showNext({ playbooks, approvers, ci }: Wishes, root: string, out: Screen): Promise<void> {
  const first = `${playbooks}/first-conversation.playbook.yaml`;
  const repository = await there(path.join(root, ".git"));
  const steps = [
    ...(repository ? [] : ["This folder is not a Git repository yet: git init makes it one."]),
    ...((await holds(path.join(root, first), NOBODY)) ? [`Write your name as the owner in ${first}.`] : []),
    `Bring what you have: ${CADENCE} import exports/*.csv --into ${playbooks}`,
    `See what is found: ${CADENCE} check. Record what is old: ${CADENCE} baseline.`,
    ...(approvers ? [] : ["Name your approvers in cadence.config.yaml and in CODEOWNERS."]),
    ...(ci === "none" ? [] : ["Commit and push: every change is checked from now on, and the handbook is built from what is approved."]),
  ];
  out.print("", `${out.paint("good", "✓")} ${out.paint("strong", "Ready. What comes next:")}`);
  for (const [i, step] of steps.entries()) out.print(...label(`${i + 1}`, step, out));
  out.print("");
}

async function firstThere(root: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) if (await there(path.join(root, name))) return path.join(root, name);
  return undefined;
}

/** Whether a file says already what would be added. One that cannot be read is taken not to. */
const holds = async (file: string, words: string | undefined): Promise<boolean> =>
  words !== undefined &&
  (await readFile(file, "utf8").then(
    (text) => text.includes(words),
    () => false,
  ));

/** The branch that is checked out, which in a new repository is the one that others start from; without one, what hosts call it. */
async function branchOf(root: string): Promise<string> {
  const head = await readFile(path.join(root, ".git", "HEAD"), "utf8").catch(() => "");
  return /^ref: refs\/heads\/(main|master|trunk|develop)\s*$/.exec(head)?.[1] ?? "main";
}

/** What can be seen without asking. */
async function guessed(options: InitOptions, root: string): Promise<Wishes> {
  const gitlab = (await there(path.join(root, ".gitlab-ci.yml"))) && !(await there(path.join(root, ".github")));
  return {
    ...options,
    playbooks: plain(options.playbooks),
    ci: options.ci ?? (gitlab ? "gitlab" : "github"),
    version,
    installed: await there(path.join(root, "node_modules")),
    branch: await branchOf(root),
  };
}

/** Three questions, each with an answer for whoever presses Enter. Undefined when the person leaves. */
async function asked(out: Screen): Promise<Partial<Wishes> | undefined> {
  const { ask, close } = askHere();
  /** Asks until what is said is nothing or of use. */
  async function until(question: string, fits: (said: string) => boolean, otherwise: string): Promise<string | undefined> {
    for (;;) {
      const said = (await ask(question))?.trim();
      if (said === undefined || said === "" || fits(said)) return said;
      out.print(otherwise);
    }
  }
  try {
    const team = await until("Your team's or company's name (Enter: later): ", () => true, "");
    if (team === undefined) return undefined;
    const owner = await until(
      "Your name and email, as in Dana Ortiz <dana@northwind.example> (Enter: later): ",
      (said) => Person.safeParse(said).success,
      "Write a name and an address between < and >.",
    );
    if (owner === undefined) return undefined;
    const ci = await until(
      "Where does it run, github, gitlab or none? (Enter: as it looks here) ",
      isCi,
      "Write one of the three, or nothing.",
    );
    if (ci === undefined) return undefined;
    return { ...(team ? { team } : {}), ...(owner ? { owner } : {}), ...(isCi(ci) ? { ci: ci.toLowerCase() as Wishes["ci"] } : {}) };
  } finally {
    close();
  }
}

const isCi = (said: string): boolean => ["github", "gitlab", "none"].includes(said.toLowerCase());

function slipIn({ owner, handbook, playbooks }: InitOptions, root: string): Unread | undefined {
  if (owner !== undefined && !Person.safeParse(owner).success)
    return {
      file: "--owner",
      kind: "failed",
      what: `“${owner}” does not name the owner well enough.`,
      todo: "Write a name and an email address, as in Dana Ortiz <dana@northwind.example>.",
    };
  if (handbook !== undefined && !/^https?:\/\/\S+$/.test(handbook))
    return {
      file: "--handbook",
      kind: "failed",
      what: `“${handbook}” is not a web address.`,
      todo: "Write it whole, as in https://handbook.northwind.example/.",
    };
  const inside = path.relative(root, path.resolve(root, playbooks));
  if (inside === "" || inside.startsWith("..") || path.isAbsolute(inside))
    return {
      file: "--playbooks",
      kind: "failed",
      what: "The playbooks go into a folder inside the repository.",
      todo: "Name one, as in playbooks.",
    };
  if (UNNAMEABLE.test(inside))
    return {
      file: "--playbooks",
      kind: "failed",
      what: "Workflows and owners cannot name this folder: its name has a space or a sign in it that means something to them.",
      todo: "Name it with letters, digits, hyphens and slashes, as in sales-plays.",
    };
  return undefined;
}

/** What ends a name or stands for something else in a workflow, a shell or a list of owners. */
const UNNAMEABLE = /[\s"'`$#!&|;<>()[\]{}*?]/;

/** A folder in a repository is none: code hosts look for workflows and owners at the root, and would never find these. */
async function repositoryAround(root: string, playbooks: string): Promise<Unread | undefined> {
  if (await there(path.join(root, ".git"))) return undefined;
  for (let here = path.dirname(root); ; here = path.dirname(here)) {
    if (await there(path.join(here, ".git"))) {
      const inside = plain(path.join(path.relative(here, root), playbooks));
      return {
        file: shown(root),
        kind: "failed",
        what: "This folder lies in a Git repository, and workflows and owners count at its root alone.",
        todo: `Go to ${here} and run: ${CADENCE} init --playbooks ${inside}. If it is to be a repository of its own, run git init in it first.`,
      };
    }
    if (path.dirname(here) === here) return undefined;
  }
}

const plain = (folder: string) => path.normalize(folder).replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/+$/, "");

const there = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
