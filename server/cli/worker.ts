import { parentPort, workerData } from "node:worker_threads";
import { reportOn, toldOf } from "./verdict.ts";
import type { Around, Done, Job } from "./workers.ts";

/** A second core's share of a check: files in, what is said of them out. */
const around = workerData as Around;
parentPort?.on("message", ({ files }: Job) => {
  const done: Done = files.map(({ file, text, around: at }) => {
    const known = around[at];
    if (!known) throw new Error(`There is nothing known around ${file}.`);
    return toldOf(reportOn(text, file, known));
  });
  parentPort?.postMessage(done);
});
