import { type ApprovalLine, approvalLine, type Looked, type Reporting, type TeamReport, teamReport } from "../core/index.ts";
import { openBook } from "../disk/decide.ts";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { createKnowledge, type Known } from "../disk/knowledge.ts";
import { idOf, ledgerOf } from "../disk/ledger.ts";
import { readText } from "../disk/read-text.ts";
import { shown } from "../disk/shown.ts";
import type { Unread } from "../disk/trouble.ts";
import { reportOn } from "./verdict.ts";

/** Looks at every playbook some paths mean, the drafts as they stand. */
export async function reportIn(
  paths: readonly string[],
  cwd: string,
  reporting: Reporting,
): Promise<{ readonly report: TeamReport; readonly unread: readonly Unread[] }> {
  const found = await findPlaybooks(paths, cwd);
  const knowledge = createKnowledge();
  const unread: Unread[] = [...found.unread];
  const looked: Looked[] = [];
  for (const file of found.files.filter((one) => /\.playbook\.ya?ml$/i.test(one))) {
    const text = await readText(file);
    if (!("text" in text)) {
      unread.push(text);
      continue;
    }
    const known = await knowledge.for(file);
    const { playbook, findings } = reportOn(text.text, file, known);
    looked.push({
      file: shown(file, cwd),
      title: playbook?.title ?? idOf(file),
      playbook,
      findings: findings.map(({ principle, severity }) => ({ principle, severity })),
      approval: await approvalOf(file, text.bytes, known, reporting),
      assets: known.assets && known.assetsFile ? { file: shown(known.assetsFile, cwd), known: known.assets } : undefined,
    });
  }
  return { report: teamReport(looked, reporting), unread: unread.map((one) => ({ ...one, file: shown(one.file, cwd) })) };
}

async function approvalOf(file: string, bytes: Uint8Array, known: Known, reporting: Reporting): Promise<ApprovalLine> {
  const book = await openBook(ledgerOf(file), bytes, known, reporting.on);
  // Whose key is whose cannot be read, so no signature can be believed.
  if ("kind" in book) return { state: "forged" };
  const { state, inForce, draft } = book.standing;
  const version = inForce && { version: inForce.step.number, by: inForce.step.by, due: inForce.due };
  return approvalLine({ state, inForce: version, draftDiffers: draft !== "same" }, reporting);
}
