import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";
import { reader } from "./reader.ts";

const dist = inject("dist");
const visitor = reader(dist);

/** Bytes of a file as hosts send it: type is packed already, everything else is compressed. */
const sent = (path: string): number => {
  const bytes = readFileSync(join(dist, path.endsWith("/") ? `${path}index.html` : path));
  return path.endsWith(".woff2") ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};

test.each([
  ["/playbooks/first-conversation/", 60_000],
  ["/", 45_000],
  ["/playbooks/", 45_000],
  ["/check/", 50_000],
])("%s is at most %i bytes on first view, at most 15,000 of them script", async (path, most) => {
  await visitor.reading("/offline/", {}, async (page, context) => {
    await page.close();
    const fresh = await context.newPage();
    const paths: string[] = [];
    // The reader of messages is fetched once the page is at rest, and what is kept for offline later still.
    fresh.on("request", (request) => !request.serviceWorker() && paths.push(new URL(request.url()).pathname));
    await fresh.goto(visitor.url + path, { waitUntil: "load" });
    await fresh.evaluate(() => document.fonts.ready.then(() => undefined));
    // The bound is on a page without its search, whose script is a file of its own.
    const own = [...new Set(paths)].filter((one) => !/^\/_astro\/(?:model|reader|Search\.astro)|^\/sw\.js|svg\+xml/.test(one));
    const sizes = own.map((one) => [one, sent(one)] as const);
    const sum = (all: typeof sizes) => all.reduce((total, [, size]) => total + size, 0);
    expect(sum(sizes), JSON.stringify(sizes)).toBeLessThanOrEqual(most);
    expect(sum(sizes.filter(([one]) => one.endsWith(".js")))).toBeLessThanOrEqual(15_000);
  });
});

test("the rules that read a message are at most 150,000 bytes, and only the page that reads one asks for them", async () => {
  const [reader = ""] = globSync("_astro/reader.worker-*.js", { cwd: dist });
  const size = sent(join("_astro", basename(reader)));
  expect(size).toBeLessThanOrEqual(150_000);
  const asking = globSync("**/*.html", { cwd: dist }).filter((page) => readFileSync(join(dist, page), "utf8").includes("<message-checker"));
  expect(asking).toEqual(["check/index.html"]);
});

test("the cut typefaces are the ones that are drawn, for headings, text and words alike", async () => {
  await visitor.reading("/playbooks/first-conversation/", {}, async (page, context) => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const inspector = await context.newCDPSession(page);
    await inspector.send("DOM.enable");
    await inspector.send("CSS.enable");
    const { root } = await inspector.send("DOM.getDocument");
    for (const [selector, family] of [
      ["h1", "Newsreader"],
      [".lead", "Figtree"],
      ["[data-words] [data-leaf]", "Newsreader"],
    ]) {
      const { nodeId } = await inspector.send("DOM.querySelector", { nodeId: root.nodeId, selector: selector ?? "" });
      const { fonts } = await inspector.send("CSS.getPlatformFontsForNode", { nodeId });
      expect(
        fonts.map(({ familyName, isCustomFont }) => isCustomFont && familyName.split(" ")[0]),
        selector,
      ).toEqual([family]);
    }
  });
});
