import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Reading } from "../reading/reading.ts";
import { markdownOf, wholeOf } from "../src/machine.ts";
import { publishedOf } from "../src/published-ledger.ts";
import { playbooksFolder } from "../src/team.ts";
import { putFile } from "./put-file.ts";

/** The thread that writes what machines read of each playbook. */
const dist = workerData as string;
const plays = join(dist, "playbooks");
const ledger = join(dist, "ledger");
mkdirSync(plays, { recursive: true });

function write(reading: Reading): void {
  const { id, play, listing } = reading;
  if (play) {
    putFile(plays, { file: `${id}.json`, source: JSON.stringify(wholeOf(play)) });
    putFile(plays, { file: `${id}.md`, source: markdownOf(play) });
  }
  mkdirSync(join(ledger, id), { recursive: true });
  for (const { number } of listing.entries) mkdirSync(join(ledger, id, String(number)));
  for (const file of publishedOf(playbooksFolder(), reading)) putFile(ledger, file);
}

parentPort?.on("message", (readings: readonly Reading[]) => {
  for (const reading of readings) write(reading);
  parentPort?.postMessage([]);
});
