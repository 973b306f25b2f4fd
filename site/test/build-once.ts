import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildHandbook } from "../build.ts";
import {
  approveDraft,
  change,
  copiedPlaybooks,
  draftsIn,
  revokeDraft,
  writeDraftWithOptionalSentence,
  writeDraftWithoutSpaces,
  writeHostileDraft,
} from "./ledger.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the playbooks the handbook was built from: the repository's six and a hostile one, all approved. */
    playbooks: string;
    /** The built handbook. */
    dist: string;
  }
}

/** Builds the handbook once for all tests. */
export default async function buildOnce(project: TestProject): Promise<() => void> {
  const playbooks = copiedPlaybooks();
  const out = realpathSync(mkdtempSync(join(tmpdir(), "handbook-")));
  writeHostileDraft(playbooks.folder);
  writeDraftWithOptionalSentence(playbooks.folder);
  writeDraftWithoutSpaces(playbooks.folder);
  await approveEarlier(playbooks.folder, "inbound-question");
  change(join(playbooks.folder, "lapsed-customer.playbook.yaml"), (text) =>
    text.replace(/^summary: (.*)/m, "summary: A naïve question is none. $1"),
  );
  for (const id of draftsIn(playbooks.folder)) await approveDraft(playbooks.folder, id);
  await approveAndRevoke(playbooks.folder, "once-approved");
  const dist = join(out, "dist");
  const wrong = await buildHandbook({ into: dist, playbooks: playbooks.folder });
  if (wrong !== undefined) throw new Error(wrong);
  project.provide("playbooks", playbooks.folder);
  project.provide("dist", dist);
  return () => {
    playbooks[Symbol.dispose]();
    rmSync(out, { recursive: true, force: true });
  };
}

/** Gives a playbook a version before its present one, which said some things otherwise. */
async function approveEarlier(folder: string, id: string): Promise<void> {
  const file = join(folder, `${id}.playbook.yaml`);
  const now = readFileSync(file, "utf8");
  change(file, (text) => text.replace(/^title: .*/m, "title: The earlier title").replace("    day: 24\n", "    day: 25\n"));
  await approveDraft(folder, id);
  writeFileSync(file, now);
}

/** A play that was approved and taken back, and whose draft is gone. */
async function approveAndRevoke(folder: string, id: string): Promise<void> {
  const file = join(folder, `${id}.playbook.yaml`);
  cpSync(join(folder, "lapsed-customer.playbook.yaml"), file);
  change(file, (text) => text.replace(/^title: .*/m, "title: Once approved & <taken back>"));
  await approveDraft(folder, id);
  await revokeDraft(folder, id, "Its <benchmark> & its numbers were withdrawn.");
  rmSync(file);
}
