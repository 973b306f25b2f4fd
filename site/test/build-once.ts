import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildHandbook } from "../build.ts";
import { approveDraft, copiedPlaybooks, draftsIn, writeDraftWithOptionalSentence, writeHostileDraft } from "./ledger.ts";

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
  for (const id of draftsIn(playbooks.folder)) await approveDraft(playbooks.folder, id);
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
