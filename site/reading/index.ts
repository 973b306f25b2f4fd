import { type Doubt, sharedDoubts } from "./doubts.ts";
import { heldOf, readings } from "./held.ts";
import { idsIn } from "./ledger.ts";
import { wentBack } from "./published.ts";
import { type Reading, readingOf } from "./reading.ts";
import { inThreads } from "./threads.ts";

export { type Doubt, told } from "./doubts.ts";
export { readings } from "./held.ts";
export { idsIn } from "./ledger.ts";
export { decisionsIn } from "./published.ts";
export type { Listing, Reading, Told } from "./reading.ts";

/** From this many playbooks on it is worth starting threads. */
const MANY = 60;

/** Reads the whole ledger anew, on every core where there is much of it. */
export async function readLedger(playbooks: URL): Promise<readonly Reading[]> {
  const ids = idsIn(playbooks);
  const readings: readonly Reading[] =
    ids.length < MANY
      ? await Promise.all(ids.map((id) => readingOf(playbooks, id)))
      : await inThreads<string, Reading>(new URL("reader.ts", import.meta.url), playbooks.href, ids);
  const here = heldOf(playbooks);
  here.clear();
  for (const reading of [...readings].sort((a, b) => (a.id < b.id ? -1 : 1))) here.set(reading.id, reading);
  return [...here.values()];
}

/** Reads one playbook of the ledger anew. */
export async function readAgain(playbooks: URL, id: string): Promise<Reading> {
  const reading = await readingOf(playbooks, id);
  heldOf(playbooks).set(id, reading);
  return reading;
}

/** Every doubt about what was read, and about what all playbooks share. None when all of it can be believed and holds. */
export const doubts = (playbooks: URL): readonly Doubt[] => [
  ...sharedDoubts(playbooks),
  ...readings(playbooks).flatMap((reading) => reading.doubts),
];

/** Where the ledger that was read has gone back behind the handbook that is published already. */
export const behind = (playbooks: URL): Promise<readonly Doubt[]> => wentBack(readings(playbooks));
