import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Known } from "../disk/knowledge.ts";
import type { Progress } from "./progress.ts";
import { type Read, sourceOf, type Told } from "./verdict.ts";

/** Characters of playbooks from which a second core saves more than its start costs. */
const ENOUGH = 1_000_000;
/** Files handed to a worker at once: few enough that all end at about the same time. */
const BATCH = 25;
/** Megabytes for what a worker has just made: more is not quicker, and each core has its own. */
const YOUNG = 24;
/** More than this many workers wait for memory and not for each other. */
const MOST_WORKERS = 8;

/** What a worker is told once: everything that is known around some files. Holidays are a function, so a worker loads its own. */
export type Around = readonly (Omit<Known, "regionOf"> & { readonly regions: boolean })[];
export type Job = { readonly files: readonly { readonly file: string; readonly text: string; readonly around: number }[] };
/** The text is not among it: whoever asked has it. */
export type Done = readonly Omit<Told, "source">[];

/** Whether there is enough to do for more than one core. */
export function worthIt(files: readonly Read[]): boolean {
  return availableParallelism() > 1 && files.reduce((sum, { text }) => sum + text.length, 0) >= ENOUGH;
}

/** Judges files on several cores. Answers in the order of the files. */
export async function judgeTogether(files: readonly Read[], progress: Progress): Promise<readonly Told[]> {
  const distinct = [...new Set(files.map(({ known }) => known))];
  const around: Around = distinct.map(({ regionOf, ...known }) => ({ ...known, regions: regionOf !== undefined }));
  const numbers = new Map(distinct.map((known, i) => [known, i]));
  const told: Told[] = new Array(files.length);
  let next = 0;
  let done = 0;
  const size = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(files.length / BATCH));
  await Promise.all(
    Array.from({ length: size }, async () => {
      const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url), {
        workerData: around,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      });
      try {
        for (;;) {
          const from = next;
          if (from >= files.length) return;
          next += BATCH;
          const batch = files.slice(from, next);
          const answers = await asked(worker, {
            files: batch.map(({ file, text, known }) => ({ file, text, around: numbers.get(known) ?? 0 })),
          });
          for (const [i, answer] of answers.entries()) told[from + i] = { ...answer, source: sourceOf(batch[i]?.text ?? "") };
          done += batch.length;
          progress.step(done, files.length);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
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
