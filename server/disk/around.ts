import { loadRegions } from "./holidays.ts";
import type { Known } from "./knowledge.ts";

/** What is known around some files, as a worker can be told it. Holidays are a function, so a worker loads its own. */
export type Around = Omit<Known, "regionOf"> & { readonly regions: boolean };

/** What is known, as a worker can be told it. */
export const aroundOf = ({ regionOf, ...known }: Known): Around => ({ ...known, regions: regionOf !== undefined });

/** What a worker was told, with holidays of its own. */
export async function knownFrom({ regions, ...known }: Around): Promise<Known> {
  return { ...known, regionOf: regions ? await loadRegions() : undefined };
}
