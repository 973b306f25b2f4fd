import { type FileKind, jsonSchema } from "@cadence-playbooks/server/core";
import type { APIRoute, GetStaticPaths } from "astro";
import { href } from "../../href.ts";

export const getStaticPaths = (() => ["playbook", "config", "assets"].map((kind) => ({ params: { kind } }))) satisfies GetStaticPaths;

/** The format as JSON Schema, for editors that know nothing else of us. Its `$id` is where it is served. */
export const GET: APIRoute = ({ params, site }) => {
  const kind = params.kind as FileKind;
  const schema = { $id: new URL(href(`/schema/${kind}.json`), site).href, ...jsonSchema(kind) };
  return new Response(JSON.stringify(schema, null, 2), { headers: { "content-type": "application/schema+json" } });
};
