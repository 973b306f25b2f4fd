import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { linkCheck } from "./links.ts";
import { withPolicy } from "./policy.ts";

/** A page as Astro made it, and the file it goes to. */
export type Page = { readonly file: string; readonly bytes: ArrayBuffer };

/** What was seen in all pages together. */
export type Made = {
  /** Links that lead nowhere, as `page → address`. */
  readonly broken: readonly string[];
  /** Another one for other pages. */
  readonly version: string;
};

type Task = { readonly dist: string; readonly base: string; readonly origin: string | undefined };

/**
 * The thread that has the last look at every page: it notes where the page leads, gives it the policy of what it may run, and writes
 * it. A page is looked at byte by byte, because to read and to write it as text would take as long as half of making it.
 */
const { dist, base, origin } = workerData as Task;
const links = linkCheck(base, origin);
const digests = new Map<string, string>();

function finish({ file, bytes }: Page): void {
  const page = Buffer.from(bytes);
  const html = page.toString("latin1");
  links.note(file, html);
  digests.set(file, createHash("sha256").update(page).digest("hex"));
  const path = join(dist, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, withPolicy(page, html));
}

function version(): string {
  const all = createHash("sha256");
  for (const [file, digest] of [...digests].sort(([a], [b]) => (a < b ? -1 : 1))) all.update(file).update(digest);
  return all.digest("hex").slice(0, 12);
}

parentPort?.on("message", (message: Page | "done") => {
  if (message === "done") parentPort?.postMessage({ broken: links.broken(dist).broken, version: version() } satisfies Made);
  else {
    finish(message);
    parentPort?.postMessage("written");
  }
});
