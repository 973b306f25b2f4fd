import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readings } from "../reading/index.ts";
import { markdownOf, wholeOf } from "../src/machine.ts";
import { publishedLedger } from "../src/published-ledger.ts";
import { playbooksFolder } from "../src/team.ts";

/**
 * Writes what machines read instead of pages: each play as JSON and as Markdown, and the ledger, byte for byte. None of it needs a
 * page to be rendered, and there are six such files for each play.
 */
export function writeTwins(dist: string): void {
  const read = readings(playbooksFolder());
  const folder = join(dist, "playbooks");
  mkdirSync(folder, { recursive: true });
  for (const { play } of read) {
    if (!play) continue;
    writeFileSync(join(folder, `${play.id}.json`), JSON.stringify(wholeOf(play)));
    writeFileSync(join(folder, `${play.id}.md`), markdownOf(play));
  }
  const made = new Set<string>();
  for (const { file, source } of publishedLedger(playbooksFolder(), read)) {
    const to = join(dist, "ledger", file);
    if (!made.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    made.add(dirname(to));
    if (source instanceof URL) copyFileSync(source, to);
    else writeFileSync(to, source);
  }
}
