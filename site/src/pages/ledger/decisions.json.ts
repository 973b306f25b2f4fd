import { decisionsIn } from "../../published.ts";
import { playbooksFolder } from "../../team.ts";

/** What this handbook was built from: the next one must not go back behind it, and anybody can compare. */
export const GET = async () =>
  new Response(JSON.stringify(await decisionsIn(playbooksFolder()), null, 2), { headers: { "content-type": "application/json" } });
