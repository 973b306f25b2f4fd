import { articles, CAREFUL, principles } from "@cadence-playbooks/server/core";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { inWords } from "../src/counts.ts";
import { kinds } from "./pages.ts";
import { reader } from "./reader.ts";

const visitor = reader(inject("dist"));
const { reading } = visitor;

test("the home page begins with the situations reps are in, each a link to its play", async () => {
  await reading("/", { width: 390 }, async (page) => {
    const links = page.getByRole("main").getByRole("link", { name: /They said “call me in six months”/ });
    const target = await links.boundingBox();
    expect(target?.width).toBeGreaterThan(300);
    expect(target?.height).toBeGreaterThan(44);
    await links.click();
    await page.waitForURL("**/playbooks/call-me-in-six-months/");
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  });
});

test.each([360, 1280])("a play's days are drawn without script at %i pixels, to scale, each leading to its words", async (width) => {
  await reading("/playbooks/first-conversation/", { width, script: false }, async (page) => {
    const stops = page.locator("ol.timeline > li");
    const days = (await stops.locator(".day").allTextContents()).map((text) => Number(/Day (\d+)/.exec(text)?.[1]));
    expect(days).toEqual([1, 4, 8, 12, 17, 22, 28]);
    const boxes = await Promise.all((await stops.all()).map((stop) => stop.locator(".glyph").first().boundingBox()));
    const at = boxes.map((box) => (width < 600 ? box?.y : box?.x) ?? Number.NaN);
    const gaps = at.slice(1).map((place, i) => place - (at[i] ?? 0));
    // The first is a pair, whose first glyph stands half a pair aside on a wide screen; from the second on, distance follows days.
    const waits = days.slice(1).map((day, i) => day - (days[i] ?? 0));
    for (const [i, gap] of gaps.entries()) {
      expect(gap).toBeGreaterThan(0);
      if (i > 1 && (waits[i] ?? 0) > (waits[i - 1] ?? 0)) expect(gap).toBeGreaterThan(gaps[i - 1] ?? 0);
    }
    const links = await stops.locator("a").all();
    expect(links.length).toBe(8);
    for (const link of links) {
      const anchor = await link.getAttribute("href");
      expect(await page.locator(`${anchor} .words`).count()).toBeGreaterThan(0);
    }
  });
});

test("without script a reply's branch opens with one tap, and a link to it opens it", async () => {
  await reading("/playbooks/first-conversation/", { width: 390, script: false }, async (page) => {
    const inside = page.locator("#_reply-no");
    expect(await inside.isVisible()).toBe(false);
    await page.getByText("A considered no", { exact: true }).click();
    expect(await inside.isVisible()).toBe(true);
  });
  await reading("/playbooks/first-conversation/#_reply-opt-out", { script: false }, async (page) => {
    expect(await page.locator("#_reply-opt-out").isVisible()).toBe(true);
  });
});

