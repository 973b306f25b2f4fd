import { decisionsIn } from "../../../reading/published.ts";
import { ledgerRead } from "../../plays.ts";

/** What this handbook was built from: the next one must not go back behind it, and anybody can compare. */
export const GET = async (): Promise<Response> =>
  new Response(JSON.stringify(decisionsIn(await ledgerRead()), null, 2), { headers: { "content-type": "application/json" } });
