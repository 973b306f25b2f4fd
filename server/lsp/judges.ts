import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { type Around, aroundOf, knownFrom } from "../disk/around.ts";
import type { Known as FromDisk } from "../disk/knowledge.ts";
import type { Judged, Known, ToJudge } from "./host.ts";
import { pathOf, readSync } from "./locations.ts";
import { withRoom } from "./thrift.ts";
import { foundInEach } from "./unopened.ts";

/** Files handed to a worker at once: few enough that all end at about the same time. */
const BATCH = 16;
/** More than this many workers wait for memory and not for each other. */
const MOST_WORKERS = 4;
/** Megabytes for what a worker has just made: more is not quicker, and each has its own. */
const YOUNG = 48;

type Task = { readonly uri: string; readonly previous: string | undefined; readonly around: number };
type Shared = { readonly around: readonly Around[]; readonly today: string; readonly texts: boolean };

/** What is known of a file without anything around it. */
const NOTHING: FromDisk = {
  config: undefined,
  assets: undefined,
  regionOf: undefined,
  configFile: undefined,
  assetsFile: undefined,
  assetsTakeMore: false,
  unread: [],
  faulty: [],
};

/**
 * Judges files in threads of their own, so that whoever types meanwhile waits for none of them. `told` gets what came of each batch as
 * it comes, in no order; once it throws, nothing more is judged. The threads end with the work. Rejects where a thread fails.
 * @param program Where this server's program lies: a worker is the same program, asked to judge.
 */
export async function judgeElsewhere(
  program: string | URL,
  files: readonly ToJudge[],
  { today, texts }: { readonly today: string; readonly texts: boolean },
  told: (batch: readonly Judged[]) => void,
): Promise<void> {
  const distinct: Known[] = [...new Set(files.map(({ known }) => known))];
  const numbers = new Map(distinct.map((known, i) => [known, i]));
  const shared: Shared = { around: distinct.map((known) => aroundOf({ ...NOTHING, ...known })), today, texts };
  let next = 0;
  const take = (): readonly Task[] => {
    const batch = files.slice(next, next + BATCH);
    next += batch.length;
    return batch.map(({ uri, previous, known }) => ({ uri, previous, around: numbers.get(known) ?? 0 }));
  };
  const one = async (isLoaded: () => void) => {
    const worker = new Worker(program, { workerData: shared, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    try {
      await said(worker);
      isLoaded();
      for (let batch = take(); batch.length > 0; batch = take()) {
        worker.postMessage(batch);
        told(await said<readonly Judged[]>(worker));
      }
    } catch (error) {
      next = files.length;
      throw error;
    } finally {
      await worker.terminate();
    }
  };
  const workers = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(files.length / BATCH));
  await withRoom(async (loaded) => {
    let waitedFor = workers;
    const isLoaded = () => --waitedFor === 0 && loaded();
    const ended = await Promise.allSettled(Array.from({ length: workers }, () => one(isLoaded)));
    for (const end of ended) if (end.status === "rejected") throw end.reason;
  });
}

/** Resolves with what a worker says next; rejects where it fails or leaves. */
function said<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    const left = (code: number) => reject(new Error(`A thread left with ${code}.`));
    worker.once("error", reject);
    worker.once("exit", left);
    worker.once("message", (answer: T) => {
      worker.off("error", reject);
      worker.off("exit", left);
      resolve(answer);
    });
  });
}

/** What a worker does: says that it is loaded, then judges the files it is told of, until it is ended. */
export function judgeForAnother(): void {
  const { around, today, texts } = workerData as Shared;
  const all = Promise.all(around.map(knownFrom));
  parentPort?.on("message", async (batch: readonly Task[]) => {
    const known = await all;
    const read = batch.map(({ uri, previous, around: at }) => ({
      ...{ uri, previous, known: known[at] ?? NOTHING, today, file: pathOf(uri) },
      text: readSync(uri),
    }));
    const readable = read.filter((one): one is (typeof read)[number] & { text: string } => one.text !== undefined);
    const found = new Map(foundInEach(readable).map((one, i) => [readable[i]?.uri, one]));
    const judged: Judged[] = read.map(({ uri, text }) => ({ uri, found: found.get(uri), text: texts ? text : undefined }));
    parentPort?.postMessage(judged);
  });
  parentPort?.postMessage("ready");
}
