import { existsSync } from "node:fs";
import type { Reading } from "../reading/reading.ts";
import { signersFile, teamConfig } from "./team.ts";

/** A file of the published ledger: where it lies there, and what it is a copy of, or what it says. */
export type PublishedFile = { readonly file: string; readonly source: URL | string };

/**
 * The ledger itself, byte for byte, so that a reader's browser can judge it: every file of every decision, and of the team's
 * configuration what says who may approve.
 */
export function publishedLedger(playbooks: URL, readings: readonly Reading[]): readonly PublishedFile[] {
  const { approvers, approvals, "review-every": reviewEvery } = teamConfig() ?? {};
  return [
    ...readings.flatMap(({ id, listing }) => filesOf(playbooks, id, listing)),
    { file: "policy.json", source: JSON.stringify({ approvers, approvals, "review-every": reviewEvery }, null, 2) },
    ...(existsSync(signersFile()) ? [{ file: "allowed_signers", source: signersFile() }] : []),
  ];
}

function filesOf(playbooks: URL, id: string, listing: Reading["listing"]): readonly PublishedFile[] {
  const paths = [
    ...(listing.newest ? ["newest.yaml"] : []),
    ...listing.entries.flatMap(({ number, files }) => files.map((name) => `${number}/${name}`)),
  ];
  return [
    { file: `${id}/files.json`, source: JSON.stringify(listing, null, 2) },
    ...paths.map((path) => ({
      file: `${id}/${path}`,
      source: new URL(["approved", id, ...path.split("/")].map(encodeURIComponent).join("/"), playbooks),
    })),
  ];
}
