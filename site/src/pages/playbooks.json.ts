import { summaryOf } from "../machine.ts";
import { plays } from "../plays.ts";

/** Every approved play, in a list for machines. */
export const GET = async (): Promise<Response> =>
  new Response(JSON.stringify({ playbooks: (await plays()).map(summaryOf) }), { headers: { "content-type": "application/json" } });
