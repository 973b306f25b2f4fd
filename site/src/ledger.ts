import { readdir, readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApprovedPlaybook, digestOf, openApproved } from "@cadence-playbooks/server/core";

/** Something that stands between an approval and its page: which file, which record, and what differs. */
export type Doubt = { readonly id: string; readonly file: string; readonly record: string; readonly what: string; readonly todo: string };

/** The newest approval of one playbook as it lies on disk, not yet believed. */
export type Sealed = {
  readonly id: string;
  readonly version: number;
  readonly copy: Uint8Array;
  readonly record: string;
  readonly draft: Uint8Array | undefined;
  readonly doubts: readonly Doubt[];
  /** Says whether anything that was read has changed since it was last believed. */
  readonly digest: string;
};

/** The ids of the playbooks that have an approval. A folder that does not exist holds none. */
export async function idsIn(playbooks: URL): Promise<readonly string[]> {
  const entries = await readdir(new URL("approved/", playbooks), { withFileTypes: true }).catch(unlessMissing([]));
  return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith(".") ? entry.name : [])).sort();
}

/**
 * Reads the newest approval of a playbook: `approved/<id>/<version>.playbook.yaml` and the record beside it. A copy without a
 * record counts for nothing: that is how an approval begins, and how an interrupted one is left. Undefined when there is none.
 */
export async function sealed(playbooks: URL, id: string): Promise<Sealed | undefined> {
  const folder = new URL(`approved/${encodeURIComponent(id)}/`, playbooks);
  const names = await readdir(folder).catch(unlessMissing<string[]>([]));
  const records = names.flatMap((name) => /^([1-9]\d*)\.approval\.yaml$/.exec(name)?.[1] ?? []).map(Number);
  const version = Math.max(0, ...records);
  if (version === 0) return undefined;
  const doubts = records
    .filter((number) => !names.includes(`${number}.playbook.yaml`))
    .map((number) => ({
      ...places(folder, id, number),
      what: `Version ${number} has a record but no copy.`,
      todo: "Restore the copy from version control, or approve the draft again with `cadence approve`.",
    }));
  const copy = await readFile(new URL(`${version}.playbook.yaml`, folder)).catch(unlessMissing(new Uint8Array()));
  const record = await readFile(new URL(`${version}.approval.yaml`, folder), "utf8").catch(unlessMissing(""));
  const draft = await readFile(new URL(`${encodeURIComponent(id)}.playbook.yaml`, playbooks)).catch(unlessMissing(undefined));
  const digest = await digestOf(Buffer.concat([Buffer.from(`${id} ${version} ${copy.length} `), copy, Buffer.from(record)]));
  return { id, version, copy, record, draft, doubts, digest };
}

/** Believes an approval, or says every reason why not. */
export async function believed(playbooks: URL, one: Sealed): Promise<ApprovedPlaybook | readonly Doubt[]> {
  if (one.doubts.length > 0) return one.doubts;
  const answer = await openApproved(one);
  if ("approval" in answer) return answer;
  const folder = new URL(`approved/${encodeURIComponent(one.id)}/`, playbooks);
  return answer.map(({ what, todo }) => ({ ...places(folder, one.id, one.version), what, todo }));
}

/** Every doubt about any newest approval. None when the whole ledger can be believed. */
export async function doubtsIn(playbooks: URL): Promise<readonly Doubt[]> {
  const found = await Promise.all((await idsIn(playbooks)).map((id) => sealed(playbooks, id)));
  const answers = await Promise.all(found.flatMap((one) => (one ? believed(playbooks, one) : [])));
  return answers.flatMap((answer) => ("approval" in answer ? [] : answer));
}

/** Every doubt in plain words, for a person who has to put it right, and what follows from it: no build, or pages that are hidden. */
export function told(doubts: readonly Doubt[], consequence: "not built" | "hidden"): string {
  const ids = new Set(doubts.map(({ id }) => id));
  const [who, hidden] =
    ids.size === 1 ? ["1 playbook is", "It is hidden until it is."] : [`${ids.size} playbooks are`, "They are hidden until they are."];
  return [
    `${who} not what was approved. ${consequence === "hidden" ? hidden : "The handbook is not built."}`,
    ...doubts.flatMap(({ id, file, record, what, todo }) => [
      "",
      `  ${id}`,
      `    file    ${file}`,
      `    record  ${record}`,
      `    ${what}`,
      `    ${todo}`,
    ]),
  ].join("\n");
}

/** Where a person finds the copy and its record, from the folder that holds the playbooks. */
const places = (folder: URL, id: string, version: number) => {
  const from = fileURLToPath(new URL("../../../", folder));
  const named = (kind: string) => relative(from, fileURLToPath(new URL(`${version}.${kind}.yaml`, folder)));
  return { id, file: named("playbook"), record: named("approval") };
};

const unlessMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  };
