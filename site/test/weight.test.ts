import { readFileSync } from "node:fs";
import { join } from "node:path";
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
    const own = [...new Set(paths)].filter((one) => !/^\/_astro\/(?:model|reader)|^\/sw\.js|svg\+xml/.test(one));
    const sizes = own.map((one) => [one, sent(one)] as const);
    const sum = (all: typeof sizes) => all.reduce((total, [, size]) => total + size, 0);
    expect(sum(sizes), JSON.stringify(sizes)).toBeLessThanOrEqual(most);
    expect(sum(sizes.filter(([one]) => one.endsWith(".js")))).toBeLessThanOrEqual(15_000);
  });
});

test("all that reads a message is at most 150,000 bytes, and only the page that asks for one fetches it", async () => {
  const fetched = async (path: string) => {
    const paths = new Set<string>();
    await visitor.reading("/offline/", {}, async (page, context) => {
      await page.close();
      const fresh = await context.newPage();
      // A worker's own requests are the context's, and what is kept for offline comes after them.
      context.on("request", (request) => !request.serviceWorker() && paths.add(new URL(request.url()).pathname));
      await fresh.goto(visitor.url + path, { waitUntil: "networkidle" });
      if (path === "/check/") {
        await fresh.locator("textarea").last().fill("Hi Priya,\n\nJust checking in on my last email.");
        await fresh.locator("[data-findings] li").first().waitFor();
      }
    });
    return [...paths].filter((one) => one.startsWith("/_astro/") && one.endsWith(".js"));
  };
  const elsewhere = await fetched("/playbooks/first-conversation/");
  const scripts = (await fetched("/check/")).map((one) => [one, sent(one)] as const);
  const named = (name: string) => scripts.filter(([one]) => one.startsWith(`/_astro/${name}`));
  expect(
    [named("reader.worker"), named("model")].map(({ length }) => length),
    JSON.stringify(scripts),
  ).toEqual([1, 1]);
  expect(
    scripts.reduce((sum, [, size]) => sum + size, 0),
    JSON.stringify(scripts),
  ).toBeLessThanOrEqual(150_000);
  expect(elsewhere.filter((one) => /reader|model|pattern/.test(one))).toEqual([]);
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
