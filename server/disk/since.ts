import { spawn } from "node:child_process";
import path from "node:path";
import { digestOf, type Fault, filesOf, type LedgerFiles } from "../core/index.ts";
import type { Place } from "./find-ledgers.ts";
import type { Unread } from "./trouble.ts";

/** The newest decision about each playbook that an earlier state of the repository holds: its number and its record's digest. */
export type Earlier = ReadonlyMap<string, { readonly number: number; readonly digest: string }>;

/**
 * Reads from git what the ledgers held at an earlier commit, by their folders. What was decided then must still stand:
 * whoever can write every file can go back to an old ledger that is whole in itself, and only an earlier witness shows it.
 */
export async function earlierLedgers(since: string, places: readonly Place[]): Promise<Earlier | Unread> {
  const [first] = places;
  if (!first) return new Map();
  const cwd = path.dirname(first.draft);
  const top = await git(["rev-parse", "--show-toplevel"], cwd);
  if (top === undefined) return failed(since, "This folder is not in a git repository, or git is not on this computer.");
  const root = top.toString().trim();
  const listing = await git(["ls-tree", "-r", "-z", "--full-tree", since, "--"], cwd);
  if (listing === undefined) return failed(since, `git knows no commit “${since}”.`);
  const newest = new Map<string, { number: number; blob: string }>();
  const folders = new Map(places.map(({ folder, id }) => [path.relative(root, folder).split(path.sep).join("/"), { folder, id }]));
  for (const line of listing.toString().split("\0")) {
    const [, blob = "", file = ""] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    const [, within = "", number = "", name = ""] = /^(.*)\/([1-9]\d{0,3})\/([^/]+)$/.exec(file) ?? [];
    const place = folders.get(within);
    if (!place || (name !== filesOf(place.id).approval && name !== filesOf(place.id).revocation)) continue;
    if ((newest.get(place.folder)?.number ?? 0) < Number(number)) newest.set(place.folder, { number: Number(number), blob });
  }
  const blobs = await contents(
    [...newest.values()].map(({ blob }) => blob),
    cwd,
  );
  const digests = await Promise.all(blobs.map(digestOf));
  return new Map([...newest].map(([folder, { number }], i) => [folder, { number, digest: digests[i] ?? "" }]));
}

/** What was decided earlier and is not there any more, or is another decision now. */
export async function forgotten(
  ledger: LedgerFiles,
  since: string,
  earlier: { number: number; digest: string } | undefined,
): Promise<readonly Fault[]> {
  if (!earlier) return [];
  const { number, digest } = earlier;
  const names = filesOf(ledger.id);
  const files = ledger.entries.find((entry) => entry.number === number)?.files;
  const record = files?.get(names.approval) ?? files?.get(names.revocation);
  if (record && (await digestOf(record)) === digest) return [];
  return [
    {
      number,
      file: `${number}`,
      what: record
        ? `Decision ${number} is not the one it was at ${since}.`
        : `Decision ${number} was made at ${since} already, and it is not there any more.`,
      todo: `Bring the folder back as it was: git checkout ${since} -- followed by its path. Decisions are only ever added.`,
    },
  ];
}

const failed = (file: string, what: string): Unread => ({
  file,
  kind: "failed",
  what,
  todo: "Leave --since out, or name a commit or branch that is here.",
});

/** What git answers. Undefined when it fails or is not there. */
function git(args: readonly string[], cwd: string, input?: string): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn("git", args, { cwd, stdio: ["pipe", "pipe", "ignore"] });
    const out: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(out) : undefined));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/** The contents of some of git's blobs, in their order. */
async function contents(blobs: readonly string[], cwd: string): Promise<readonly Uint8Array[]> {
  if (blobs.length === 0) return [];
  const all = (await git(["cat-file", "--batch"], cwd, `${blobs.join("\n")}\n`)) ?? Buffer.alloc(0);
  let at = 0;
  return blobs.map(() => {
    const end = all.indexOf("\n", at);
    const size = Number(all.subarray(at, end).toString().split(" ")[2]);
    const content = all.subarray(end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return content;
  });
}
