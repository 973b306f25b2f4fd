import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** More threads than this only wait for each other, and each has a copy of everything it reads with. */
const MOST_THREADS = 4;
/** Tasks handed over at once: enough that no thread waits for the next, few enough that none is left with the most. */
const A_HANDFUL = 24;

/**
 * Gives tasks to threads, some at a time, and answers with what they made of them, in no order. `script` gets lists of tasks and
 * answers each list with a list. Rejects when a thread fails.
 */
export async function inThreads<Task, Made>(script: URL, data: unknown, tasks: readonly Task[]): Promise<readonly Made[]> {
  const waiting = [...tasks];
  const made: Made[] = [];
  const count = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(tasks.length / A_HANDFUL));
  const runs = Array.from(
    { length: count },
    () =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(script, { workerData: data, execArgv: [] });
        const next = () => {
          const some = waiting.splice(0, A_HANDFUL);
          if (some.length > 0) worker.postMessage(some);
          else worker.terminate().then(() => resolve(), reject);
        };
        worker.on("error", reject);
        worker.on("messageerror", reject);
        worker.on("message", (some: readonly Made[]) => {
          made.push(...some);
          next();
        });
        next();
      }),
  );
  await Promise.all(runs);
  return made;
}
