import {
  addDays,
  changedLines,
  days,
  type Fault,
  judgeLedger,
  type Lapse,
  type LineChange,
  lapsesOf,
  type Standing,
  surelyKeeps,
} from "../core/index.ts";
import { type Cache, cacheFileFor, keyOf, openCache } from "../disk/cache.ts";
import { engineDigest } from "../disk/engine.ts";
import { ledgersAt, type Place } from "../disk/find-ledgers.ts";
import { createKnowledge, type Known } from "../disk/knowledge.ts";
import { readDraft, readLedger, signersFor } from "../disk/ledger.ts";
import { shown } from "../disk/shown.ts";
import { type Earlier, earlierLedgers, forgotten } from "../disk/since.ts";
import { trouble, type Unread } from "../disk/trouble.ts";

/** One playbook, and what is to be said about its approval. */
export type Verified = {
  readonly place: Place;
  readonly standing: Standing;
  /** What gives it away, what an earlier commit remembers included. */
  readonly faults: readonly Fault[];
  /** What of the version in force does not hold on that day, though it did when it was approved. */
  readonly lapses: readonly Lapse[];
  /** Why the build must not go on, as the end of a sentence. Undefined when it may. */
  readonly fails: string | undefined;
  /** Whether its review is overdue and the team's configuration takes it off the handbook. */
  readonly withdrawn: boolean;
  /** How the draft differs from the version in force. */
  readonly changes: readonly LineChange[];
};

export type Verification = { readonly verified: readonly Verified[]; readonly unread: readonly Unread[] };

/** Playbooks judged at once. */
const AT_ONCE = 32;

/** Judges every ledger that some paths mean, as of a day, and against an earlier commit where one is named. Never throws. */
export async function verify(paths: readonly string[], today: string, since?: string): Promise<Verification> {
  const { ledgers, unread: notFound } = await ledgersAt(paths);
  const unread = [...notFound];
  const remembered: Earlier | Unread = since === undefined ? new Map() : await earlierLedgers(since, ledgers);
  if ("what" in remembered) return { verified: [], unread: [...unread, remembered] };
  const earlier: Earlier = remembered;
  const knowledge = createKnowledge();
  const signers = new Map<Known, ReturnType<typeof signersFor>>();
  const around = new Set<Known>();
  const cache = await openCache<readonly Lapse[]>(cacheFileFor(process.cwd(), "lapses"), engineDigest());
  async function judgeAt(place: Place): Promise<Verified | undefined> {
    const known = await knowledge.for(place.draft);
    if (!signers.has(known)) signers.set(known, signersFor(known));
    const theirs = await signers.get(known);
    if (!around.has(known)) {
      around.add(known);
      unread.push(...known.unread, ...(theirs && "kind" in theirs ? [theirs] : []));
    }
    // What nobody can read may have asked for more than is checked now.
    if (known.unread.length > 0 || (theirs && "kind" in theirs)) return undefined;
    try {
      const ledger = readLedger(place.folder);
      const draft = readDraft(place.draft);
      const standing = await judgeLedger(ledger, { config: known.config, signers: theirs, today, draft });
      const lost = await forgotten(ledger, since ?? "", earlier.get(place.folder));
      const lapses = await lapsesIn(place, standing, known, today, cache);
      return judged(place, standing, [...standing.faults, ...lost], lapses, known, today, draft);
    } catch (error) {
      unread.push(trouble(shown(place.folder), error));
      return undefined;
    }
  }
  const verified: Verified[] = [];
  // Several at once, so that hashing one goes on while the next is read; not all, so that memory stays small.
  for (let i = 0; i < ledgers.length; i += AT_ONCE)
    verified.push(...(await Promise.all(ledgers.slice(i, i + AT_ONCE).map(judgeAt))).filter((one) => one !== undefined));
  await cache.save();
  return { verified, unread };
}

/**
 * To read a copy and follow every run of it takes longer than all the rest. So that is done only where rules, configuration or day
 * have moved on, and what came of it is remembered, with all it depends on.
 */
async function lapsesIn(
  place: Place,
  { inForce }: Standing,
  known: Known,
  today: string,
  cache: Cache<readonly Lapse[]>,
): Promise<readonly Lapse[]> {
  if (!inForce) return [];
  const { record, copy } = inForce.step;
  const { config, assets, configFile } = known;
  const now = { config, assets, today, file: place.draft, configFile };
  if (await surelyKeeps(record, now)) return [];
  const key = keyOf(record.digest, JSON.stringify([record.assets, config ?? 0, assets ?? 0]), place.draft, configFile ?? "", today);
  const before = cache.get(key);
  if (before) return before;
  const lapses = lapsesOf({ text: text(copy), record }, now);
  cache.set(key, lapses);
  return lapses;
}

/** How long a review may be overdue for a team that has decided nothing about it. */
const CAREFUL_GRACE = "30 days";

function judged(
  place: Place,
  standing: Standing,
  faults: readonly Fault[],
  lapses: readonly Lapse[],
  { config }: Known,
  today: string,
  draft?: Uint8Array,
): Verified {
  const withdraw = config?.approvals["when-overdue"] === "withdraw";
  const { state, inForce } = standing;
  const overdueTo = inForce && addDays(inForce.due, days(config?.approvals.grace ?? CAREFUL_GRACE) ?? 0);
  const beyond = state === "overdue" && !withdraw && overdueTo !== undefined && overdueTo < today;
  const copy = inForce?.step.copy;
  const withdrawn = state === "overdue" && withdraw;
  // What the handbook does not show need not hold.
  const lapsed = faults.length > 0 || withdrawn ? [] : lapses;
  return {
    place,
    standing,
    faults,
    lapses: lapsed,
    fails:
      faults.length > 0
        ? "the ledger is forged or damaged"
        : lapsed.length > 0
          ? "what was approved does not hold today"
          : beyond
            ? `its review has been overdue since ${inForce?.due}`
            : undefined,
    withdrawn,
    changes: standing.draft === "changed" && copy && draft ? changedLines(text(copy), text(draft)) : [],
  };
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** 2 when something could not be read, otherwise 1 when the build must not go on, otherwise 0. */
export const exitCodeOf = ({ verified, unread }: Verification): 0 | 1 | 2 =>
  unread.length > 0 ? 2 : verified.some(({ fails }) => fails !== undefined) ? 1 : 0;
