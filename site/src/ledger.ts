import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Fault, type LedgerFiles, type Opened, openApproved } from "@cadence-playbooks/server/core";
import { today } from "./dates.ts";
import { allowedSigners, teamConfig } from "./team.ts";

/** Something that stands between an approval and its page: whose, where, what, and what to do. */
export type Doubt = { readonly id: string; readonly file: string; readonly what: string; readonly todo: string };

/** The ids of the playbooks that the ledger has a folder for. A folder that does not exist holds none. */
export async function idsIn(playbooks: URL): Promise<readonly string[]> {
  const entries = await readdir(new URL("approved/", playbooks), { withFileTypes: true }).catch(unlessMissing([]));
  return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith(".") ? entry.name : [])).sort();
}

/** Everything that lies in the ledger about one playbook, not yet believed. */
export async function ledgerFiles(playbooks: URL, id: string): Promise<LedgerFiles> {
  const folder = folderOf(playbooks, id);
  const listed = await readdir(folder, { withFileTypes: true }).catch(unlessMissing([]));
  const numbers = listed.flatMap((one) => (one.isDirectory() && /^[1-9]\d{0,3}$/.test(one.name) ? Number(one.name) : []));
  const entries = numbers
    .sort((a, b) => a - b)
    .map(async (number) => {
      const within = new URL(`${number}/`, folder);
      const names = (await readdir(within)).filter((name) => !LEFT_BY_SYSTEMS.has(name));
      const files = names.map(async (name) => [name, await readFile(new URL(encodeURIComponent(name), within)).catch(noFile)] as const);
      return { number, files: new Map<string, Uint8Array>(await Promise.all(files)) };
    });
  const ours = new Set([...numbers.map(String), NEWEST, ...LEFT_BY_SYSTEMS]);
  return {
    id,
    entries: await Promise.all(entries),
    newest: await readFile(new URL(NEWEST, folder)).catch(unlessMissing(undefined)),
    others: listed.map(({ name }) => name).filter((name) => !ours.has(name)),
  };
}

const NEWEST = "newest.yaml";
const LEFT_BY_SYSTEMS = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** What is a folder or cannot be read counts as an empty file, which is believed to be nothing. */
const noFile = (): Uint8Array => new Uint8Array();

/** Opens one playbook's ledger as of today, or says every reason why it cannot be believed. */
export async function opened(playbooks: URL, id: string): Promise<Opened> {
  const draft = await readFile(new URL(`${encodeURIComponent(id)}.playbook.yaml`, playbooks)).catch(unlessMissing(undefined));
  return openApproved(await ledgerFiles(playbooks, id), { config: teamConfig(), signers: allowedSigners(), today: today(), draft });
}

/** Every doubt about a configuration that says who may approve: what it says cannot be guessed. */
export function configDoubts(playbooks: URL): readonly Doubt[] {
  const file = new URL("cadence.config.yaml", playbooks);
  if (!existsSync(file) || teamConfig()) return [];
  return [
    {
      id: "cadence.config.yaml",
      file: shown(playbooks, file),
      what: "The team's configuration cannot be read, so nobody can tell who may approve.",
      todo: "Run “cadence check” on it: every finding says what to do.",
    },
  ];
}

/** What gives one playbook's ledger away, with the files where people find them. */
export const doubtsAbout = (playbooks: URL, id: string, faults: readonly Fault[]): readonly Doubt[] =>
  faults.map(({ file, what, todo }) => ({ id, file: shown(playbooks, new URL(file, folderOf(playbooks, id))), what, todo }));

/** Every doubt about the whole ledger. None when all of it can be believed. */
export async function doubtsIn(playbooks: URL): Promise<readonly Doubt[]> {
  const ids = await idsIn(playbooks);
  const answers = await Promise.all(ids.map(async (id) => [id, await opened(playbooks, id)] as const));
  const doubts = answers.flatMap(([id, answer]) => ("faults" in answer ? doubtsAbout(playbooks, id, answer.faults) : []));
  return [...configDoubts(playbooks), ...doubts];
}

/** Every doubt in plain words, for a person who has to put it right, and what follows from it: no build, or pages that are hidden. */
export function told(doubts: readonly Doubt[], consequence: "not built" | "hidden"): string {
  const ids = new Set(doubts.map(({ id }) => id));
  const [who, hidden] =
    ids.size === 1 ? ["1 playbook is", "It is hidden until it is."] : [`${ids.size} playbooks are`, "They are hidden until they are."];
  return [
    `${who} not what was approved. ${consequence === "hidden" ? hidden : "The handbook is not built."}`,
    ...doubts.flatMap(({ id, file, what, todo }) => ["", `  ${id}`, `    file  ${file}`, `    ${what}`, `    ${todo}`]),
  ].join("\n");
}

const folderOf = (playbooks: URL, id: string) => new URL(`approved/${encodeURIComponent(id)}/`, playbooks);

/** A file as people find it, from the folder that holds the playbooks. */
const shown = (playbooks: URL, file: URL) => relative(fileURLToPath(new URL("../", playbooks)), fileURLToPath(file));

const unlessMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  };
