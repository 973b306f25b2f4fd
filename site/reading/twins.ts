import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdownOf, wholeOf } from "../src/machine.ts";
import { type PublishedFile, publishedOf, publishedPolicy } from "../src/published-ledger.ts";
import type { Reading } from "./reading.ts";

/** Writes into a built handbook what machines read of the ledger that is no playbook's own. */
export function writePolicy(dist: string): void {
  const ledger = join(dist, "ledger");
  mkdirSync(ledger, { recursive: true });
  for (const file of publishedPolicy()) put(ledger, file);
}

/** Writes into a built handbook what machines read of a playbook instead of its pages: it as JSON and as Markdown, and its ledger, byte for byte. */
export function writeTwins(dist: string, playbooks: URL, reading: Reading): void {
  const { id, play, listing } = reading;
  const plays = join(dist, "playbooks");
  const ledger = join(dist, "ledger");
  mkdirSync(plays, { recursive: true });
  mkdirSync(join(ledger, id), { recursive: true });
  for (const { number } of listing.entries) mkdirSync(join(ledger, id, String(number)));
  if (play) {
    put(plays, { file: `${id}.json`, source: JSON.stringify(wholeOf(play)) });
    put(plays, { file: `${id}.md`, source: markdownOf(play) });
  }
  for (const file of publishedOf(playbooks, reading)) put(ledger, file);
}

/** Writes or copies a file to where it is published. Its folder is there. */
function put(folder: string, { file, source }: PublishedFile): void {
  if (source instanceof URL) copyFileSync(source, join(folder, file));
  else writeFileSync(join(folder, file), source);
}
