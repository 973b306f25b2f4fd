import { cacheFileFor, openCache } from "../disk/cache.ts";
import { engineDigest } from "../disk/engine.ts";
import { collector } from "../disk/garbage.ts";
import { shown } from "../disk/shown.ts";
import { trouble, type Unread } from "../disk/trouble.ts";
import { worthIt } from "./cores.ts";
import { showUnread } from "./pretty.ts";
import type { Progress } from "./progress.ts";
import { recalled, rememberedAs } from "./remembered.ts";
import { screenOn } from "./screen.ts";
import type { Thread } from "./threads.ts";
import { type InShort, inShort, MUCH, type Told } from "./told.ts";
import { type Asked, isRead, type Judging, type Read, readOf, tellOf } from "./verdict.ts";

export type JudgeOptions = {
  readonly progress: Progress;
  /** Where what was found is remembered; left out, it is not. */
  readonly cacheFile?: string | undefined;
  /** Threads that somebody has started already. They end with the judging, as those do that are started for it. */
  readonly threads?: readonly Thread[] | undefined;
};

/** Where a folder's findings are remembered. */
export const cacheFile = (cwd: string, named?: string): string => named ?? cacheFileFor(cwd);

/** Reads and judges files: from memory where nothing changed, on every core of the computer where there are many, else one after the other. */
export function createJudge({ progress, cacheFile, threads }: JudgeOptions): Required<Pick<Judging, "judge">> {
  let started = threads ?? [];
  const judgeNow = async (files: readonly Asked[]): Promise<readonly (Told | Unread)[]> => {
    // Threads that are there read for themselves, too.
    if (threads) return (await import("./judge-together.ts")).judgeTogether(files, threads, progress);
    const reads = files.map(readOf);
    if (worthIt(reads.map((read) => textOf(read) ?? ""))) {
      started = (await import("./threads.ts")).startThreads(files.length);
      const known = files.map((file, i) => ({ ...file, text: textOf(reads[i]) }));
      return (await import("./judge-together.ts")).judgeTogether(known, started, progress);
    }
    const told: (Told | Unread)[] = [];
    for (const one of tellOf(reads)) {
      told.push(one);
      progress.step(told.length, files.length);
    }
    return told;
  };
  const judgeAll = async (files: readonly Asked[]): Promise<readonly (Told | Unread)[]> => {
    try {
      if (cacheFile === undefined) return await judgeNow(files);
      const { told, unsaved } = await judgeWith(cacheFile, files, judgeNow);
      progress.end();
      if (unsaved !== undefined)
        showUnread([{ ...trouble(shown(cacheFile), unsaved, "write"), ...FORGOTTEN }], screenOn(process.stderr), "note");
      return told;
    } finally {
      progress.end();
      await Promise.all(started.map(({ end }) => end()));
    }
  };
  return {
    judge: async (files) => {
      const told = await judgeAll(files);
      // What was needed to find so much need not lie beside what is needed to tell it.
      if (told.reduce((sum, one) => sum + ("what" in one ? 0 : one.findings.length), 0) > MUCH) collector("all")();
      return told;
    },
  };
}

const textOf = (read: Read | Unread | undefined): string | undefined => (read && isRead(read) ? read.text : undefined);

/** What it means that nothing could be remembered. No mistake: what was found is right all the same. */
const FORGOTTEN = { why: "So nothing is remembered, and the next check takes as long as this one." };

async function judgeWith(
  cacheFile: string,
  files: readonly Asked[],
  judgeNow: (files: readonly Asked[]) => Promise<readonly (Told | Unread)[]>,
): Promise<{ readonly told: readonly (Told | Unread)[]; readonly unsaved: unknown }> {
  const cache = await openCache<InShort>(cacheFile, engineDigest());
  const reads = files.map(readOf);
  const told = new Map<Read | Unread, Told | Unread>();
  for (const file of reads) {
    if (!isRead(file)) {
      told.set(file, file);
      continue;
    }
    const remembered = cache.get(rememberedAs(file));
    const known = remembered && attempt(() => recalled(remembered, file.text));
    if (known) told.set(file, known);
  }
  const missing = reads.filter(isRead).filter((file) => !told.has(file));
  const fresh = await judgeNow(missing);
  for (const [i, file] of missing.entries()) {
    const one = fresh[i];
    if (!one || "what" in one) continue;
    told.set(file, one);
    cache.set(rememberedAs(file), inShort(one));
  }
  const unsaved = await cache.save();
  return { told: reads.flatMap((file) => told.get(file) ?? []), unsaved };
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
