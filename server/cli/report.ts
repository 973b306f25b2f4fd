import { addDays, allTouches, nameOf, type Playbook, type Principle, principles, REPLIES, type State, timeline } from "../core/index.ts";
import { openBook } from "../disk/decide.ts";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { createKnowledge, type Known, today } from "../disk/knowledge.ts";
import { idOf, ledgerOf } from "../disk/ledger.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";
import { reportOn, tally } from "./verdict.ts";

/** What an enablement lead wants to know of one playbook. */
export type PlaybookLine = {
  readonly file: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly touches: number;
  /** The most moments in any five business days, and the day the first such week begins. */
  readonly densest: { readonly touches: number; readonly from: number };
  /** Replies it says nothing about. */
  readonly unanswered: readonly string[];
  readonly approval: Approval;
};

/** The state of an approval as `cadence verify` says it, and what is in force. */
type Approval =
  | { readonly state: Exclude<State, "approved" | "due-soon" | "overdue"> }
  | {
      readonly state: "approved" | "due-soon" | "overdue";
      readonly version: number;
      readonly by: string;
      readonly reviewBy: string;
      readonly draftDiffers: boolean;
    };

type AssetLine = {
  readonly file: string;
  readonly asset: string;
  readonly owner: string;
  readonly expires: string;
  readonly usedBy: readonly string[];
};

/** Everything across all playbooks. */
export type TeamReport = {
  readonly version: 1;
  readonly on: string;
  readonly playbooks: readonly PlaybookLine[];
  /** Findings by principle, and in how many playbooks. */
  readonly principles: readonly {
    readonly principle: Principle;
    readonly title: string;
    readonly errors: number;
    readonly warnings: number;
    readonly playbooks: number;
  }[];
  /** How many playbooks answer each reply. */
  readonly replies: readonly { readonly reply: string; readonly answered: number }[];
  readonly assets: readonly AssetLine[];
};

/** A week, in business days. */
const WEEK = 5;

/** Looks at every playbook some paths mean. `soon` is how many days ahead something counts as due. */
export async function teamReport(
  paths: readonly string[],
  cwd: string,
  soon: number,
): Promise<{ readonly report: TeamReport; readonly unread: readonly Unread[] }> {
  const found = await findPlaybooks(paths, cwd);
  const knowledge = createKnowledge();
  const unread: Unread[] = [...found.unread];
  const lines: PlaybookLine[] = [];
  const read: { readonly file: string; readonly playbook: Playbook; readonly known: Known }[] = [];
  const sums = new Map<string, { errors: number; warnings: number; files: Set<string> }>();
  for (const file of found.files.filter((one) => /\.playbook\.ya?ml$/i.test(one))) {
    const text = await readText(file);
    if (!("text" in text)) {
      unread.push(text);
      continue;
    }
    const known = await knowledge.for(file);
    const { playbook, findings } = reportOn(text.text, file, known);
    for (const { principle, severity } of findings) {
      const sum = sums.get(principle) ?? { errors: 0, warnings: 0, files: new Set() };
      sums.set(principle, sum);
      if (severity === "error") sum.errors++;
      if (severity === "warning") sum.warnings++;
      if (severity === "error" || severity === "warning") sum.files.add(file);
    }
    if (playbook) read.push({ file, playbook, known });
    const { error, warning } = tally(findings);
    lines.push({
      file: shown(file, cwd),
      title: playbook?.title ?? idOf(file),
      owner: playbook?.owner === undefined ? undefined : nameOf(playbook.owner),
      errors: error,
      warnings: warning,
      touches: playbook?.touches.length ?? 0,
      densest: densestWeek(playbook),
      unanswered: REPLIES.filter((reply) => playbook?.replies[reply] === undefined),
      approval: await approvalOf(file, text.bytes, known, soon),
    });
  }
  return {
    report: {
      version: 1,
      on: today(),
      playbooks: lines,
      principles: Object.entries(principles).map(([principle, { title }]) => {
        const { errors = 0, warnings = 0, files } = sums.get(principle) ?? {};
        return { principle: principle as Principle, title, errors, warnings, playbooks: files?.size ?? 0 };
      }),
      replies: REPLIES.map((reply) => ({ reply, answered: lines.filter(({ unanswered }) => !unanswered.includes(reply)).length })),
      assets: assetsDue(read, cwd, soon),
    },
    unread: unread.map((one) => ({ ...one, file: shown(one.file, cwd) })),
  };
}

function densestWeek(playbook: Playbook | undefined): PlaybookLine["densest"] {
  const days = timeline(playbook?.touches ?? []).map(({ day }) => day);
  const weeks = days.map((from) => ({ from, touches: days.filter((day) => day >= from && day < from + WEEK).length }));
  return weeks.reduce((most, week) => (week.touches > most.touches ? week : most), { from: 0, touches: 0 });
}

async function approvalOf(file: string, bytes: Uint8Array, known: Known, soon: number): Promise<Approval> {
  const book = await openBook(ledgerOf(file), bytes, known, today());
  // Whose key is whose cannot be read, so no signature can be believed.
  if ("kind" in book) return { state: "forged" };
  const { state, inForce, draft } = book.standing;
  if (!inForce || state === "forged" || state === "revoked" || state === "never-approved")
    return { state: state === "forged" || state === "revoked" ? state : "never-approved" };
  const reviewBy = inForce.due;
  return {
    state: state === "overdue" ? state : reviewBy <= addDays(today(), soon) ? "due-soon" : "approved",
    version: inForce.step.number,
    by: nameOf(inForce.step.by),
    reviewBy,
    draftDiffers: draft !== "same",
  };
}

function assetsDue(
  read: readonly { readonly file: string; readonly playbook: Playbook; readonly known: Known }[],
  cwd: string,
  soon: number,
): readonly AssetLine[] {
  const until = addDays(today(), soon);
  const lines = new Map<string, AssetLine>();
  for (const { file, playbook, known } of read) {
    const used = new Set(allTouches(playbook).flatMap(({ asset }) => asset ?? []));
    for (const [id, asset] of Object.entries(known.assets?.assets ?? {})) {
      if (asset.expires === undefined || asset.expires > until || !known.assetsFile) continue;
      const key = `${known.assetsFile} ${id}`;
      const line = lines.get(key) ?? {
        file: shown(known.assetsFile, cwd),
        asset: id,
        owner: nameOf(asset.owner ?? ""),
        expires: asset.expires,
        usedBy: [],
      };
      lines.set(key, { ...line, usedBy: used.has(id) ? [...line.usedBy, shown(file, cwd)] : line.usedBy });
    }
  }
  return [...lines.values()].sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : a.asset < b.asset ? -1 : 1));
}
