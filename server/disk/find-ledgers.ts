import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { kindOfFile } from "../core/index.ts";
import { idOf, ledgerOf } from "./ledger.ts";
import { unlike } from "./near-miss.ts";
import { trouble, type Unread } from "./trouble.ts";

/** Where one playbook's approvals are kept. Neither the draft nor the ledger need exist, but one of them does. */
export type Place = { readonly id: string; readonly draft: string; readonly folder: string };

/** Folders of other people's files. */
const PASSED_BY = new Set(["node_modules"]);

/**
 * Every playbook that some paths mean, whether it has a draft, approvals or both: a folder stands for everything below it, a
 * draft for itself. Sorted; links are not followed. Never throws.
 */
export async function ledgersAt(paths: readonly string[]): Promise<{ ledgers: readonly Place[]; unread: readonly Unread[] }> {
  const places = new Map<string, Place>();
  const unread: Unread[] = [];
  const add = (draft: string, isThere: boolean) => {
    const folder = ledgerOf(draft);
    if (isThere || !places.has(folder)) places.set(folder, { id: idOf(draft), draft, folder });
  };
  async function walk(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) {
      const here = path.join(folder, entry.name);
      if (entry.isFile() && kindOfFile(entry.name) === "playbook") add(here, true);
      if (!entry.isDirectory() || entry.name.startsWith(".") || PASSED_BY.has(entry.name)) continue;
      if (entry.name !== "approved") await walk(here);
      else
        for (const one of await readdir(here, { withFileTypes: true }))
          if (one.isDirectory() && !one.name.startsWith(".")) add(path.join(folder, `${one.name}.playbook.yaml`), false);
    }
  }
  for (const asked of paths) {
    const file = path.resolve(asked);
    try {
      const seen = await stat(file);
      if (seen.isDirectory()) await walk(path.basename(file) === "approved" ? path.dirname(file) : file);
      else if (kindOfFile(file) === "playbook") add(file, true);
      else
        unread.push({
          file: asked,
          kind: "not-ours",
          what: "This is neither a folder nor a playbook.",
          todo: "Name a folder of playbooks, or a draft.",
        });
    } catch (error) {
      const problem = trouble(asked, error);
      unread.push(problem.kind === "missing" ? { ...problem, ...(await unlike(asked, file)) } : problem);
    }
  }
  return { ledgers: [...places.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1)), unread };
}
