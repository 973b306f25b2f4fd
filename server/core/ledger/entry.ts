import type { ApprovalRecord, RevocationRecord } from "../model.ts";
import { decoded, digestOf, short } from "./digest.ts";
import { emailOf } from "./person.ts";
import { filesOf, readRecord } from "./record.ts";
import { maySign, type Signers } from "./signers.ts";
import { verifySignature } from "./ssh-signature.ts";

/** Something that gives a decision away as forged, damaged or out of place: where, what, and what to do. */
export type Fault = { readonly number: number | undefined; readonly file: string; readonly what: string; readonly todo: string };

/** The files of one decision, as they lie in `approved/<id>/<number>/`. */
export type EntryFiles = { readonly number: number; readonly files: ReadonlyMap<string, Uint8Array> };

type Read = {
  readonly number: number;
  /** The digest of the record's bytes, which the next record names. */
  readonly digest: string;
  readonly by: string;
  readonly on: string;
  readonly previous: string;
  /** Whether it bears a signature that holds, whoever's it is. */
  readonly signature: Signed | undefined;
};
type Signed = { readonly key: Uint8Array };

/** One decision about a playbook, as far as its own files tell. */
export type Step = Read &
  (
    | { readonly kind: "approval"; readonly record: ApprovalRecord; readonly copy: Uint8Array }
    | { readonly kind: "revocation"; readonly record: RevocationRecord }
  );

export const RESTORE = "Restore the folder from version control; then, if a new approval is meant, give it with `cadence approve`.";

/** Reads one decision and holds its files against each other. A step only where its record could be read. */
export async function readEntry(id: string, { number, files }: EntryFiles): Promise<{ step: Step | undefined; faults: readonly Fault[] }> {
  const names = filesOf(id);
  const records = [names.approval, names.revocation].filter((name) => files.has(name));
  const [file] = records;
  const faults: Fault[] = [];
  const fault = (where: string, what: string) => void faults.push({ number, file: `${number}/${where}`, what, todo: RESTORE });
  if (file === undefined || records.length > 1) {
    const what =
      file === undefined ? `Decision ${number} has no record of “${id}”.` : `Decision ${number} is an approval and a revocation at once.`;
    fault(file ?? names.approval, what);
    return { step: undefined, faults };
  }
  const kind = file === names.approval ? "approval" : "revocation";
  const known = new Set([file, names.signatureOf(file), ...(kind === "approval" ? [names.copy] : [])]);
  for (const name of files.keys()) if (!known.has(name)) fault(name, `The file does not belong to decision ${number}.`);

  const bytes = files.get(file) ?? new Uint8Array();
  const record = readRecord(kind, bytes) as ApprovalRecord | RevocationRecord | string;
  if (typeof record === "string") {
    fault(file, `The record cannot be believed. ${record}`);
    return { step: undefined, faults };
  }
  if (record.playbook !== id) fault(file, `The record speaks for “${record.playbook}”, not for “${id}”.`);
  const claimed = record.kind === "approval" ? record.version : record.number;
  if (claimed !== number) fault(file, `The record speaks for decision ${claimed}, not for decision ${number}.`);

  const signature = await signatureIn(files.get(names.signatureOf(file)), bytes);
  if (typeof signature === "string") fault(names.signatureOf(file), signature);
  const read = {
    number,
    digest: await digestOf(bytes),
    previous: record.previous,
    signature: typeof signature === "object" ? signature : undefined,
  };
  if (record.kind === "revocation")
    return { step: { ...read, kind: "revocation", record, by: record["revoked-by"], on: record["revoked-on"] }, faults };

  const copy = files.get(names.copy);
  if (!copy) fault(names.copy, `Version ${number} has a record but no copy.`);
  const digest = copy && (await digestOf(copy));
  if (digest && digest !== record.digest)
    fault(names.copy, `The copy is not what was approved: the record names ${short(record.digest)}, the copy is ${short(digest)}.`);
  return {
    step: { ...read, kind: "approval", record, copy: copy ?? new Uint8Array(), by: record["approved-by"], on: record["approved-on"] },
    faults,
  };
}

async function signatureIn(file: Uint8Array | undefined, record: Uint8Array): Promise<Signed | string | undefined> {
  if (file === undefined) return undefined;
  const armored = decoded(file);
  if (armored === undefined) return "The signature is not text.";
  const answer = await verifySignature(armored, record);
  return "key" in answer ? answer : answer.wrong;
}

/**
 * What is wrong with who signed the newest decision. Those before it are vouched for by the record after them, so a key that
 * has since been taken off the list does not undo the past.
 */
export function signerFault(id: string, step: Step, required: boolean, signers: Signers | undefined): Fault | undefined {
  const names = filesOf(id);
  const file = `${step.number}/${names.signatureOf(step.kind === "approval" ? names.approval : names.revocation)}`;
  if (!step.signature) {
    if (!required) return undefined;
    const todo = "Have it signed: approve or revoke it anew with `--sign`.";
    return {
      number: step.number,
      file,
      what: `Decision ${step.number} is not signed, and the team's configuration asks for a signature.`,
      todo,
    };
  }
  if (!signers) {
    // Where nobody said whose keys count, a signature proves nothing and disproves nothing.
    if (!required) return undefined;
    const what = "There is no file of allowed signers, so nobody can tell whose key signed.";
    return { number: step.number, file, what, todo: "Write the file that `approvals: allowed-signers:` names in cadence.config.yaml." };
  }
  const answer = maySign(signers, step.signature.key, emailOf(step.by) ?? "", step.on);
  return answer === true ? undefined : { number: step.number, file, ...answer };
}
