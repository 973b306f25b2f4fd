import { parentPort, workerData } from "node:worker_threads";
import { readingOf } from "./reading.ts";

/** One thread of those that read the ledger: answers a list of ids with what there is to read about each. */
const playbooks = new URL(workerData as string);

parentPort?.on("message", async (ids: readonly string[]) => {
  const readings = [];
  // One after the other, so that what is asked about one playbook several times is still at hand.
  for (const id of ids) readings.push(await readingOf(playbooks, id));
  parentPort?.postMessage(readings);
});
