import { readFile } from "node:fs/promises";
import { addDays, changedLines, days, type Fault, judgeLedger, type LineChange, type Standing } from "../core/index.ts";
import { ledgersAt, type Place } from "../disk/find-ledgers.ts";
import { createKnowledge, type Known } from "../disk/knowledge.ts";
import { readLedger, signersFor } from "../disk/ledger.ts";
import { shown } from "../disk/shown.ts";
import { earlierLedgers, forgotten } from "../disk/since.ts";
import { trouble, type Unread } from "../disk/trouble.ts";

/** One playbook, and what is to be said about its approval. */
export type Verified = {
  readonly place: Place;
  readonly standing: Standing;
  /** What gives it away, what an earlier commit remembers included. */
  readonly faults: readonly Fault[];
  /** Why the build must not go on, as the end of a sentence. Undefined when it may. */
  readonly fails: string | undefined;
  /** Whether its review is overdue and the team's configuration takes it off the handbook. */
  readonly withdrawn: boolean;
  /** How the draft differs from the version in force. */
  readonly changes: readonly LineChange[];
};

export type Verification = { readonly verified: readonly Verified[]; readonly unread: readonly Unread[] };

/** Judges every ledger that some paths mean, as of a day, and against an earlier commit where one is named. Never throws. */
export async function verify(paths: readonly string[], today: string, since?: string): Promise<Verification> {
  const { ledgers, unread: notFound } = await ledgersAt(paths);
  const unread = [...notFound];
  const earlier = since === undefined ? new Map() : await earlierLedgers(since, ledgers);
  if ("kind" in earlier) return { verified: [], unread: [...unread, earlier as Unread] };
  const knowledge = createKnowledge();
  const signers = new Map<Known, Awaited<ReturnType<typeof signersFor>>>();
  const around = new Set<Known>();
  const verified: Verified[] = [];
  for (const place of ledgers) {
    const known = await knowledge.for(place.draft);
    if (!signers.has(known)) signers.set(known, await signersFor(known));
    const theirs = signers.get(known);
    if (!around.has(known)) {
      around.add(known);
      unread.push(...known.unread, ...(theirs && "kind" in theirs ? [theirs] : []));
    }
    // What nobody can read may have asked for more than is checked now.
    if (known.unread.length > 0 || (theirs && "kind" in theirs)) continue;
    try {
      const ledger = readLedger(place.folder);
      const draft = await readFile(place.draft).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      const standing = await judgeLedger(ledger, { config: known.config, signers: theirs, today, draft });
      const lost = await forgotten(ledger, since ?? "", earlier.get(place.folder));
      verified.push(judged(place, standing, [...standing.faults, ...lost], known, today, draft));
    } catch (error) {
      unread.push(trouble(shown(place.folder), error));
    }
  }
  return { verified, unread };
}

function judged(
  place: Place,
  standing: Standing,
  faults: readonly Fault[],
  { config }: Known,
  today: string,
  draft?: Uint8Array,
): Verified {
  const withdraw = config?.approvals["when-overdue"] === "withdraw";
  const { state, inForce } = standing;
  const overdueTo = inForce && addDays(inForce.due, days(config?.approvals.grace ?? "") ?? 0);
  const beyond = state === "overdue" && !withdraw && overdueTo !== undefined && overdueTo < today;
  const copy = inForce?.step.copy;
  return {
    place,
    standing,
    faults,
    fails: faults.length > 0 ? "the ledger is forged or damaged" : beyond ? `its review has been overdue since ${inForce?.due}` : undefined,
    withdrawn: state === "overdue" && withdraw,
    changes: standing.draft === "changed" && copy && draft ? changedLines(text(copy), text(draft)) : [],
  };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** 2 when something could not be read, otherwise 1 when the build must not go on, otherwise 0. */
export const exitCodeOf = ({ verified, unread }: Verification): 0 | 1 | 2 =>
  unread.length > 0 ? 2 : verified.some(({ fails }) => fails !== undefined) ? 1 : 0;
