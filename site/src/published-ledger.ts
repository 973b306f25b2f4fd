import { existsSync } from "node:fs";
import type { Reading } from "../reading/reading.ts";
import { signersFile, teamConfig } from "./team.ts";

/** A file of the published ledger: where it lies there, and what it is a copy of, or what it says. */
export type PublishedFile = { readonly file: string; readonly source: URL | string };

/** Of the team's configuration, what says who may approve, and whose key is whose. */
export function publishedPolicy(): readonly PublishedFile[] {
  const { approvers, approvals, "review-every": reviewEvery } = teamConfig() ?? {};
  return [
    { file: "policy.json", source: JSON.stringify({ approvers, approvals, "review-every": reviewEvery }, null, 2) },
    ...(existsSync(signersFile()) ? [{ file: "allowed_signers", source: signersFile() }] : []),
  ];
}

/** One playbook's ledger itself, byte for byte, so that a reader's browser can judge it: every file of every decision. */
export function publishedOf(playbooks: URL, { id, listing }: Pick<Reading, "id" | "listing">): readonly PublishedFile[] {
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
