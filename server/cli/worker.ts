import { parentPort, workerData } from "node:worker_threads";
import { type Around, knownFrom } from "../disk/around.ts";
import { reportOn, toldOf } from "./verdict.ts";
import type { Done, Job } from "./workers.ts";

/** A second core's share of a check: files in, what is said of them out. */
const around = (workerData as readonly Around[]).map(knownFrom);
parentPort?.on("message", async ({ files }: Job) => {
  const all = await Promise.all(around);
  const done: Done = files.map(({ file, text, around: at }) => {
    const known = all[at];
    if (!known) throw new Error(`There is nothing known around ${file}.`);
    const { source: _, ...told } = toldOf(reportOn(text, file, known));
    return told;
  });
  parentPort?.postMessage(done);
});
