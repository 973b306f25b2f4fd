import type { Reading } from "./reading.ts";

/**
 * What was read of each ledger, by the folder of its playbooks: held once for everything that is made of it, which is pages, their
 * twins for machines, and the report. It is kept out of Astro's store, which would write all of it down and read it back. A build
 * bundles this module more than once, and what it holds must be the same in every bundle, so it is held by the process.
 */
const shared = globalThis as { cadenceLedgers?: Map<string, Map<string, Reading>> };
const ledgers = (shared.cadenceLedgers ??= new Map());

/** The readings of one ledger, by their ids. */
export function heldOf(playbooks: URL): Map<string, Reading> {
  const here = ledgers.get(playbooks.href) ?? new Map<string, Reading>();
  ledgers.set(playbooks.href, here);
  return here;
}

/** What was read last, of every playbook. Empty before anything was. */
export const readings = (playbooks: URL): readonly Reading[] => [...heldOf(playbooks).values()];
