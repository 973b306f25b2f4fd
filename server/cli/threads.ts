import { once } from "node:events";
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Around } from "../disk/around.ts";
import { compileAlone, compileLightly } from "../disk/compilers.ts";
import { type Switch, type Turned, turn, turnBack } from "../disk/switches.ts";
import type { Unread } from "../disk/trouble.ts";
import type { InShort } from "./told.ts";

/** Files judged in one go: as many as are judged in step, and few enough that all cores end at about the same time. */
export const BATCH = 8;
/** Megabytes for what a worker has just made, from its start and at most: more is not quicker, and each core has its own. */
const [YOUNG, AT_ONCE] = [24, 8];
/**
 * How threads judge together. Garbage that lived through being new is little, and collected when it is four times what is in use: so mostly
 * never. Between two batches nearly all that was made is garbage at once (`garbage.ts`): so none of it should be made where it would lie
 * until the engine looks through everything, as it does by itself with what once lived long; and no further threads are needed to move what
 * is left.
 */
const TOGETHER = {
  "expose-gc": true,
  "heap-growing-percent": 400,
  "allocation-site-pretenuring": false,
  "parallel-scavenge": false,
} as const;
/** Once much is found and kept, what was needed to find it must not lie there as well, nor make the room for what is new any larger. */
const MUCH_FOUND = { "heap-growing-percent": 100, "semi-space-growth-factor": 1 } as const;
/** More than this many workers wait for memory and not for each other. */
const MOST_WORKERS = 8;

export type Job = {
  readonly files: readonly { readonly file: string; readonly text?: string | undefined; readonly around: number }[];
  /** What is known around the files: said once, with the first of them. */
  readonly around?: readonly Around[];
  /** Whether every thread is loaded, and so the engine's switches are turned. */
  readonly loaded: boolean;
};
export type Done = readonly ((InShort & { readonly text: string }) | Unread)[];

/** A further core. Its answers come in the order of the jobs. The program lives as long as it does, so whoever starts one ends it. */
export type Thread = {
  /** When its engine is there. Rejects where it cannot be. */
  readonly begun: Promise<unknown>;
  /** When it is loaded. Rejects where it cannot be. */
  readonly ready: Promise<unknown>;
  readonly ask: (job: Job) => Promise<Done>;
  readonly end: () => Promise<unknown>;
};

/** Starts a thread for each further core that so many files keep busy. They get ready while the files are read and the rules are loaded. */
export function startThreads(files: number): readonly Thread[] {
  // Only threads that begin later are concerned, and the engine takes what it compiled before all the same.
  setFlagsFromString(`--min-semi-space-size=${AT_ONCE}`);
  const count = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(files / BATCH)) - 1;
  const together = compileAlone();
  const threads = Array.from({ length: count }, startThread);
  Promise.allSettled(threads.map(({ begun }) => begun)).then(together);
  return threads;
}

/** What threads that judge together have in common: how the engine's switches are. */
export type Switches = {
  /** Whether every thread is loaded, and they are turned. */
  readonly loaded: () => boolean;
  /** Turns them to what suits where much is found. */
  readonly foundMuch: () => void;
  /** Turns them back. */
  readonly over: () => void;
};

/** Turns the engine's switches to what suits threads that judge together, once all are loaded. */
export function judgingTogether(threads: readonly Thread[]): Switches {
  let all: Turned = TOGETHER;
  let [loaded, over] = [false, false];
  let plainly: (() => void) | undefined;
  const turnNow = () => {
    if (over) return;
    loaded = true;
    turn(all);
    plainly ??= compileLightly();
  };
  // Whoever asks a thread hears of its failure there.
  Promise.all(threads.map(({ ready }) => ready)).then(turnNow, () => undefined);
  return {
    loaded: () => loaded,
    foundMuch: () => {
      all = { ...TOGETHER, ...MUCH_FOUND };
      if (loaded) turnNow();
    },
    over: () => {
      over = true;
      plainly?.();
      turnBack(Object.keys({ ...TOGETHER, ...MUCH_FOUND }) as Switch[]);
    },
  };
}

function startThread(): Thread {
  const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  // It may fail before anybody asks it anything.
  const failed = new Promise<never>((_, reject) => worker.once("error", reject));
  failed.catch(() => undefined);
  const waiting: ((answer: unknown) => void)[] = [];
  worker.on("message", (answer) => waiting.shift()?.(answer));
  const next = <T>() => Promise.race([new Promise<T>((resolve) => waiting.push(resolve as (answer: unknown) => void)), failed]);
  const ready = next();
  ready.catch(() => undefined);
  const begun = Promise.race([once(worker, "online"), failed]);
  begun.catch(() => undefined);
  return {
    begun,
    ready,
    ask: (job) => {
      worker.postMessage(job);
      return next<Done>();
    },
    end: () => worker.terminate(),
  };
}
