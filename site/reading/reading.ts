import { type ApprovedPlaybook, type Chapter, digestOf, type Finding, filesOf, historyOf, titleIn } from "@cadence-playbooks/server/core";
import { type Doubt, doubtsAbout } from "./doubts.ts";
import { ledgerFiles, opened } from "./ledger.ts";
import { writeTwins } from "./twins.ts";

/** A playbook and everything that was decided about it, whether it may be shown or not. */
export type Told = {
  readonly id: string;
  readonly title: string;
  /** Why there is no page of it. Undefined where there is one. */
  readonly closed: "revoked" | "never-approved" | "withdrawn" | "lapsed" | undefined;
  readonly chapters: readonly Chapter[];
};

/** Everything the handbook says of one playbook of the ledger, read and judged once. Plain data, so that it passes between threads. */
export type Reading = {
  readonly id: string;
  /** What reps may use. Undefined where it may not be shown. */
  readonly play: ApprovedPlaybook | undefined;
  /** What the rules say of it today. */
  readonly findings: readonly Pick<Finding, "principle" | "severity">[];
  /** Undefined where nothing was decided, or what was decided cannot be believed. */
  readonly told: Told | undefined;
  readonly doubts: readonly Doubt[];
  /** What lies in its folder, for whoever wants to judge it anew. */
  readonly listing: Listing;
  /** The digest of each record, in order. */
  readonly records: readonly string[];
};

/** The files of each decision, by their names. */
export type Listing = {
  readonly entries: readonly { readonly number: number; readonly files: readonly string[] }[];
  readonly newest: boolean;
};

/**
 * Reads one playbook of the ledger as of today, with everything that is known to the team now, and writes its twins into the handbook
 * that is built, where one is.
 */
export async function readingOf(playbooks: URL, id: string, dist?: string): Promise<Reading> {
  const files = ledgerFiles(playbooks, id);
  const answer = await opened(playbooks, files);
  const play = "play" in answer ? answer.play : undefined;
  const names = filesOf(id);
  const records = files.entries.map(({ files: all }) => all.get(names.approval) ?? all.get(names.revocation) ?? new Uint8Array());
  const reading: Reading = {
    id,
    play,
    findings: "play" in answer ? answer.findings.map(({ principle, severity }) => ({ principle, severity })) : [],
    told:
      "faults" in answer || answer.standing.steps.length === 0
        ? undefined
        : {
            id,
            title: titleIn(answer.standing),
            closed: "closed" in answer ? answer.closed : "lapses" in answer ? "lapsed" : undefined,
            chapters: historyOf(answer.standing),
          },
    doubts: doubtsAbout(playbooks, id, answer),
    listing: {
      entries: files.entries.map(({ number, files: all }) => ({ number, files: [...all.keys()] })),
      newest: files.newest !== undefined,
    },
    records: await Promise.all(records.map(digestOf)),
  };
  if (dist !== undefined) writeTwins(dist, playbooks, reading);
  return reading;
}
