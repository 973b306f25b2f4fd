import { readFileSync } from "node:fs";
import type { AstroIntegration } from "astro";
import { readings } from "../reading/index.ts";
import { type PublishedFile, publishedOf, publishedPolicy } from "../src/published-ledger.ts";
import { playbooksFolder } from "../src/team.ts";

/**
 * Serves the ledger's own files while the handbook runs, so that a reader's browser can judge them there, too. A build copies them
 * (`reading/twins.ts`). Astro's own routes would ask for a slash after every name.
 */
export const ledgerInDev = (): AstroIntegration => ({
  name: "ledger-while-served",
  hooks: {
    "astro:server:setup": ({ server }) => {
      server.middlewares.use(async (request, response, next) => {
        const [, path] = /\/ledger\/(.+)$/.exec(decodeURIComponent(new URL(request.url ?? "/", "http://handbook").pathname)) ?? [];
        const found = path === undefined ? undefined : (await published(path)).find(({ file }) => file === path);
        if (!found) return next();
        response.setHeader("content-type", "text/plain; charset=utf-8");
        response.setHeader("cache-control", "no-store");
        response.end(found.source instanceof URL ? readFileSync(found.source) : found.source);
      });
    },
  },
});

async function published(path: string): Promise<readonly PublishedFile[]> {
  const folder = playbooksFolder();
  const reading = (await readings(folder)).find(({ id }) => path.startsWith(`${id}/`));
  return reading ? publishedOf(folder, reading) : publishedPolicy();
}
