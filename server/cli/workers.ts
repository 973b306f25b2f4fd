import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { type Around, aroundOf } from "../disk/around.ts";
import type { Progress } from "./progress.ts";
import { type Read, reportOn, sourceOf, type Told, toldOf } from "./verdict.ts";

/** Characters of playbooks from which a second core saves more than its start costs. */
const ENOUGH = 1_000_000;
/** Files handed to a worker at once: few enough that all end at about the same time. */
const BATCH = 25;
/** Files judged here between two looks at what the workers answer. */
const SHORT = 4;
/** Megabytes for what a worker has just made: more is not quicker, and each core has its own. */
const YOUNG = 24;
/** More than this many workers wait for memory and not for each other. */
const MOST_WORKERS = 8;

export type Job = { readonly files: readonly { readonly file: string; readonly text: string; readonly around: number }[] };
/** The text is not among it: whoever asked has it. */
export type Done = readonly Omit<Told, "source">[];

/** Whether there is enough to do for more than one core. */
export function worthIt(files: readonly Read[]): boolean {
  return availableParallelism() > 1 && files.reduce((sum, { text }) => sum + text.length, 0) >= ENOUGH;
}

/** Judges files on several cores, this one among them: it is warm already. Answers in the order of the files. */
export async function judgeTogether(files: readonly Read[], progress: Progress): Promise<readonly Told[]> {
  const distinct = [...new Set(files.map(({ known }) => known))];
  const around: readonly Around[] = distinct.map(aroundOf);
  const numbers = new Map(distinct.map((known, i) => [known, i]));
  const told: Told[] = new Array(files.length);
  let next = 0;
  let done = 0;
  const take = (most: number) => {
    const from = next;
    const batch = files.slice(from, from + most);
    next += batch.length;
    return { from, batch };
  };
  const keep = (from: number, answers: Done) => {
    for (const [i, answer] of answers.entries()) told[from + i] = { ...answer, source: sourceOf(files[from + i]?.text ?? "") };
    done += answers.length;
    progress.step(done, files.length);
  };
  const elsewhere = async () => {
    const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url), {
      workerData: around,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    try {
      for (let { from, batch } = take(BATCH); batch.length > 0; { from, batch } = take(BATCH))
        keep(from, await asked(worker, { files: batch.map(({ file, text, known }) => ({ file, text, around: numbers.get(known) ?? 0 })) }));
    } finally {
      await worker.terminate();
    }
  };
  const here = async () => {
    for (let { from, batch } = take(SHORT); batch.length > 0; { from, batch } = take(SHORT)) {
      keep(
        from,
        batch.map(({ text, file, known }) => toldOf(reportOn(text, file, known))),
      );
      // The workers' answers wait meanwhile, and with them the workers.
      await new Promise(setImmediate);
    }
  };
  // Here, too, room for what has just been made grows no more: it is as much as there was for starting, and enough.
  setFlagsFromString("--semi-space-growth-factor=1");
  const workers = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(files.length / BATCH)) - 1;
  await Promise.all([...Array.from({ length: workers }, elsewhere), here()]);
  return told;
}

function asked(worker: Worker, job: Job): Promise<Done> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (answer: Done) => {
      worker.off("error", reject);
      resolve(answer);
    });
    worker.postMessage(job);
  });
}
