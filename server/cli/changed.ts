import { execFile } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { kindOfFile } from "../core/small.ts";
import type { Unread } from "../disk/trouble.ts";

const run = promisify(execFile);

/** Bytes of file names that Git may answer with: about a hundred thousand files. */
const MOST_NAMES = 64 * 1024 * 1024;

/**
 * Which files changed, as Git sees it: those that differ from the last commit or, with a reference, from where the two parted, and
 * those it does not know yet. Where a configuration or an assets file changed or went away, everything below it counts, because it
 * may be judged otherwise now; where a repository within this one changed, everything in it. Answers why not, where Git cannot say. Never throws.
 */
export async function changedFiles(cwd: string, since?: string): Promise<((file: string) => boolean) | Unread> {
  const git = async (...args: string[]) => (await run("git", args, { cwd, maxBuffer: MOST_NAMES })).stdout;
  try {
    const root = (await git("rev-parse", "--show-toplevel")).replace(/\r?\n$/, "");
    const from = since === undefined ? await lastCommit(git) : (await git("merge-base", "--", since, "HEAD")).trim();
    const tracked =
      from === undefined
        ? await git("ls-files", "--cached", "--full-name", "-z", ":/")
        : await git("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", from, "--");
    const others = await git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/");
    const changed = `${tracked}${others}`
      .split("\0")
      .filter(Boolean)
      .map((name) => real(path.resolve(root, name)));
    const shared = changed.flatMap((file) => {
      if (["config", "assets"].includes(kindOfFile(file) ?? "")) return [path.dirname(file) + path.sep];
      // Git names a repository within this one, and not what changed in it.
      return isFolder(file) ? [file + path.sep] : [];
    });
    const files = new Set(changed);
    return (file) => {
      const own = real(file);
      return files.has(own) || shared.some((folder) => own.startsWith(folder));
    };
  } catch (error) {
    return whyNot(error, since);
  }
}

type Git = (...args: string[]) => Promise<string>;

/** The last commit. Undefined before the first one, when everything is new. */
const lastCommit = (git: Git): Promise<string | undefined> =>
  git("rev-parse", "--verify", "--quiet", "HEAD").then(
    (commit) => commit.trim(),
    () => undefined,
  );

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

/** Where a file really is; of one that is gone, where its folder is. */
function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(real(folder), path.basename(file));
  }
}

function whyNot(error: unknown, since: string | undefined): Unread {
  const { code, stderr = "" } = error as { code?: string | number; stderr?: string };
  const file = since ?? ".";
  if (code === "ENOENT")
    return {
      file,
      kind: "failed",
      what: "Git is not installed, so nobody can tell what changed.",
      todo: "Install Git, or check without --changed.",
    };
  if (/not a git repository|must be run in a work tree/i.test(stderr))
    return {
      file: ".",
      kind: "failed",
      what: "This folder is not in a Git repository, so nobody can tell what changed.",
      todo: "Run it in a repository, or check without --changed.",
    };
  if (/dubious ownership/i.test(stderr))
    return {
      file: ".",
      kind: "denied",
      what: "Git does not trust this folder, because it belongs to somebody else.",
      todo: "Tell Git that it is safe: git config --global --add safe.directory followed by the folder.",
    };
  if (
    since !== undefined &&
    /not a valid|unknown revision|bad revision|malformed|ambiguous argument|no such|Needed a single revision/i.test(stderr)
  )
    return {
      file,
      kind: "missing",
      what: `Git knows no commit or branch called “${since}” here.`,
      todo: "Check the name; in CI, fetch the whole history first (fetch-depth: 0).",
    };
  if (since !== undefined && code === 1)
    return {
      file,
      kind: "missing",
      what: `“${since}” and what you have now share no commit, so nobody can tell what changed since.`,
      todo: "Name another commit or branch; in CI, fetch the whole history first (fetch-depth: 0).",
    };
  return {
    file,
    kind: "failed",
    what: `Git could not say what changed: ${(stderr.split("\n").find(Boolean) ?? String((error as Error).message)).replace(/^fatal: /, "")}.`,
    todo: "Check without --changed.",
  };
}
