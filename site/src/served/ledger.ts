import { readFileSync } from "node:fs";
import type { APIRoute, GetStaticPaths } from "astro";
import { ledgerRead } from "../plays.ts";
import { publishedOf, publishedPolicy } from "../published-ledger.ts";
import { playbooksFolder } from "../team.ts";

/** The ledger itself while the handbook is served. A build copies it in one go (`finish/twins.ts`). */
export const getStaticPaths = (async () =>
  [...publishedPolicy(), ...(await ledgerRead()).flatMap((reading) => publishedOf(playbooksFolder(), reading))].map(({ file, source }) => ({
    params: { file },
    props: { source },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ source: URL | string }> = ({ props: { source } }) =>
  new Response(source instanceof URL ? readFileSync(source) : source, { headers: { "content-type": "text/plain; charset=utf-8" } });
