import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** Texts, which hosts send compressed. */
const isText = (type: string | undefined) => type !== undefined && !/font|wasm/.test(type);

/** Serves a built handbook as any host of static files would. `compressed` for those that compress on the way, as nearly all do. */
export async function serveStatic(dist: string, { compressed = false } = {}): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://handbook").pathname);
    const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
    const found = await readFile(file).catch(() => undefined);
    const type = TYPES[extname(file)];
    const smaller = compressed && isText(type) ? { "content-encoding": "gzip" } : undefined;
    if (found)
      response.writeHead(200, { "content-type": type ?? "application/octet-stream", ...smaller }).end(smaller ? gzipSync(found) : found);
    else {
      // A service worker still fetches while the handbook is taken away beneath it; that is an answer, and no fault of a test.
      const missing = await readFile(join(dist, "404.html")).catch(() => "There is no such page.");
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(missing);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
