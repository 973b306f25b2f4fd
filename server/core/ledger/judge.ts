import { addDays } from "../calendar.ts";
import { days } from "../format/duration.ts";
import type { ApprovalRecord, Config } from "../model.ts";
import { firstDifference } from "./difference.ts";
import { decoded, digestOf, meaningOf } from "./digest.ts";
import { type EntryFiles, type Fault, RESTORE, readEntry, type Step, signerFault } from "./entry.ts";
import { headOf } from "./head.ts";
import { nameOf } from "./person.ts";
import { readRecord } from "./record.ts";
import type { Signers } from "./signers.ts";
import { sameBytes } from "./ssh-wire.ts";
import { reasonsAgainst, reasonsAgainstRevoking } from "./who.ts";

/** Everything that lies in the ledger about one playbook: the folder `approved/<id>/`. */
export type LedgerFiles = {
  readonly id: string;
  /** In the order of their numbers. */
  readonly entries: readonly EntryFiles[];
  /** The bytes of `newest.yaml`. */
  readonly newest: Uint8Array | undefined;
  /** Names of what else lies there and is no decision: what an interrupted command left, or somebody put there. */
  readonly others: readonly string[];
};

/** What a ledger is judged with, besides itself. */
export type Judging = {
  readonly config: Config | undefined;
  /** Undefined where the team has no file of allowed signers. */
  readonly signers: Signers | undefined;
  /** ISO date. */
  readonly today: string;
  /** The draft's bytes. Undefined where there is no draft any more. */
  readonly draft: Uint8Array | undefined;
};

export type State = "approved" | "due-soon" | "overdue" | "revoked" | "forged" | "never-approved";

/** How a draft stands to its approved version: the same bytes, the same meaning in other writing, or changed. */
type Draft = "same" | "restyled" | "changed" | "missing";

/** What is to be said about one playbook's approval. */
export type Standing = {
  readonly id: string;
  readonly state: State;
  readonly draft: Draft;
  /** Every decision that could be read, oldest first. */
  readonly steps: readonly Step[];
  /** The version in force, and until when its review holds. Undefined when there is none to rely on. */
  readonly inForce: { readonly step: Extract<Step, { kind: "approval" }>; readonly due: string } | undefined;
  /** What gives the ledger away. None unless it is forged. */
  readonly faults: readonly Fault[];
  /** What an interrupted command left behind; it counts for nothing. */
  readonly unfinished: readonly string[];
};

/** Days before the review date from which it is due soon. */
export const DUE_SOON_DAYS = 14;
const CAREFUL_REVIEW_DAYS = 90;

/** Judges everything that was ever decided about one playbook. Never throws. */
export async function judgeLedger(ledger: LedgerFiles, judging: Judging): Promise<Standing> {
  const { id } = ledger;
  const { config, signers, today } = judging;
  const read = await Promise.all(ledger.entries.map((entry) => readEntry(id, entry)));
  const steps = read.flatMap(({ step }) => step ?? []);
  const faults = read.flatMap((one) => one.faults);
  faults.push(...chainFaults(ledger, steps, today), ...newestFaults(ledger, steps), ...strangers(ledger));
  const last = steps.at(-1);
  if (last) {
    faults.push(...standingFaults(last, steps, config));
    const unsigned = signerFault(id, last, config?.approvals.signatures === "required", signers);
    if (unsigned) faults.push(unsigned);
  }
  const unfinished = ledger.others.filter((name) => name.startsWith("."));
  const approval = steps.findLast((step) => step.kind === "approval");
  const found = { id, steps, faults: await explained(faults, judging.draft, approval), unfinished };
  const draft = await draftOf(judging.draft, approval);
  if (faults.length > 0) return { ...found, state: "forged", draft, inForce: undefined };
  if (!last || !approval) return { ...found, state: "never-approved", draft, inForce: undefined };
  if (last.kind === "revocation") return { ...found, state: "revoked", draft, inForce: undefined };
  const due = dueOf(approval.record, config);
  const state = due < today ? "overdue" : due <= addDays(today, DUE_SOON_DAYS) ? "due-soon" : "approved";
  return { ...found, state, draft, inForce: { step: approval, due } };
}

/** How long an approval lasts for this team, in days. */
export const reviewDays = (config: Config | undefined): number => days(config?.["review-every"] ?? "") ?? CAREFUL_REVIEW_DAYS;

/** When somebody looks again: what the record says, but never later than the team's own interval allows today. */
function dueOf(record: ApprovalRecord, config: Config | undefined): string {
  const latest = addDays(record["approved-on"], reviewDays(config));
  return [record["review-by"], latest].sort()[0] ?? latest;
}

