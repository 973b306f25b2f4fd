import { expect, inject, test } from "vitest";
import { reader } from "./reader.ts";

const visitor = reader(inject("dist"));

test("after one visit a play, its fields and the rest of the handbook work without a connection, and a page never kept says so", async () => {
  await visitor.reading("/playbooks/first-conversation/?start=2026-11-25", { width: 390, today: "2026-11-25" }, async (page, context) => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const kept = (path: string) => page.evaluate((one) => caches.match(one).then((found) => found !== undefined), path);
    for (const path of ["/playbooks/first-conversation/", "/playbooks/reflex-no/", "/check/"])
      await expect.poll(() => kept(path)).toBe(true);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

    // Nothing answers any more: this is stronger than a browser's own switch, which leaves the machine itself reachable.
    await context.setOffline(true);
    await visitor.close();
    await page.reload();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("First conversation with a head of operations");
    await page.getByLabel("first name").fill("Ana");
    expect(await page.locator("#benchmark-in-writing [data-words]").last().textContent()).toContain("Hi Ana,");
    expect(await page.locator("#aisle-walk .date").textContent()).toBe("Fri, Dec 4");
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("Figtree");
    await page.goto(`${visitor.url}/playbooks/reflex-no/`);
    expect(await page.locator("[data-touch]").count()).toBeGreaterThan(0);
    await page.goto(`${visitor.url}/rules/known-keys/`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("not on your device");
  });
});
