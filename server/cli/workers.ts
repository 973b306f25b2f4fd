import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { type Around, aroundOf } from "../disk/around.ts";
import { compileLightly } from "../disk/compilers.ts";
import { collector } from "../disk/garbage.ts";
import type { Progress } from "./progress.ts";
import { type Read, sourceOf, type Told, tellOf } from "./verdict.ts";

/** Characters of playbooks from which a second core saves more than its start costs. */
const ENOUGH = 1_000_000;
/** Files from which there probably are as many characters: a short playbook has four thousand. */
const MANY = 250;
/** Files judged in one go: as many as are judged in step, and few enough that all cores end at about the same time. */
const BATCH = 16;
/** Megabytes for what a worker has just made, from its start and at most: more is not quicker, and each core has its own. */
const [YOUNG, AT_ONCE] = [48, 16];
/**
 * Between two batches nearly all that was made is garbage at once (`garbage.ts`). So none of it should be made where it would lie until the
 * engine looks through everything, as it does by itself with what once lived long; and no further threads are needed to move what is left.
 */
const AT_ITS_PLACE = ["--no-allocation-site-pretenuring", "--no-parallel-scavenge"];
/** Garbage that lived through being new is collected when it is one and a half times what is in use: later is no quicker, and a quarter more memory. */
const TIDY = 150;
/** More than this many workers wait for memory and not for each other. */
const MOST_WORKERS = 8;

export type Job = {
  readonly files: readonly { readonly file: string; readonly text: string; readonly around: number }[];
  /** What is known around the files: said once, with the first of them. */
  readonly around?: readonly Around[];
};
/** The text is not among it: whoever asked has it. */
export type Done = readonly Omit<Told, "source">[];

/** Several cores that judge files, this one among them: it is warm already. */
export type Crew = {
  /** Judges files, and answers in their order. Rejects where a thread fails. Once for each crew. */
  readonly judge: (files: readonly Read[], progress: Progress) => Promise<readonly Told[]>;
  /** Ends the threads. */
  readonly end: () => Promise<void>;
};

/** Whether there is enough to do for more than one core. */
export function worthIt(files: readonly Read[]): boolean {
  return availableParallelism() > 1 && files.reduce((sum, { text }) => sum + text.length, 0) >= ENOUGH;
}

/** Whether there probably is, as far as the number of files tells. */
export const probablyWorthIt = (files: number): boolean => availableParallelism() > 1 && files >= MANY;

/** Starts the threads for so many files. They get ready while the files are read. */
export function createCrew(files: number): Crew {
  // Here, too, room for what has just been made grows no more: it is as much as there was for starting, and enough.
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString(`--min-semi-space-size=${AT_ONCE}`);
  setFlagsFromString(`--heap-growing-percent=${TIDY}`);
  AT_ITS_PLACE.forEach(setFlagsFromString);
  compileLightly();
  const count = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(files / BATCH)) - 1;
  const threads = Array.from({ length: count }, startThread);
  return {
    judge: (all, progress) => judgeTogether(all, threads, progress),
    end: async () => {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}

async function judgeTogether(files: readonly Read[], threads: readonly Thread[], progress: Progress): Promise<readonly Told[]> {
  const distinct = [...new Set(files.map(({ known }) => known))];
  const around: readonly Around[] = distinct.map(aroundOf);
  const numbers = new Map(distinct.map((known, i) => [known, i]));
  const told: Told[] = new Array(files.length);
  let next = 0;
  let done = 0;
  const take = () => {
    const from = next;
    const batch = files.slice(from, from + BATCH);
    next += batch.length;
    return { from, batch };
  };
  const keep = (from: number, answers: Done) => {
    for (const [i, answer] of answers.entries()) told[from + i] = { ...answer, source: sourceOf(files[from + i]?.text ?? "") };
    done += answers.length;
    progress.step(done, files.length);
  };
  const elsewhere = async ({ ask }: Thread) => {
    let known: Pick<Job, "around"> = { around };
    const begin = () => {
      const { from, batch } = take();
      if (batch.length === 0) return undefined;
      const job = batch.map(({ file, text, known }) => ({ file, text, around: numbers.get(known) ?? 0 }));
      const answer = ask({ files: job, ...known });
      // Whoever waits for another one first hears of a failure there.
      answer.catch(() => undefined);
      known = {};
      return { from, answer };
    };
    // One more than is being judged lies ready, for whoever is asked here is busy, too.
    for (let [now, after] = [begin(), begin()]; now; [now, after] = [after, begin()]) keep(now.from, await now.answer);
  };
  const here = async () => {
    const collect = collector("latest");
    for (let { from, batch } = take(); batch.length > 0; { from, batch } = take()) {
      keep(from, [...tellOf(batch)]);
      collect();
      // The workers' answers wait meanwhile.
      await new Promise(setImmediate);
    }
  };
  await Promise.all([...threads.map(elsewhere), here()]);
  return told;
}

/** Its answers come in the order of the jobs. */
type Thread = { readonly ask: (job: Job) => Promise<Done>; readonly end: () => Promise<unknown> };

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
