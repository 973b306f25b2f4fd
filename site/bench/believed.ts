import { readFileSync } from "node:fs";
import { type ApprovedPlaybook, check, filesOf, historyOf, playbookIn } from "@cadence-playbooks/server/core";
import { heldOf } from "../reading/held.ts";
import { folderOf, idsIn } from "../reading/ledger.ts";
import type { Reading } from "../reading/reading.ts";

/** Reads the first approval of every playbook and believes all of it: two files of YAML read and held against a schema, and nothing asked. */
export function believe(playbooks: URL): void {
  const { readings } = heldOf(playbooks);
  for (const id of idsIn(playbooks)) readings.set(id, believed(playbooks, id));
}

function believed(playbooks: URL, id: string): Reading {
  const names = filesOf(id);
  const read = (name: string) => readFileSync(new URL(`1/${name}`, folderOf(playbooks, id)));
  const copy = read(names.copy);
  const text = copy.toString();
  const { playbook } = playbookIn(text);
  const { approval } = check(read(names.approval).toString(), { kind: "approval" });
  if (!playbook || !approval) throw new Error(`${id} cannot be read.`);
  const { digest, "approved-by": by, "approved-on": on, "review-by": due } = approval;
  const step = { kind: "approval", number: 1, record: approval, copy, digest, by, on, previous: "none", signature: undefined } as const;
  return {
    id,
    play: { id, playbook, approval, text, review: { state: "approved", due }, signed: false } as unknown as ApprovedPlaybook,
    findings: [],
    told: { id, title: playbook.title ?? id, closed: undefined, chapters: historyOf({ steps: [step] }) },
    doubts: [],
    listing: { entries: [{ number: 1, files: [names.copy, names.approval] }], newest: true },
    records: [digest],
  };
}
