import { type Entry, filesOf, judgeLedger, maySign, type Refusal, type Signers, type Standing, verifySignature } from "../core/index.ts";
import type { Known } from "./knowledge.ts";
import { enter, readLedger, signersFor, sweep } from "./ledger.ts";
import { sign } from "./sign.ts";
import type { Unread } from "./trouble.ts";

/** What is known of one playbook's ledger, and what it was judged with. */
export type Book = { readonly folder: string; readonly standing: Standing; readonly signers: Signers | undefined };

/** Reads and judges one playbook's ledger. Throws the system's error where it cannot be read. */
export async function openBook(
  folder: string,
  draft: Uint8Array | undefined,
  known: Pick<Known, "config" | "configFile">,
  today: string,
): Promise<Book | Unread> {
  const signers = await signersFor(known);
  if (signers && "kind" in signers) return signers;
  const standing = await judgeLedger(readLedger(folder), { config: known.config, signers, today, draft });
  return { folder, standing, signers };
}

export type Signing = {
  /** The key to sign with; true for git's; false for not at all, unless the team requires it. */
  readonly key: string | boolean;
  readonly cwd: string;
  readonly by: { readonly email: string; readonly on: string };
};

/** Signs a decision where that is wanted, enters it into the ledger, and answers it as entered; or why it was not. Throws the system's error. */
export async function decide(entry: Entry, book: Book, known: Pick<Known, "config">, signing: Signing): Promise<Entry | Refusal> {
  const wanted = signing.key !== false || known.config?.approvals.signatures === "required";
  const signed = wanted ? await withSignature(entry, book.signers, signing) : entry;
  if (!("files" in signed)) return signed;
  if (await enter(book.folder, signed)) {
    await sweep(book.folder, book.standing.unfinished);
    return signed;
  }
  return {
    what: "Somebody else decided about this playbook at the same moment, and was first.",
    todo: "Look at what they decided with `cadence verify`, and decide again if you still want to.",
  };
}

async function withSignature(entry: Entry, signers: Signers | undefined, { key, cwd, by }: Signing): Promise<Entry | Refusal> {
  const signature = await sign(entry.bytes, typeof key === "string" ? key : undefined, cwd);
  if (typeof signature !== "string") return signature;
  // What nobody could verify afterwards is not entered.
  const answer = await verifySignature(signature, entry.bytes);
  if (!("key" in answer)) return { what: answer.wrong, todo: "Sign with another key." };
  const may = signers ? maySign(signers, answer.key, by.email, by.on) : true;
  if (may !== true) return may;
  const name = filesOf("").signatureOf(entry.record);
  return { ...entry, files: new Map([...entry.files, [name, new TextEncoder().encode(signature)]]) };
}