test("what running text counts is what there is", async () => {
  const counted = (count: number, things: string) => new RegExp(`\\b${inWords(count)} ${things}\\b`, "i");
  await reading("/principles/where-the-articles-disagree/", {}, async (page) => {
    const description = await page.locator("meta[name=description]").getAttribute("content");
    const lead = await page.locator("main header").textContent();
    const questions = page.locator(".prose h2");
    expect(description).toMatch(counted(Object.keys(articles).length, "articles"));
    expect(description).toMatch(counted(await questions.count(), "places"));
    expect(lead).toMatch(counted(Object.keys(principles).length, "principles"));
    expect(lead).toMatch(counted(Object.keys(articles).length, "articles"));
    // Beside them each question is named, and leads to it.
    const links = page.getByRole("navigation", { name: "What they disagree about" }).getByRole("link");
    expect(await links.allTextContents()).toEqual(await questions.allTextContents());
    await links.last().click();
    await expect.poll(() => questions.last().evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    expect(await page.locator(".prose").textContent()).toMatch(
      counted(CAREFUL["fewest-touches"], `to ${inWords(CAREFUL["most-touches"])} touches are a cadence`),
    );
  });
  await reading("/", {}, async (page) => {
    expect(await page.getByRole("main").textContent()).toMatch(counted(Object.keys(principles).length, "principles"));
  });
  await reading("/principles/right-dose/", {}, async (page) => {
    const text = await page.locator(".prose").textContent();
    expect(text).toMatch(counted(CAREFUL["calls-in-7-days"], "calls in a week"));
    expect(text).toMatch(counted(CAREFUL["channels-in-a-day"], "channels in a day"));
    expect(text).toMatch(counted(CAREFUL["smallest-gap"], "business days between"));
  });
});

describe("search", () => {
  test("finds a play by a word of its situation, and leads there by keyboard alone", async () => {
    await reading("/", {}, async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("searchbox").fill("six months");
      const results = page.locator("handbook-search .results a");
      await results.first().waitFor();
      expect(await results.first().textContent()).toMatch(/They said “call me in six months”/);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/playbooks/call-me-in-six-months/**");
    });
  });

  test("finds a play by words of its messages, says when nothing is found, and does not find navigation", async () => {
    await reading("/about/", { width: 390 }, async (page) => {
      await page.getByRole("button", { name: "Search" }).click();
      const status = page.locator("handbook-search [role=status]");
      await page.getByRole("searchbox").fill("look-alike");
      await page.locator("handbook-search .results a").first().waitFor();
      expect(await page.locator("handbook-search .results").textContent()).toContain("Play");
      await page.getByRole("searchbox").fill("zebracrossing");
      await page.getByText("Nothing says “zebracrossing”.").waitFor();
      expect(await status.textContent()).toContain("Try a word they used.");
      await page.getByRole("button", { name: "Close search" }).click();
      expect(await page.getByRole("searchbox").isVisible()).toBe(false);
    });
  });
});

describe.each(kinds)("%s", (path) => {
  /** Opens what can be opened, all of it at once. */
  const unfold = (page: Page) =>
    page.locator("details").evaluateAll((all) => {
      for (const one of all) {
        one.removeAttribute("name");
        one.setAttribute("open", "");
      }
    });

  test("needs no sideways scrolling on any screen", async () => {
    await reading(path, {}, async (page) => {
      await unfold(page);
      for (const width of [320, 360, 820, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => {
          const all = [...document.querySelectorAll("main *")].filter((one) => !one.closest("nav"));
          const wide = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
          return {
            page: document.documentElement.scrollWidth - innerWidth,
            wide: wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)),
          };
        });
        expect(over, `${width} pixels`).toEqual({ page: 0, wide: [] });
      }
    });
  });

  test("gives axe nothing to say, in light and dark, narrow and wide", async () => {
    await reading(path, {}, async (page) => {
      await unfold(page);
      await page.evaluate(axe.source);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await violationsOn(page), `${colorScheme}, ${width} pixels`).toEqual([]);
        }
      }
    });
  });
});

/** What axe finds against WCAG 2.2 AA and good practice, in a line each. */
const violationsOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`);
  });

test("light and dark are two different papers, and the switch remembers", async () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await reading("/", { scheme: "light" }, paper);
  const dark = await reading("/", { scheme: "dark" }, paper);
  expect(light).toBe("rgb(250, 247, 241)");
  expect(dark).toBe("rgb(18, 22, 20)");
  expect(await reading("/", { scheme: "light", script: false }, paper)).toBe(light);
  expect(await reading("/", { scheme: "dark", script: false }, paper)).toBe(dark);
  await reading("/", { scheme: "light" }, async (page) => {
    await page.getByRole("button", { name: "Switch between light and dark" }).click();
    expect(await paper(page)).toBe(dark);
    await page.goto(`${visitor.url}/rules/`);
    expect(await paper(page)).toBe(dark);
  });
});

test("the keyboard reaches the content first, and always shows where it is", async () => {
  await reading("/playbooks/first-conversation/", {}, async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      });
      expect(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 100))).toBe(true);
    }
  });
});

test("no text of a playbook ever runs", async () => {
  await reading("/playbooks/hostile-texts/", {}, async (page) => {
    expect(await page.title()).toContain("<script>");
    expect(await page.locator("img, script", { hasText: "owned" }).count()).toBe(0);
    expect(await page.locator("img").count()).toBe(0);
  });
});
