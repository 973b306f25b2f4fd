import { readdir, readFile } from "node:fs/promises";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Lapse, type LedgerFiles, lapsesOf, type Opened, openApproved, type Standing } from "@cadence-playbooks/server/core";
import { today } from "./dates.ts";
import { allowedSigners, sharedFiles, teamAssets, teamConfig } from "./team.ts";

/** Something that stands between an approval and its page: whose, where, what, and what to do. */
export type Doubt = {
  readonly id: string;
  /** Whether it was never approved like that, or was and does not hold today. */
  readonly is: "forged" | "lapsed";
  readonly file: string;
  readonly what: string;
  readonly todo: string;
};

/** What may be shown of a playbook's ledger today. */
export type Answer = Opened | { readonly standing: Standing; readonly lapses: readonly Lapse[] };

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

/** Opens one playbook's ledger as of today, or says every reason why it cannot be believed, or what of it does not hold any more. */
export async function opened(playbooks: URL, id: string): Promise<Answer> {
  const draft = await readFile(new URL(`${encodeURIComponent(id)}.playbook.yaml`, playbooks)).catch(unlessMissing(undefined));
  const [config, now] = [teamConfig(), today()];
  const answer = await openApproved(await ledgerFiles(playbooks, id), { config, signers: allowedSigners(), today: now, draft });
  if (!("play" in answer)) return answer;
  const { text, playbook, approval: record } = answer.play;
  const lapses = lapsesOf({ text, playbook, record }, { config, assets: teamAssets(), today: now, file: `${id}.playbook.yaml` });
  return lapses.length > 0 ? { standing: answer.standing, lapses } : answer;
}

/** Every doubt about what all playbooks share, such as who may approve: what cannot be read cannot be guessed. */
export const sharedDoubts = (playbooks: URL): readonly Doubt[] =>
  sharedFiles().flatMap(({ file, read }) => {
    const name = shown(playbooks, file);
    if (read) return [];
    return {
      id: basename(name),
      is: "forged",
      file: name,
      what: name.includes("assets")
        ? "What the team's plays bring cannot be read, so nobody can tell what has expired."
        : "The team's configuration cannot be read, so nobody can tell who may approve.",
      todo: "Run “cadence check” on it: every finding says what to do.",
    };
  });

/** What gives one playbook's ledger away, or does not hold any more, with the files where people find them. */
export function doubtsAbout(playbooks: URL, id: string, answer: Answer): readonly Doubt[] {
  const at = (file: string) => shown(playbooks, new URL(file, folderOf(playbooks, id)));
  if ("faults" in answer) return answer.faults.map(({ file, what, todo }) => ({ id, is: "forged", file: at(file), what, todo }));
  if (!("lapses" in answer)) return [];
  const copy = at(`${answer.standing.inForce?.step.number}/${encodeURIComponent(id)}.playbook.yaml`);
  return answer.lapses.map(({ start, what, why, todo }) => ({
    id,
    is: "lapsed",
    file: `${copy}:${start.line + 1}:${start.character + 1}`,
    what: `${what} ${why}`,
    todo,
  }));
}

/** Every doubt about the whole ledger. None when all of it can be believed and holds. */
export async function doubtsIn(playbooks: URL): Promise<readonly Doubt[]> {
  const ids = await idsIn(playbooks);
  const doubts = await Promise.all(ids.map(async (id) => doubtsAbout(playbooks, id, await opened(playbooks, id))));
  return [...sharedDoubts(playbooks), ...doubts.flat()];
}

/** Every doubt in plain words, for a person who has to put it right, and what follows from it: no build, or pages that are hidden. */
export function told(doubts: readonly Doubt[], consequence: "not built" | "hidden"): string {
  const one = new Set(doubts.map(({ id }) => id)).size === 1;
  const follows =
    consequence === "not built" ? "The handbook is not built." : one ? "It is hidden until it is." : "They are hidden until they are.";
  const groups = (["forged", "lapsed"] as const).flatMap((is) => {
    const those = doubts.filter((doubt) => doubt.is === is);
    const ids = new Set(those.map(({ id }) => id)).size;
    if (ids === 0) return [];
    const wrong = is === "forged" ? "not what was approved" : "approved and not fit to be used today";
    return [[`${ids === 1 ? "1 playbook is" : `${ids} playbooks are`} ${wrong}.`, ...those.map(toldOne)].join("\n")];
  });
  const [first = "", ...others] = groups;
  return [first.replace("\n", ` ${follows}\n`), ...others].join("\n\n");
}

/** One doubt, under the name of its playbook where that is another than before. */
const toldOne = ({ id, file, what, todo }: Doubt, i: number, all: readonly Doubt[]) =>
  [...(all[i - 1]?.id === id ? [] : ["", `  ${id}`]), `    file  ${file}`, `    ${what}`, `    ${todo}`].join("\n");

const folderOf = (playbooks: URL, id: string) => new URL(`approved/${encodeURIComponent(id)}/`, playbooks);

/** A file as people find it, from the folder that holds the playbooks. */
const shown = (playbooks: URL, file: URL) => relative(fileURLToPath(new URL("../", playbooks)), fileURLToPath(file));

const unlessMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  };
