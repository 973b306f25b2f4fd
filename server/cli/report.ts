import { readdir } from "node:fs/promises";
import path from "node:path";
import {
  addDays,
  allTouches,
  digestOf,
  nameOf,
  openApproved,
  type Playbook,
  type Principle,
  principles,
  REPLIES,
  timeline,
} from "../core/index.ts";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { createKnowledge, type Known, today } from "../disk/knowledge.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";
import { idOf, ledgerOf } from "./ledger.ts";
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

type Approval =
  | { readonly state: "never" }
  | { readonly state: "damaged" }
  | {
      readonly state: "approved" | "due" | "overdue";
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
      approval: await approvalOf(file, text.bytes, soon),
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

async function approvalOf(file: string, bytes: Uint8Array, soon: number): Promise<Approval> {
  const ledger = ledgerOf(file);
  const names = await readdir(ledger).catch(() => []);
  const version = Math.max(0, ...names.flatMap((name) => Number(/^([1-9]\d*)\.approval\.yaml$/.exec(name)?.[1] ?? 0)));
  if (version === 0) return { state: "never" };
  const [copy, record] = await Promise.all([
    readText(path.join(ledger, `${version}.playbook.yaml`)),
    readText(path.join(ledger, `${version}.approval.yaml`)),
  ]);
  if (!("text" in copy && "text" in record)) return { state: "damaged" };
  const opened = await openApproved({ id: idOf(file), version, copy: copy.bytes, record: record.text });
  if (!("approval" in opened)) return { state: "damaged" };
  const { approval } = opened;
  const reviewBy = approval["review-by"];
  const state = reviewBy < today() ? "overdue" : reviewBy <= addDays(today(), soon) ? "due" : "approved";
  return { state, version, by: nameOf(approval["approved-by"]), reviewBy, draftDiffers: approval.digest !== (await digestOf(bytes)) };
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
