import { addDays } from "./calendar.ts";
import type { Finding } from "./finding.ts";
import { REPLIES } from "./format/replies.ts";
import type { State } from "./ledger/judge.ts";
import { nameOf } from "./ledger/person.ts";
import { type Assets, allTouches, type Playbook } from "./model.ts";
import { type Principle, principles } from "./principles.ts";
import { assetsOf } from "./shared-assets.ts";
import { BUSINESS_DAYS_A_WEEK, timeline } from "./timeline.ts";

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
  readonly approval: ApprovalLine;
};

/** The state of an approval as `cadence verify` says it, and what is in force. */
export type ApprovalLine =
  | { readonly state: Exclude<State, "approved" | "due-soon" | "overdue"> }
  | {
      readonly state: "approved" | "due-soon" | "overdue";
      readonly version: number;
      readonly by: string;
      readonly reviewBy: string;
      /** Undefined where nobody looked at the draft. */
      readonly draftDiffers: boolean | undefined;
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
  readonly replies: readonly { readonly reply: (typeof REPLIES)[number]; readonly answered: number }[];
  /** Those that expire soon or have expired, the first to do so first. */
  readonly assets: readonly AssetLine[];
};

/** One playbook as a report looks at it: what it is called, what it says, what was found, and how its approval stands. */
export type Looked = {
  readonly file: string;
  readonly title: string;
  readonly playbook: Playbook | undefined;
  readonly findings: readonly Pick<Finding, "principle" | "severity">[];
  readonly approval: ApprovalLine;
  /** What the team shares, and in which file. */
  readonly assets: { readonly file: string; readonly known: Assets } | undefined;
};

/** What a report is made by: the day, and how many days ahead something counts as due. */
export type Reporting = { readonly on: string; readonly soon: number };

/** How all playbooks stand. */
export function teamReport(all: readonly Looked[], { on, soon }: Reporting): TeamReport {
  const playbooks = all.map(lineOf);
  return {
    version: 1,
    on,
    playbooks,
    principles: (Object.keys(principles) as Principle[]).map((principle) => {
      const found = all.map(({ findings }) => tally(findings.filter((one) => one.principle === principle)));
      return {
        principle,
        title: principles[principle].title,
        errors: sum(found.map(({ errors }) => errors)),
        warnings: sum(found.map(({ warnings }) => warnings)),
        playbooks: found.filter(({ errors, warnings }) => errors + warnings > 0).length,
      };
    }),
    replies: REPLIES.map((reply) => ({ reply, answered: playbooks.filter(({ unanswered }) => !unanswered.includes(reply)).length })),
    assets: assetsDue(all, addDays(on, soon)),
  };
}

/** As much of a standing as a report tells. */
type Stands = {
  readonly state: State;
  readonly inForce: { readonly version: number; readonly by: string; readonly due: string } | undefined;
  readonly draftDiffers?: boolean;
};

/** How an approval stands, where what comes due within some days counts as due soon. */
export function approvalLine({ state, inForce, draftDiffers }: Stands, { on, soon }: Reporting): ApprovalLine {
  if (!inForce || state === "forged" || state === "revoked" || state === "never-approved")
    return { state: state === "forged" || state === "revoked" ? state : "never-approved" };
  const { version, by, due: reviewBy } = inForce;
  const now = state === "overdue" ? state : reviewBy <= addDays(on, soon) ? "due-soon" : "approved";
  return { state: now, version, by: nameOf(by), reviewBy, draftDiffers };
}

function lineOf({ file, title, playbook, findings, approval }: Looked): PlaybookLine {
  return {
    file,
    title,
    owner: playbook?.owner === undefined ? undefined : nameOf(playbook.owner),
    ...tally(findings),
    touches: playbook?.touches.length ?? 0,
    densest: densestWeek(playbook),
    unanswered: REPLIES.filter((reply) => playbook?.replies[reply] === undefined),
    approval,
  };
}

const tally = (findings: Looked["findings"]) => ({
  errors: findings.filter(({ severity }) => severity === "error").length,
  warnings: findings.filter(({ severity }) => severity === "warning").length,
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function densestWeek(playbook: Playbook | undefined): PlaybookLine["densest"] {
  const days = timeline(playbook?.touches ?? []).map(({ day }) => day);
  const weeks = days.map((from) => ({ from, touches: days.filter((day) => day >= from && day < from + BUSINESS_DAYS_A_WEEK).length }));
  return weeks.reduce((most, week) => (week.touches > most.touches ? week : most), { from: 0, touches: 0 });
}

function assetsDue(all: readonly Looked[], until: string): readonly AssetLine[] {
  const lines = new Map<string, AssetLine>();
  for (const { file, playbook, assets } of all) {
    if (!playbook || !assets) continue;
    const used = new Set(allTouches(playbook).flatMap((touch) => assetsOf(touch).map(({ id }) => id)));
    for (const [id, asset] of Object.entries(assets.known.assets)) {
      if (asset.expires === undefined || asset.expires > until) continue;
      const key = `${assets.file} ${id}`;
      const line = lines.get(key) ?? { file: assets.file, asset: id, owner: nameOf(asset.owner ?? ""), expires: asset.expires, usedBy: [] };
      lines.set(key, { ...line, usedBy: used.has(id) ? [...line.usedBy, file] : line.usedBy });
    }
  }
  return [...lines.values()].sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : a.asset < b.asset ? -1 : 1));
}
