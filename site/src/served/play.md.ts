import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import type { APIRoute, GetStaticPaths } from "astro";
import { markdownOf } from "../machine.ts";
import { plays } from "../plays.ts";

export const getStaticPaths = (async () =>
  (await plays()).map((play) => ({ params: { id: play.id }, props: { play } }))) satisfies GetStaticPaths;

/** One approved play, as Markdown, while the handbook is served. */
export const GET: APIRoute<{ play: ApprovedPlaybook }> = ({ props }) =>
  new Response(markdownOf(props.play), { headers: { "content-type": "text/markdown; charset=utf-8" } });
