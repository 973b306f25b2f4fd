import { parentPort, workerData } from "node:worker_threads";
import { inTurn } from "./in-turn.ts";
import { readingOf } from "./reading.ts";

/** What the threads that read the ledger are told: where it is, and the built handbook that twins go to, where one is built. */
export type Ledger = { readonly playbooks: string; readonly dist: string | undefined };

/** One thread of those that read the ledger: answers a list of ids with what there is to read about each. */
const { playbooks: href, dist } = workerData as Ledger;
const playbooks = new URL(href);

parentPort?.on("message", async (ids: readonly string[]) => {
  parentPort?.postMessage(await inTurn(ids, (id) => readingOf(playbooks, id, dist)));
});
