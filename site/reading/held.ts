import type { Reading } from "./reading.ts";

type Held = {
  /** Settles when the whole ledger has been read. */
  coming: Promise<unknown>;
  readonly readings: Map<string, Reading>;
};

/**
 * What was read of each ledger, by the folder of its playbooks: held once for everything that is made of it, which is pages, their
 * twins for machines, and the report. It is kept out of Astro's store, which would write all of it down and read it back. A build
 * bundles this module more than once, and what it holds must be the same in every bundle, so it is held by the process.
 */
const shared = globalThis as { cadenceLedgers?: Map<string, Held> };
shared.cadenceLedgers ??= new Map();
const ledgers = shared.cadenceLedgers;

/** What is held of one ledger. */
export function heldOf(playbooks: URL): Held {
  const here = ledgers.get(playbooks.href) ?? { coming: Promise.resolve(), readings: new Map<string, Reading>() };
  ledgers.set(playbooks.href, here);
  return here;
}

/** What was read last, of every playbook, once the reading that was begun is done. */
export async function readings(playbooks: URL): Promise<readonly Reading[]> {
  const here = heldOf(playbooks);
  await here.coming;
  return [...here.readings.values()];
}
