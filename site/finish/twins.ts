import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readings } from "../reading/index.ts";
import type { Reading } from "../reading/reading.ts";
import { inThreads } from "../reading/threads.ts";
import { publishedPolicy } from "../src/published-ledger.ts";
import { playbooksFolder } from "../src/team.ts";
import { putFile } from "./put-file.ts";

/**
 * Writes what machines read instead of pages: each play as JSON and as Markdown, and the ledger, byte for byte. None of it needs a
 * page to be rendered, and there are six such files for each play, so a thread writes them while pages are made.
 */
export async function writeTwins(dist: string): Promise<void> {
  const read = await readings(playbooksFolder());
  mkdirSync(join(dist, "ledger"), { recursive: true });
  for (const file of publishedPolicy()) putFile(join(dist, "ledger"), file);
  await inThreads<Reading, undefined>(new URL("twin-writer.ts", import.meta.url), dist, read, 1);
}
