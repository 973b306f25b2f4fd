import type { ApprovalRecord, Playbook } from "../model.ts";
import { playbookIn } from "../playbook-in.ts";
import { contentDigest, decoded } from "./digest.ts";
import type { Fault } from "./entry.ts";
import { type Judging, judgeLedger, type LedgerFiles, type Standing } from "./judge.ts";

declare const approved: unique symbol;

/** A playbook whose whole ledger holds. Only `openApproved` makes one, so nothing else can be published by mistake. */
export type ApprovedPlaybook = {
  readonly id: string;
  readonly playbook: Playbook;
  readonly approval: ApprovalRecord;
  readonly text: string;
  /** Whether its review is due, and by when. ISO date. */
  readonly review: { readonly state: "approved" | "due-soon" | "overdue"; readonly due: string };
  /** Whether the record bears a signature that holds. */
  readonly signed: boolean;
  readonly [approved]: true;
};

/** What may be shown of a playbook's ledger: the approved playbook, or nothing and why. */
export type Opened = { readonly standing: Standing } & (
  | { readonly play: ApprovedPlaybook }
  | { readonly closed: "revoked" | "never-approved" | "withdrawn" }
  | { readonly faults: readonly Fault[] }
);

/** Believes an approved copy only when everything that was decided about it holds together. The only door to the handbook. */
export async function openApproved(ledger: LedgerFiles, judging: Judging): Promise<Opened> {
  const standing = await judgeLedger(ledger, judging);
  const { id, state, inForce } = standing;
  if (state === "forged") return { standing, faults: standing.faults };
  if (state === "revoked" || state === "never-approved" || !inForce)
    return { standing, closed: state === "revoked" ? state : "never-approved" };
  if (state === "overdue" && judging.config?.approvals["when-overdue"] === "withdraw") return { standing, closed: "withdrawn" };
  const { record, copy, number, signature } = inForce.step;
  const text = decoded(copy);
  const { source, playbook } = playbookIn(text ?? "");
  const fault = (what: string, todo: string): Opened => ({
    standing,
    faults: [{ number, file: `${number}/${id}.playbook.yaml`, what, todo }],
  });
  if (text === undefined || !playbook)
    return fault("The copy can no longer be read as a playbook.", "Bring the draft up to the present format and approve it again.");
  if ((await contentDigest(source.value)) !== record.content || playbook.owner !== record.owner)
    return fault("The copy does not say what the record says it says.", "Read the draft again and approve it with `cadence approve`.");
  const review = { state, due: inForce.due };
  return { standing, play: { id, playbook, approval: record, text, review, signed: signature !== undefined } as ApprovedPlaybook };
}
