import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [dist, out, variants, ...paths] = process.argv.slice(2);
const types = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
};
const server = createServer(async (q, r) => {
  let p = decodeURIComponent(new URL(q.url, "http://x").pathname);
  if (p.endsWith("/")) p += "index.html";
  try {
    const b = await readFile(join(dist, p));
    r.writeHead(200, { "content-type": types[extname(p)] ?? "application/octet-stream" }).end(b);
  } catch {
    r.writeHead(404, { "content-type": "text/html" }).end(await readFile(join(dist, "404.html")).catch(() => "404"));
  }
}).listen(0);
const port = server.address().port;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const v of variants.split(",")) {
  const [w, scheme] = [parseInt(v, 10), v.endsWith("d") ? "dark" : "light"];
  const c = await b.newContext({
    viewport: { width: w, height: w < 600 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    deviceScaleFactor: 1,
  });
  const pg = await c.newPage();
  for (const p of paths) {
    const [path, hash, full] = p.split("|");
    await pg.goto(`http://localhost:${port}${path}${hash ? `#${hash}` : ""}`);
    await pg.waitForTimeout(250);
    const over = await pg.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log("OVERFLOW", path, v, over);
    const name = `${(path.replaceAll("/", "_") || "_") + (hash ?? "")}.${v}.png`;
    await pg.screenshot({ path: join(out, name), fullPage: full !== "view" });
    console.log(name);
  }
  await c.close();
}
await b.close();
server.close();
