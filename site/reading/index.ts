import { type Doubt, sharedDoubts } from "./doubts.ts";
import { heldOf, readings } from "./held.ts";
import { inTurn } from "./in-turn.ts";
import { idsIn } from "./ledger.ts";
import { wentBack } from "./published.ts";
import type { Ledger } from "./reader.ts";
import { type Reading, readingOf } from "./reading.ts";
import { inThreads } from "./threads.ts";
import { writePolicy } from "./twins.ts";

export { type Doubt, told } from "./doubts.ts";
export { readings } from "./held.ts";
export { idsIn } from "./ledger.ts";
export type { Reading } from "./reading.ts";

/** From this many playbooks on it is worth starting threads. */
const MANY = 300;

/**
 * Begins to read the whole ledger anew, on every core where there is much of it, and is done when all of it is read. What is asked
 * for in the meantime (`readings`) waits for it. Where a handbook is built, in `dist`, what machines read instead of pages is written
 * into it on the way: none of it needs a page to be rendered, and there are six such files for each play.
 */
export function readLedger(playbooks: URL, dist?: string): Promise<readonly Reading[]> {
  const here = heldOf(playbooks);
  const coming = readAll(playbooks, dist).then((all) => {
    here.readings.clear();
    for (const reading of all) here.readings.set(reading.id, reading);
    return all;
  });
  here.coming = coming;
  // Whoever asks for the readings is told; that nobody has asked yet when it fails is no failure of its own.
  coming.catch(() => undefined);
  return coming;
}

async function readAll(playbooks: URL, dist: string | undefined): Promise<readonly Reading[]> {
  const ids = idsIn(playbooks);
  if (dist !== undefined) writePolicy(dist);
  const all =
    ids.length < MANY
      ? await inTurn(ids, (id) => readingOf(playbooks, id, dist))
      : await inThreads<string, Reading>(new URL("reader.ts", import.meta.url), { playbooks: playbooks.href, dist } satisfies Ledger, ids);
  return [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Reads one playbook of the ledger anew. */
export async function readAgain(playbooks: URL, id: string): Promise<Reading> {
  const reading = await readingOf(playbooks, id);
  heldOf(playbooks).readings.set(id, reading);
  return reading;
}

/** Every doubt about what was read, and about what all playbooks share. None when all of it can be believed and holds. */
export const doubts = async (playbooks: URL): Promise<readonly Doubt[]> => [
  ...sharedDoubts(playbooks),
  ...(await readings(playbooks)).flatMap((reading) => reading.doubts),
];

/** Where the ledger that was read has gone back behind the handbook that is published already. */
export const behind = async (playbooks: URL): Promise<readonly Doubt[]> => wentBack(await readings(playbooks));
