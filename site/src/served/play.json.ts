import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import type { APIRoute, GetStaticPaths } from "astro";
import { wholeOf } from "../machine.ts";
import { plays } from "../plays.ts";

export const getStaticPaths = (async () =>
  (await plays()).map((play) => ({ params: { id: play.id }, props: { play } }))) satisfies GetStaticPaths;

/** One approved play, whole, for machines, while the handbook is served. A build writes it in one go with the others (`finish/twins.ts`). */
export const GET: APIRoute<{ play: ApprovedPlaybook }> = ({ props }) =>
  new Response(JSON.stringify(wholeOf(props.play)), { headers: { "content-type": "application/json" } });
