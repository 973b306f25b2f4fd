import { configIn, type LedgerFiles, nameOf, openApproved, readSigners, short } from "@cadence-playbooks/server/core";
import type { Listing } from "../reading/reading.ts";

/** What came of a verification: whether the page holds, and that in words for its reader. */
export type Answer = { readonly holds: boolean; readonly words: string };

/**
 * Fetches a playbook's published ledger and judges it as the editor, the command line and the build do: digests, the chain,
 * signatures, who may, and the day. The page must name the very digest that is in force. Never throws.
 */
export async function verifyPage(id: string, digest: string, ledger: URL): Promise<Answer> {
  if (!globalThis.crypto?.subtle)
    return fails("This browser verifies only pages that come over https. Ask for the handbook's https address.");
  try {
    const [policy, signers] = await Promise.all([text(new URL("policy.json", ledger)), text(new URL("allowed_signers", ledger))]);
    const opened = await openApproved(await published(id, ledger), {
      config: configIn(policy ?? ""),
      signers: signers === undefined ? undefined : readSigners(signers),
      today: new Date().toLocaleDateString("sv"),
      draft: undefined,
    });
    if ("faults" in opened)
      return fails(`This does not hold. ${opened.faults.map(({ what }) => what).join(" ")} Tell whoever keeps this handbook.`);
    if ("closed" in opened)
      return fails("This play is not approved any more. Reload the page; if it is still here, tell whoever keeps this handbook.");
    const { approval, signed } = opened.play;
    if (approval.digest !== digest)
      return fails(`This page was made from ${short(digest)}, and ${short(approval.digest)} is approved now. Reload it.`);
    return {
      holds: true,
      words: `It holds: ${nameOf(approval["approved-by"])} approved these exact bytes, ${short(digest)}, ${signed ? "and signed for them" : "without a signature"}. Checked in your browser, over all ${opened.standing.steps.length} decisions.`,
    };
  } catch {
    return fails("The published ledger could not be fetched. Try again when you are online.");
  }
}

async function published(id: string, ledger: URL): Promise<LedgerFiles> {
  const folder = new URL(`${id}/`, ledger);
  const { entries, newest } = JSON.parse((await text(new URL("files.json", folder))) ?? "") as Listing;
  const fetched = entries.map(async ({ number, files }) => ({
    number,
    files: new Map(await Promise.all(files.map(async (name) => [name, await bytes(new URL(`${number}/${name}`, folder))] as const))),
  }));
  return { id, entries: await Promise.all(fetched), newest: newest ? await bytes(new URL("newest.yaml", folder)) : undefined, others: [] };
}

async function bytes(url: URL): Promise<Uint8Array> {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

/** A published text. Undefined where there is none. */
async function text(url: URL): Promise<string | undefined> {
  const response = await fetch(url, { cache: "no-store" });
  return response.ok ? response.text() : undefined;
}

const fails = (words: string): Answer => ({ holds: false, words });