/** Whether the decisions follow each other: numbered without a gap, each naming the one before, none before it in time, none in the future. */
function* chainFaults({ entries }: LedgerFiles, steps: readonly Step[], today: string): Iterable<Fault> {
  for (const [i, { number }] of entries.entries())
    if (number !== i + 1) {
      const what = `Decision ${i + 1} is missing; ${number} comes in its place.`;
      yield { number: i + 1, file: `${i + 1}`, what, todo: RESTORE };
      break;
    }
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    const fault = (what: string, todo = RESTORE): Fault => ({ number: step.number, file: `${step.number}`, what, todo });
    if (step.number === 1 ? step.previous !== "none" : before?.number === step.number - 1 && step.previous !== before.digest)
      yield fault(`Decision ${step.number} was made after another one than that which stands before it.`);
    if (before && step.on < before.on)
      yield fault(`Decision ${step.number} is of ${step.on}, before decision ${before.number} of ${before.on}.`);
    // A day of grace: it may be tomorrow already where the record was written.
    if (step.on > addDays(today, 1))
      yield fault(
        `Decision ${step.number} is of ${step.on}, and today is ${today}.`,
        `If today is not ${today}, set this computer's clock. If it is, the record is forged: ${RESTORE}`,
      );
    if (step.kind === "revocation" && (before?.kind !== "approval" || step.record.revokes !== before.number))
      yield fault(`Decision ${step.number} revokes version ${step.record.revokes}, which was not the one in force.`);
    if (step.kind === "approval" && step.record["review-by"] < step.on)
      yield fault(`Version ${step.number} was to be reviewed on ${step.record["review-by"]}, before it was approved.`);
  }
}

/** Whether the last decision is still there. The word on it may lag behind by what an interrupted command left undone, and never ahead. */
function* newestFaults({ newest, entries }: LedgerFiles, steps: readonly Step[]): Iterable<Fault> {
  const fault = (what: string): Fault => ({ number: undefined, file: "newest.yaml", what, todo: RESTORE });
  if (!newest) {
    if (entries.length > 1) yield fault(`There are ${entries.length} decisions, and nothing says which is the newest.`);
    return;
  }
  const word = readRecord("newest", newest);
  if (typeof word === "string") return yield fault(word);
  const step = steps.find(({ number }) => number === word.number);
  if (!entries.some(({ number }) => number === word.number))
    yield fault(`Decision ${word.number} was the newest, and it is not there any more.`);
  else if (step && step.digest !== word.digest)
    yield fault(`Decision ${word.number} is not the one that was made: its record has changed.`);
  else if (entries.length > word.number + 1) yield fault(`There are decisions after ${word.number} that no command made.`);
}

/** What lies in the folder and belongs to no decision. What an interrupted command leaves begins with a dot and is not meant. */
const strangers = ({ others }: LedgerFiles): readonly Fault[] =>
  others
    .filter((name) => !name.startsWith("."))
    .map((name) => ({
      number: undefined,
      file: name,
      what: /^\d+\.(?:playbook|approval)\.yaml$/.test(name)
        ? "This is an approval of the earlier form, which has no answers and no chain, so it counts for nothing."
        : "This belongs to no decision.",
      todo: "Remove it from the folder; if the play is still meant to be approved, approve its draft with `cadence approve`.",
    }));

/** Whether the newest decision may be what it says: by somebody who may, about a copy that says the same of its owner. */
function* standingFaults(last: Step, steps: readonly Step[], config: Config | undefined): Iterable<Fault> {
  const { number, by, on } = last;
  const approval = last.kind === "approval" ? last : steps.findLast((step) => step.kind === "approval");
  const owner = approval?.record.owner;
  const reasons =
    last.kind === "approval"
      ? reasonsAgainst({ by, on, owner, segment: last.record.segment }, config)
      : reasonsAgainstRevoking(by, owner ?? "", on, config);
  for (const { what, todo } of reasons) yield { number, file: `${number}`, what, todo };
  if (last.kind !== "approval") return;
  const head = headOf(decoded(last.copy) ?? "");
  if (head.owner !== last.record.owner || head.segment !== last.record.segment)
    yield {
      number,
      file: `${number}`,
      what: `The record says that ${nameOf(last.record.owner)} owns the playbook${last.record.segment ? ` for “${last.record.segment}”` : ""}, and the copy says otherwise.`,
      todo: RESTORE,
    };
}

async function draftOf(draft: Uint8Array | undefined, approval: Extract<Step, { kind: "approval" }> | undefined): Promise<Draft> {
  if (!draft) return "missing";
  if (!approval) return "changed";
  if (sameBytes(draft, approval.copy)) return "same";
  const text = decoded(draft);
  return text !== undefined && (await meaningOf(text)) === approval.record.content ? "restyled" : "changed";
}

/** Where the draft is what was approved, the place where a copy parts from it can be shown. */
async function explained(
  faults: readonly Fault[],
  draft: Uint8Array | undefined,
  approval: Extract<Step, { kind: "approval" }> | undefined,
): Promise<readonly Fault[]> {
  if (faults.length === 0 || !draft || !approval || (await digestOf(draft)) !== approval.record.digest) return faults;
  const shown = firstDifference(decoded(draft) ?? "", decoded(approval.copy) ?? "");
  return faults.map((fault) =>
    shown && fault.number === approval.number && fault.file.endsWith(".playbook.yaml")
      ? { ...fault, what: `${fault.what} ${shown}` }
      : fault,
  );
}
