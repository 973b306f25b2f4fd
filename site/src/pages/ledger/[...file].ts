import { existsSync, readFileSync } from "node:fs";
import type { APIRoute, GetStaticPaths } from "astro";
import { idsIn, ledgerFiles } from "../../ledger.ts";
import { playbooksFolder, signersFile, teamConfig } from "../../team.ts";
import type { Listing } from "../../verify-page.ts";

/**
 * The ledger itself, byte for byte, so that a reader's browser can judge it: every file of every decision, and of the team's
 * configuration what says who may approve.
 */
export const getStaticPaths = (async () => {
  const files = new Map<string, Uint8Array>();
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, null, 2));
  for (const id of await idsIn(playbooksFolder())) {
    const { entries, newest } = await ledgerFiles(playbooksFolder(), id);
    const listing: Listing = {
      entries: entries.map(({ number, files }) => ({ number, files: [...files.keys()] })),
      newest: newest !== undefined,
    };
    files.set(`${id}/files.json`, json(listing));
    if (newest) files.set(`${id}/newest.yaml`, newest);
    for (const entry of entries) for (const [name, bytes] of entry.files) files.set(`${id}/${entry.number}/${name}`, bytes);
  }
  const { approvers, approvals, "review-every": reviewEvery } = teamConfig() ?? {};
  files.set("policy.json", json({ approvers, approvals, "review-every": reviewEvery }));
  if (existsSync(signersFile())) files.set("allowed_signers", readFileSync(signersFile()));
  return [...files].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: Uint8Array }> = ({ props }) =>
  new Response(props.bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": "text/plain; charset=utf-8" } });
