import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { type Around, aroundOf } from "../disk/around.ts";
import { compileLightly } from "../disk/compilers.ts";
import type { Progress } from "./progress.ts";
import { type Read, sourceOf, type Told, tellOf } from "./verdict.ts";

/** Characters of playbooks from which a second core saves more than its start costs. */
const ENOUGH = 1_000_000;
/** Files from which there probably are as many characters: a short playbook has four thousand. */
const MANY = 250;
/** Files handed to a worker at once: few enough that all end at about the same time. */
const BATCH = 32;
/** Files judged here between two looks at what the workers answer. */
const SHORT = 16;
/** Megabytes for what a worker has just made, from its start and at most: more is not quicker, and each core has its own. */
const [YOUNG, AT_ONCE] = [24, 4];
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
  const elsewhere = async ({ ask }: Thread) => {
    let known: Pick<Job, "around"> = { around };
    for (let { from, batch } = take(BATCH); batch.length > 0; { from, batch } = take(BATCH)) {
      const job = batch.map(({ file, text, known }) => ({ file, text, around: numbers.get(known) ?? 0 }));
      keep(from, await ask({ files: job, ...known }));
      known = {};
    }
  };
  const here = async () => {
    for (let { from, batch } = take(SHORT); batch.length > 0; { from, batch } = take(SHORT)) {
      keep(from, [...tellOf(batch)]);
      // The workers' answers wait meanwhile, and with them the workers.
      await new Promise(setImmediate);
    }
  };
  await Promise.all([...threads.map(elsewhere), here()]);
  return told;
}

type Thread = { readonly ask: (job: Job) => Promise<Done>; readonly end: () => Promise<unknown> };

function startThread(): Thread {
  const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  // It may fail before anybody asks it anything.
  const failed = new Promise<never>((_, reject) => worker.once("error", reject));
  failed.catch(() => undefined);
  const answered = () => new Promise<Done>((resolve) => worker.once("message", resolve));
  return {
    ask: (job) => {
      worker.postMessage(job);
      return Promise.race([answered(), failed]);
    },
    end: () => worker.terminate(),
  };
}
