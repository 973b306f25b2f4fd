import { type Around, aroundOf } from "../disk/around.ts";
import { collector } from "../disk/garbage.ts";
import type { Unread } from "../disk/trouble.ts";
import type { Progress } from "./progress.ts";
import { BATCH, type Done, type Job, judgingTogether, type Thread } from "./threads.ts";
import { atLength, MUCH, type Told } from "./told.ts";
import { type Asked, readOf, tellOf } from "./verdict.ts";

/** Reads and judges files on this core and on those of some threads. Answers in their order. Rejects where a thread fails. */
export async function judgeTogether(
  files: readonly Asked[],
  threads: readonly Thread[],
  progress: Progress,
): Promise<readonly (Told | Unread)[]> {
  const distinct = [...new Set(files.map(({ known }) => known))];
  const around: readonly Around[] = distinct.map(aroundOf);
  const numbers = new Map(distinct.map((known, i) => [known, i]));
  const told: (Told | Unread)[] = new Array(files.length);
  const switches = judgingTogether(threads);
  let next = 0;
  let [done, found] = [0, 0];
  const take = () => {
    const from = next;
    const batch = files.slice(from, from + BATCH);
    next += batch.length;
    return { from, batch };
  };
  const keep = (from: number, answers: readonly (Told | Unread)[]) => {
    for (const [i, answer] of answers.entries()) told[from + i] = answer;
    done += answers.length;
    const before = found;
    for (const answer of answers) if (!("what" in answer)) found += answer.findings.length;
    if (before <= MUCH && found > MUCH) switches.foundMuch();
    progress.step(done, files.length);
  };
  const elsewhere = async ({ ask }: Thread) => {
    let known: Pick<Job, "around"> = { around };
    const begin = () => {
      const { from, batch } = take();
      if (batch.length === 0) return undefined;
      const job = batch.map(({ file, text, known }) => ({ file, text, around: numbers.get(known) ?? 0 }));
      const answer = ask({ files: job, loaded: switches.loaded(), ...known });
      // Whoever waits for another one first hears of a failure there.
      answer.catch(() => undefined);
      known = {};
      return { from, answer };
    };
    // One more than is being judged lies ready, for whoever is asked here is busy, too.
    for (let [now, after] = [begin(), begin()]; now; [now, after] = [after, begin()]) keep(now.from, (await now.answer).map(heard));
  };
  const here = async () => {
    let collect: (() => void) | undefined;
    for (let { from, batch } = take(); batch.length > 0; { from, batch } = take()) {
      keep(from, [...tellOf(batch.map(readOf))]);
      if (switches.loaded()) collect ??= collector("latest");
      collect?.();
      // The workers' answers wait meanwhile.
      await new Promise(setImmediate);
    }
  };
  try {
    await Promise.all([...threads.map(elsewhere), here()]);
  } finally {
    switches.over();
  }
  return told;
}

/** An answer as it was before it came from another thread. */
const heard = (answer: Done[number]): Told | Unread => ("what" in answer ? answer : atLength(answer, answer.text));
