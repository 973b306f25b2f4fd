import { getCollection } from "astro:content";
import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import { readings } from "../reading/held.ts";
import type { Reading } from "../reading/reading.ts";
import { inOrder } from "./play.ts";
import { playbooksFolder } from "./team.ts";

/** What was read of the ledger. Astro is asked, too, so that it makes a page anew when something else was read while it is served. */
export async function ledgerRead(): Promise<readonly Reading[]> {
  await getCollection("ledger");
  return readings(playbooksFolder());
}

/** Every play a rep may use: approved, its copy proven, the latest version. From strangers to customers who left. */
export const plays = async (): Promise<readonly ApprovedPlaybook[]> => inOrder((await ledgerRead()).flatMap(({ play }) => play ?? []));
