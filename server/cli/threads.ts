import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Around } from "../disk/around.ts";
import { compileLightly } from "../disk/compilers.ts";
import type { Unread } from "../disk/trouble.ts";
import type { Told } from "./verdict.ts";

/** Files from which a second core saves more than its start costs: a short playbook has four thousand characters. */
const MANY = 250;
/** Files judged in one go: as many as are judged in step, and few enough that all cores end at about the same time. */
export const BATCH = 8;
/** Megabytes for what a worker has just made, from its start and at most: more is not quicker, and each core has its own. */
const [YOUNG, AT_ONCE] = [24, 8];
/** Garbage that lived through being new is little, and collected when it is four times what is in use: so mostly never. */
const TIDY = 400;
/**
 * Between two batches nearly all that was made is garbage at once (`garbage.ts`). So none of it should be made where it would lie until the
 * engine looks through everything, as it does by itself with what once lived long; and no further threads are needed to move what is left.
 */
const AT_ITS_PLACE = ["--no-allocation-site-pretenuring", "--no-parallel-scavenge"];
/** More than this many workers wait for memory and not for each other. */
const MOST_WORKERS = 8;

export type Job = {
  readonly files: readonly { readonly file: string; readonly text?: string | undefined; readonly around: number }[];
  /** What is known around the files: said once, with the first of them. */
  readonly around?: readonly Around[];
};
export type Done = readonly ((Omit<Told, "source"> & { readonly text: string }) | Unread)[];

/** A further core. Its answers come in the order of the jobs. The program lives as long as it does, so whoever starts one ends it. */
export type Thread = { readonly ask: (job: Job) => Promise<Done>; readonly end: () => Promise<unknown> };

/** Whether so many files are probably worth more than one core. */
export const probablyWorthIt = (files: number): boolean => availableParallelism() > 1 && files >= MANY;

/** Starts a thread for each further core that so many files keep busy. They get ready while the files are read and the rules are loaded. */
export function startThreads(files: number): readonly Thread[] {
  setFlagsFromString(`--min-semi-space-size=${AT_ONCE}`);
  setFlagsFromString(`--heap-growing-percent=${TIDY}`);
  AT_ITS_PLACE.forEach(setFlagsFromString);
  compileLightly();
  const count = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(files / BATCH)) - 1;
  return Array.from({ length: count }, startThread);
}

function startThread(): Thread {
  const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  // It may fail before anybody asks it anything.
  const failed = new Promise<never>((_, reject) => worker.once("error", reject));
  failed.catch(() => undefined);
  const waiting: ((done: Done) => void)[] = [];
  worker.on("message", (done: Done) => waiting.shift()?.(done));
  return {
    ask: (job) => {
      worker.postMessage(job);
      return Promise.race([new Promise<Done>((resolve) => waiting.push(resolve)), failed]);
    },
    end: () => worker.terminate(),
  };
}
