import { parentPort } from "node:worker_threads";
import { knownFrom } from "../disk/around.ts";
import { collector } from "../disk/garbage.ts";
import type { Known } from "../disk/knowledge.ts";
import type { Done, Job } from "./threads.ts";
import { inShort, type Told } from "./told.ts";
import { readOf, tellOf } from "./verdict.ts";

/** A further core's share of a check: a word that it is loaded, then files in, and what is said of them out, until the thread is ended. */
export function judgeForAnother(): void {
  let collect: (() => void) | undefined;
  let all: Promise<readonly Known[]> = Promise.resolve([]);
  parentPort?.on("message", async ({ files, around, loaded }: Job) => {
    if (around) all = Promise.all(around.map(knownFrom));
    const known = await all;
    const reads = files.map(({ file, text, around: at }) => {
      const of = known[at];
      if (!of) throw new Error(`There is nothing known around ${file}.`);
      return readOf({ file, text, known: of });
    });
    const done: Done = [...tellOf(reads)].map((one) => ("what" in one ? one : packed(one)));
    parentPort?.postMessage(done);
    if (loaded) collect ??= collector("latest");
    collect?.();
  });
  parentPort?.postMessage("ready");
}

const packed = (told: Told) => ({ ...inShort(told), text: told.source.text });
