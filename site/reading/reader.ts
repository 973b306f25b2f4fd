import { parentPort, workerData } from "node:worker_threads";
import { inTurn } from "./in-turn.ts";
import { readingOf } from "./reading.ts";

/** One thread of those that read the ledger: answers a list of ids with what there is to read about each. */
const playbooks = new URL(workerData as string);

parentPort?.on("message", async (ids: readonly string[]) => {
  parentPort?.postMessage(await inTurn(ids, (id) => readingOf(playbooks, id)));
});
