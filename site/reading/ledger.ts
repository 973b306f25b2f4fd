import { readdirSync, readFileSync } from "node:fs";
import {
  type ApprovedPlaybook,
  check,
  type Finding,
  type Lapse,
  type LedgerFiles,
  lapsesOf,
  type Opened,
  openApproved,
  playbookIn,
  type Standing,
} from "@cadence-playbooks/server/core";
import { today } from "../src/dates.ts";
import { allowedSigners, teamAssets, teamConfig, teamRegions } from "../src/team.ts";

/** What may be shown of a playbook's ledger today. Of what is shown, also what the rules say of it. */
export type Answer =
  | Exclude<Opened, { readonly play: ApprovedPlaybook }>
  | { readonly standing: Standing; readonly play: ApprovedPlaybook; readonly findings: readonly Finding[] }
  | { readonly standing: Standing; readonly lapses: readonly Lapse[] };

/** The ids of the playbooks that the ledger has a folder for. A folder that does not exist holds none. */
export function idsIn(playbooks: URL): readonly string[] {
  const entries = unlessMissing(() => readdirSync(new URL("approved/", playbooks), { withFileTypes: true }), []);
  return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith(".") ? entry.name : [])).sort();
}

/**
 * Everything that lies in the ledger about one playbook, not yet believed. Read without waiting in between: whoever reads thousands
 * of playbooks would wait longer for each small file than it takes to read.
 */
export function ledgerFiles(playbooks: URL, id: string): LedgerFiles {
  const folder = folderOf(playbooks, id);
  const listed = unlessMissing(() => readdirSync(folder, { withFileTypes: true }), []);
  const numbers = listed.flatMap((one) => (one.isDirectory() && /^[1-9]\d{0,3}$/.test(one.name) ? Number(one.name) : []));
  const entries = numbers
    .sort((a, b) => a - b)
    .map((number) => {
      const within = new URL(`${number}/`, folder);
      const names = readdirSync(within).filter((name) => !LEFT_BY_SYSTEMS.has(name));
      return { number, files: new Map(names.map((name) => [name, fileOr(new URL(encodeURIComponent(name), within))])) };
    });
  const ours = new Set([...numbers.map(String), NEWEST, ...LEFT_BY_SYSTEMS]);
  return {
    id,
    entries,
    newest: unlessMissing(() => readFileSync(new URL(NEWEST, folder)), undefined),
    others: listed.map(({ name }) => name).filter((name) => !ours.has(name)),
  };
}

const NEWEST = "newest.yaml";
const LEFT_BY_SYSTEMS = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** A file's bytes. What is a folder or cannot be read counts as an empty file, which is believed to be nothing. */
function fileOr(file: URL): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

/** Opens one playbook's ledger as of today, or says every reason why it cannot be believed, or what of it does not hold any more. */
export async function opened(playbooks: URL, files: LedgerFiles): Promise<Answer> {
  const { id } = files;
  const draft = unlessMissing(() => readFileSync(new URL(`${encodeURIComponent(id)}.playbook.yaml`, playbooks)), undefined);
  const [config, now] = [teamConfig(), today()];
  const answer = await openApproved(files, { config, signers: allowedSigners(), today: now, draft });
  if (!("play" in answer)) return answer;
  const { text, playbook, approval: record } = answer.play;
  const known = { config, assets: teamAssets(), today: now, file: `${id}.playbook.yaml` };
  const { findings, paths } = check(text, { ...known, regionOf: await teamRegions() }, playbookIn(text).source);
  const lapses = lapsesOf({ text, playbook, record, paths }, known);
  return lapses.length > 0 ? { standing: answer.standing, lapses } : { ...answer, findings };
}

function unlessMissing<T, U>(read: () => T, instead: U): T | U {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  }
}

/** The folder that the ledger has for a playbook. */
export const folderOf = (playbooks: URL, id: string): URL => new URL(`approved/${encodeURIComponent(id)}/`, playbooks);
