import {
  type ApprovalRecord,
  approve,
  type Config,
  check,
  digestOf,
  type Entry,
  type EntryFiles,
  filesOf,
  judgeLedger,
  type LedgerFiles,
  type Refusal,
  readSigners,
  revoke,
  type Signers,
  writeRecord,
} from "../core/index.ts";
import { readRecord } from "../core/ledger/record.ts";
import { answersFor } from "./answers.ts";
import { cleanPlaybook } from "./clean-playbook.ts";
import { allowed, newSigner, type Signer, signAs } from "./ssh.ts";

export const DANA = "Dana Ortiz <dana@northwind.example>";
export const MAREN = "Maren Holt <maren@northwind.example>";
export const THEO = "Theo Brandt <theo@northwind.example>";
export const ID = "first-conversation";
export const NAMES = filesOf(ID);
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (content: Uint8Array | undefined): string => new TextDecoder().decode(content);

export const keys = { maren: newSigner(), theo: newSigner("ecdsa-sha2-nistp256"), dana: newSigner(), stranger: newSigner() };
const signers = readSigners(
  allowed("maren@northwind.example", keys.maren) +
    allowed("theo@northwind.example", keys.theo) +
    allowed("dana@northwind.example", keys.dana),
);

/** A team's configuration, read as it is from disk. */
export const configOf = (text: string): Config => {
  const { config } = check(text, { kind: "config" });
  if (!config) throw new Error(`Not a configuration: ${text}`);
  return config;
};

const APPROVERS = `approvers:\n  - person: ${MAREN}\n  - { person: "${THEO}", segments: [online-shop] }\n`;

/** One playbook, its ledger, and what it is judged with: everything an attacker may lay hands on. */
export type World = {
  entries: EntryFiles[];
  newest: Uint8Array | undefined;
  others: string[];
  config: Config;
  signers: Signers | undefined;
  today: string;
  draft: Uint8Array;
};

export const ledgerIn = ({ entries, newest, others }: World, id = ID): LedgerFiles => ({ id, entries, newest, others });
export const judge = (world: World, id = ID) => judgeLedger(ledgerIn(world, id), world);

/** A team that trusts whoever may write the ledger, and one that asks for signatures. Nothing is approved yet. */
export function newWorld(signed: boolean): World {
  const config = configOf(`${APPROVERS}approvals: { signatures: ${signed ? "required" : "optional"} }\n`);
  return {
    entries: [],
    newest: undefined,
    others: [],
    config,
    signers: signed ? signers : undefined,
    today: "2026-11-26",
    draft: bytes(cleanPlaybook),
  };
}

export type Asking = { by?: string; on?: string; text?: string; note?: string; answers?: Record<string, string>; key?: Signer };

/** Asks for an approval as every face of the product does, and answers the decision or every reason against it. */
export async function asked(
  world: World,
  { by = MAREN, on = world.today, text = textOf(world.draft), note = "A change.", answers }: Asking = {},
) {
  const standing = await judge(world);
  return approve({
    id: ID,
    bytes: bytes(text),
    by,
    on,
    note,
    answers: answers ?? answersFor(text),
    config: world.config,
    assets: undefined,
    standing,
  });
}

/** Approves, signs where the team asks for it, and enters the decision. Throws every reason against. */
export async function approved(world: World, asking: Asking = {}): Promise<void> {
  await entered(world, await asked(world, asking), asking.key ?? keys.maren);
}

/** Takes the approval back and enters that. Throws every reason against. */
export async function revoked(world: World, { by = MAREN, on = world.today } = {}): Promise<void> {
  const decision = revoke({ id: ID, by, on, because: "The benchmark was withdrawn.", config: world.config, standing: await judge(world) });
  await entered(world, decision, keys.maren);
}

async function entered(world: World, decision: Entry | readonly Refusal[], key: Signer): Promise<void> {
  if (!("files" in decision)) throw new Error(JSON.stringify(decision, null, 1));
  const files = new Map(decision.files);
  if (world.config.approvals.signatures === "required") files.set(`${decision.record}.sig`, bytes(signAs(key, decision.bytes)));
  world.entries.push({ number: decision.number, files });
  world.newest = writeRecord("newest", { number: decision.number, digest: await digestOf(decision.bytes) });
}

/** The files of a decision, for an attacker to change. */
export function filesIn(world: World, number: number): Map<string, Uint8Array> {
  const entry = world.entries.find((one) => one.number === number);
  if (!entry) throw new Error(`There is no decision ${number}.`);
  return entry.files as Map<string, Uint8Array>;
}

/** Writes a record anew with something changed, as somebody does who knows our form: correctly written, and nothing else put right. */
export function rewrite(world: World, number: number, change: (record: ApprovalRecord) => Partial<ApprovalRecord>): void {
  const files = filesIn(world, number);
  const record = readRecord("approval", files.get(NAMES.approval) ?? new Uint8Array());
  if (typeof record === "string") throw new Error(record);
  files.set(NAMES.approval, writeRecord("approval", { ...record, ...change(record) }));
}

/** Puts every digest right that can be put right without a key: what somebody can do who may write every file. */
export async function reseal(world: World): Promise<void> {
  let previous = "none";
  for (const { number, files } of world.entries) {
    const copy = files.get(NAMES.copy);
    const digest = copy && (await digestOf(copy));
    const readable = typeof readRecord("approval", files.get(NAMES.approval) ?? new Uint8Array()) !== "string";
    if (copy && digest && readable) rewrite(world, number, () => ({ digest, previous }));
    previous = await digestOf(files.get(NAMES.approval) ?? files.get(NAMES.revocation) ?? new Uint8Array());
    world.newest = writeRecord("newest", { number, digest: previous });
  }
}
