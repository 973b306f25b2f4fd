import { type Found, findPlaybooks } from "../disk/find-playbooks.ts";
import type { CheckOptions } from "./check.ts";
import { probablyWorthIt } from "./cores.ts";
import type { Thread } from "./threads.ts";

/** What there is to check, and the threads that get ready to. */
export type Ahead = { readonly found: Found; readonly threads: readonly Thread[] | undefined };

/**
 * Looks up what a check will look at, before the rules are loaded, and starts threads where that is much: both take as long as a hundred
 * playbooks. Undefined where only the check itself can tell how many files it will judge.
 */
export async function lookAhead(paths: readonly string[], options: CheckOptions): Promise<Ahead | undefined> {
  const { fix, changed, changedSince, cache, cacheLocation, watch } = options;
  // Of what is remembered, most needs no judging; and what is watched is checked more than once.
  if (paths.includes("-") || fix || changed || changedSince !== undefined || cache || cacheLocation !== undefined || watch)
    return undefined;
  const found = await findPlaybooks(paths, process.cwd());
  const many = found.files.length;
  return { found, threads: probablyWorthIt(many) ? (await import("./threads.ts")).startThreads(many) : undefined };
}
