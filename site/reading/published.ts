import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Doubt } from "./doubts.ts";
import type { Reading } from "./reading.ts";

/** What a handbook says of the decisions it was built from: the digest of each record, by playbook and in order. */
export type Decisions = { readonly version: 1; readonly decisions: Readonly<Record<string, readonly string[]>> };

/** The decisions that were read. */
export const decisionsIn = (readings: readonly Reading[]): Decisions => ({
  version: 1,
  decisions: Object.fromEntries(readings.map(({ id, records }) => [id, records])),
});

/**
 * Where the ledger has gone back behind the handbook that is published already, whose file CADENCE_PUBLISHED names. An old state of
 * the ledger is whole in itself, so only something that saw a newer one can tell.
 */
export async function wentBack(readings: readonly Reading[]): Promise<readonly Doubt[]> {
  const file = process.env.CADENCE_PUBLISHED;
  if (!file) return [];
  const before = await readFile(pathToFileURL(file), "utf8").then(
    (text) => readDecisions(text),
    () => undefined,
  );
  if (!before) return [];
  const { decisions } = decisionsIn(readings);
  return Object.entries(before.decisions).flatMap(([id, digests]) => {
    const number = digests.findIndex((digest, i) => decisions[id]?.[i] !== digest) + 1;
    if (number === 0) return [];
    const what = decisions[id]?.[number - 1]
      ? "is not the one the published handbook was built from"
      : "is in the published handbook and not in the ledger any more";
    return [
      {
        id,
        is: "forged" as const,
        file: `approved/${id}/${number}`,
        what: `Decision ${number} ${what}.`,
        todo: "Bring the ledger back from version control. If it really begins anew, remove the built handbook first.",
      },
    ];
  });
}

function readDecisions(text: string): Decisions | undefined {
  try {
    const value = JSON.parse(text) as Partial<Decisions>;
    return value.version === 1 && typeof value.decisions === "object" ? (value as Decisions) : undefined;
  } catch {
    return undefined;
  }
}
