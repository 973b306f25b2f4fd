import { readdir } from "node:fs/promises";
import path from "node:path";
import { digestOf, type Entry, kindOfFile, openApproved } from "../core/index.ts";
import { readText } from "../disk/read-text.ts";
import { createAtomically, writeAtomically } from "../disk/write-atomically.ts";

/** The folder of a playbook's approvals: beside the draft, under `approved`, by the playbook's id. */
export const ledgerOf = (draft: string): string => path.join(path.dirname(draft), "approved", idOf(draft));

/** A playbook's id: its file name without the ending. */
export const idOf = (draft: string): string => path.basename(draft).replace(/\.playbook\.ya?ml$/i, "");

/**
 * The newest approval as `approve` wants to know it. Its digest counts only where the copy still matches the record: a
 * damaged approval may be given again. Versions that an interrupted approval began stay unused.
 */
export async function latestIn(ledger: string, bytes: Uint8Array): Promise<{ version: number; digest: string } | undefined> {
  const names = await readdir(ledger).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const versions = names.flatMap((name) => /^([1-9]\d*)\.(?:playbook|approval)\.yaml$/.exec(name)?.[1] ?? []).map(Number);
  const begun = Math.max(0, ...versions);
  const finished = Math.max(0, ...names.filter((name) => kindOfFile(name) === "approval").map((name) => Number.parseInt(name, 10) || 0));
  const approval = finished > 0 ? await believed(ledger, finished) : undefined;
  if (approval && approval.digest === (await digestOf(bytes))) return approval;
  return begun > 0 ? { version: begun, digest: "" } : undefined;
}

async function believed(ledger: string, version: number) {
  const [copy, record] = await Promise.all([
    readText(path.join(ledger, `${version}.playbook.yaml`)),
    readText(path.join(ledger, `${version}.approval.yaml`)),
  ]);
  if (!("text" in copy && "text" in record)) return undefined;
  const opened = await openApproved({ id: path.basename(ledger), version, copy: copy.bytes, record: record.text });
  return "approval" in opened ? opened.approval : undefined;
}

/**
 * Writes an approval: first the copy, which claims the version, then the record, without which the copy counts for nothing.
 * Answers the two files, or undefined when somebody else has claimed the version.
 */
export async function enter(
  ledger: string,
  { version, copy, record }: Entry,
): Promise<readonly [copy: string, record: string] | undefined> {
  const files = [path.join(ledger, `${version}.playbook.yaml`), path.join(ledger, `${version}.approval.yaml`)] as const;
  if (!(await createAtomically(files[0], copy))) return undefined;
  await writeAtomically(files[1], record);
  return files;
}
