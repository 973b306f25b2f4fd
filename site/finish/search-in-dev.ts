import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { AstroIntegration } from "astro";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves the search index of the last build while the handbook runs, so that search works there as it does when published. */
export const searchInDev = (folder: string): AstroIntegration => ({
  name: "search-index-of-the-last-build",
  hooks: {
    "astro:server:setup": ({ server }) => {
      server.middlewares.use(async (request, response, next) => {
        const [, path] = /\/pagefind\/(.+)$/.exec(decodeURIComponent(new URL(request.url ?? "/", "http://handbook").pathname)) ?? [];
        const file = join(folder, "pagefind", normalize(path ?? ""));
        if (!path || path.includes("..") || !(await stat(file).catch(() => undefined))?.isFile()) return next();
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        response.setHeader("cache-control", "no-store");
        createReadStream(file).pipe(response);
      });
    },
  },
});
