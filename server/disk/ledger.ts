import { randomUUID } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import * as promises from "node:fs/promises";
import path from "node:path";
import { digestOf, type Entry, type EntryFiles, type LedgerFiles, readSigners, type Signers, writeRecord } from "../core/index.ts";
import type { Known } from "./knowledge.ts";
import { makeFolder } from "./make-folder.ts";
import { LARGEST_FILE, readText } from "./read-text.ts";
import type { Unread } from "./trouble.ts";

/** What writing a ledger needs of a disk. Tests give one that fails. */
export type Disk = Pick<typeof promises, "mkdir" | "open" | "rename" | "rm" | "readdir">;

/** A playbook's id: its file name without the ending. */
export const idOf = (draft: string): string => path.basename(draft).replace(/\.playbook\.ya?ml$/i, "");

/** The folder of a playbook's approvals: beside the draft, under `approved`, by the playbook's id. */
export const ledgerOf = (draft: string): string => path.join(path.dirname(draft), "approved", idOf(draft));

/** The word on which decision is the newest. */
const NEWEST = "newest.yaml";

/**
 * Reads everything that lies in the ledger about one playbook. Synchronous, because a ledger is thousands of small files and
 * waiting for each takes longer than reading it. Throws the system's error where something is there and cannot be read.
 */
export function readLedger(folder: string): LedgerFiles {
  const entries: EntryFiles[] = [];
  const others: string[] = [];
  let newest: Uint8Array | undefined;
  for (const entry of listed(folder)) {
    if (entry.isDirectory() && /^[1-9]\d{0,3}$/.test(entry.name))
      entries.push({ number: Number(entry.name), files: filesIn(path.join(folder, entry.name)) });
    else if (entry.name === NEWEST && entry.isFile()) newest = bytesOf(path.join(folder, NEWEST));
    else if (!IGNORED.has(entry.name)) others.push(entry.name);
  }
  entries.sort((a, b) => a.number - b.number);
  return { id: path.basename(folder), entries, newest, others };
}

/** What operating systems leave in every folder. */
const IGNORED = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

const filesIn = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(readdirSync(folder).flatMap((name) => (IGNORED.has(name) ? [] : [[name, bytesOf(path.join(folder, name))] as const])));

/** A file's bytes; none for what is no file or larger than any of ours, which then counts for nothing. */
function bytesOf(file: string): Uint8Array {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const seen = fstatSync(handle);
    if (!seen.isFile() || seen.size > LARGEST_FILE) return new Uint8Array();
    const bytes = Buffer.allocUnsafe(seen.size);
    let at = 0;
    for (let read = -1; at < bytes.length && read !== 0; at += read) read = readSync(handle, bytes, at, bytes.length - at, null);
    return bytes.subarray(0, at);
  } finally {
    closeSync(handle);
  }
}

/** A draft's bytes. Undefined where there is none; throws the system's error where it cannot be read. */
export function readDraft(file: string): Uint8Array | undefined {
  try {
    return bytesOf(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Enters a decision: its folder is written under another name and then takes its number in one step, so that it is there whole
 * or not at all. Answers false, and changes nothing, when that number is taken: of several who decide at once exactly one succeeds.
 */
export async function enter(folder: string, { number, files, bytes }: Entry, disk: Disk = promises): Promise<boolean> {
  await makeFolder(folder, disk);
  const draft = path.join(folder, `.${number}-${randomUUID()}`);
  const place = path.join(folder, String(number));
  try {
    await disk.mkdir(draft);
    for (const [name, content] of files) await writeNew(path.join(draft, name), content, disk);
    await settle(draft, disk);
    if ((await disk.readdir(folder)).includes(String(number))) return false;
    await disk.rename(draft, place);
  } catch (error) {
    // Taken between the look and the step: what systems answer differs, so the folder itself is asked.
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["EEXIST", "ENOTEMPTY", "EPERM"].includes(code) && (await disk.readdir(folder)).includes(String(number))) return false;
    throw error;
  } finally {
    await disk.rm(draft, { recursive: true, force: true });
  }
  await settle(folder, disk);
  // It counts from here on. Should this fail, the next decision puts it right.
  await sayNewest(folder, number, await digestOf(bytes), disk).catch(() => undefined);
  return true;
}

async function sayNewest(folder: string, number: number, digest: string, disk: Disk): Promise<void> {
  // Somebody may have decided again already; then theirs is the newest.
  if ((await disk.readdir(folder)).includes(String(number + 1))) return;
  const draft = path.join(folder, `.${NEWEST}-${randomUUID()}`);
  try {
    await writeNew(draft, writeRecord("newest", { number, digest }), disk);
    await disk.rename(draft, path.join(folder, NEWEST));
    await settle(folder, disk);
  } finally {
    await disk.rm(draft, { force: true });
  }
}

async function writeNew(file: string, content: Uint8Array, disk: Disk): Promise<void> {
  const handle = await disk.open(file, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Asks the disk to keep a folder's names, where the system knows how to. */
async function settle(folder: string, disk: Disk): Promise<void> {
  const handle = await disk.open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}

/** Milliseconds after which what a command left behind is no longer somebody's work in progress. */
const ABANDONED = 10 * 60_000;

/** Removes what interrupted commands left behind long ago. Answers the names; never throws. */
export async function sweep(folder: string, unfinished: readonly string[]): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const name of unfinished) {
    const left = path.join(folder, name);
    const seen = await promises.stat(left).catch(() => undefined);
    if (!seen || Date.now() - seen.mtimeMs < ABANDONED) continue;
    await promises.rm(left, { recursive: true, force: true }).then(
      () => swept.push(name),
      () => undefined,
    );
  }
  return swept;
}

/** Whose key is whose for a team. Undefined where it has no such file; why, where it is there and cannot be read. */
export async function signersFor({ config, configFile }: Pick<Known, "config" | "configFile">): Promise<Signers | undefined | Unread> {
  if (!configFile) return undefined;
  const file = path.resolve(path.dirname(configFile), config?.approvals["allowed-signers"] ?? "allowed_signers");
  const read = await readText(file);
  return "text" in read ? readSigners(read.text) : read.kind === "missing" ? undefined : read;
}

/** The files of a decision as people find them. */
export const placesOf = (folder: string, { number, files }: Entry): readonly string[] =>
  [...files.keys()].map((name) => path.join(folder, String(number), name));
