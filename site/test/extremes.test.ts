import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { parse } from "yaml";
import { launchBrowser } from "../../extension/workbench/browser.ts";
import { buildHandbook } from "../build.ts";
import { approveDraft, change, copiedPlaybooks, seal } from "./ledger.ts";
import { serveStatic } from "./site-server.ts";

const ARABIC = "محادثة أولى مع مديرة العمليات";
const draft = () => parse(readFileSync(join(inject("playbooks"), "first-conversation.playbook.yaml"), "utf8"));

/** Playbooks that nobody should write, and that must still be beautiful. */
function extremes(): Readonly<Record<string, object>> {
  const good = draft();
  const [first, second] = good.touches;
  return {
    "sixty-touches": {
      ...good,
      touches: Array.from({ length: 60 }, (_, i) => ({
        ...second,
        "pairs-with": undefined,
        id: `touch-${i}`,
        day: 1 + i * 4,
        channel: "email",
      })),
    },
    "one-touch": {
      title: "One",
      owner: good.owner,
      audience: good.audience,
      touches: [{ id: "only", day: 1, channel: "sms", message: "Hello" }],
    },
    "long-title": { ...good, title: "A".repeat(200), summary: "word ".repeat(400) },
    arabic: {
      ...good,
      title: ARABIC,
      audience: { ...good.audience, situation: `${ARABIC}؟`, persona: ARABIC },
      touches: [{ ...first, script: `${ARABIC}. `.repeat(12) }],
    },
    "five-thousand-words": { ...good, touches: [{ ...second, "pairs-with": undefined, message: "One more word here. ".repeat(1250) }] },
    "same-title": { ...good, title: "Twins" },
    "same-title-again": { ...good, title: "Twins" },
    "markup-everywhere": JSON.parse(JSON.stringify(good), (key, value) =>
      typeof value === "string" &&
      ["reason", "value", "guidance", "do", "evidence", "benefit", "belief", "title", "summary", "meaning", "example"].includes(key)
        ? `<script>document.title="owned"</script><b>${value}</b>`
        : value,
    ),
  };
}

const ids = Object.keys(extremes());
let playbooks: ReturnType<typeof copiedPlaybooks>;
let out: string;
let site: Awaited<ReturnType<typeof serveStatic>>;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  vi.stubEnv("BASE_URL", undefined);
  playbooks = copiedPlaybooks();
  out = realpathSync(mkdtempSync(join(tmpdir(), "handbook-")));
  const { record } = await approveDraft(playbooks.folder, "first-conversation");
  // What a team lets pass, a page must bear.
  const passed = [
    "rest-before-return",
    "ends-with-take-away",
    "touches-within-cap",
    "days-within-cap",
    "touches-within-weekly-cap",
    "gaps-hold",
  ];
  change(
    join(playbooks.folder, "cadence.config.yaml"),
    (text) => `${text}severities: { ${passed.map((rule) => `${rule}: warning`).join(", ")} }\n`,
  );
  for (const [id, text] of Object.entries(extremes()))
    await seal(playbooks.folder, id, JSON.stringify(text, null, 2), { record, id: "first-conversation" });
  expect(await buildHandbook({ into: join(out, "dist"), playbooks: playbooks.folder })).toBeUndefined();
  [site, browser] = await Promise.all([serveStatic(join(out, "dist")), launchBrowser()]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
  playbooks[Symbol.dispose]();
  rmSync(out, { recursive: true, force: true });
});

/** Looks at a page, on a day of its own where the day matters. */
async function at<T>(path: string, look: (page: Page) => Promise<T>, today?: string): Promise<T> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    if (today) await page.clock.setFixedTime(`${today}T15:00:00Z`);
    await page.goto(site.url + path);
    return await look(page);
  } finally {
    await context.close();
  }
}

describe.each(["/", "/playbooks/", ...ids.map((id) => `/playbooks/${id}/`)])("%s", (path) => {
  test("fits every screen, also at twice the size of type, and axe has nothing to say", async () => {
    await at(path, async (page) => {
      for (const [width, zoom] of [
        [320, 1],
        [1280, 1],
        [640, 2],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = `${size * 100}%`;
        }, zoom);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} pixels, ${zoom} ×`).toBe(0);
      }
      await page.evaluate(axe.source);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
        });
        expect(violations, colorScheme).toEqual([]);
      }
      expect(await page.title()).not.toBe("owned");
      expect(await page.locator("main b").count()).toBe(0);
    });
  });
});

test.each(ids)("the sheet of %s is one page of A4 and one of Letter, with the day of every touch", async (id) => {
  await at(`/playbooks/${id}/`, async (page) => {
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
    }
    await page.emulateMedia({ media: "print" });
    const days = page.locator("#_touches .when");
    expect(await days.evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(true);
  });
});

test("sixty touches have sixty days, dates and anchors; one touch has one", async () => {
  const dated = async (page: Page) => {
    expect(await page.locator("#_touches [data-touch]").count()).toBe(60);
    expect(await page.locator("#touch-59 .date").textContent()).toBe("Thu, Oct 21");
  };
  await at("/playbooks/sixty-touches/?start=2026-11-25", dated, "2026-11-25");
  // Nobody scrolls past sixty circles to the words.
  await at("/playbooks/sixty-touches/", async (page) => {
    for (const [width, screens] of [
      [390, 3],
      [1280, 1],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const { height } = (await page.locator(".drawing").boundingBox()) ?? { height: Number.POSITIVE_INFINITY };
      expect(height / 800, `${width} pixels`).toBeLessThan(screens);
    }
  });
  await at("/playbooks/one-touch/", async (page) => expect(await page.locator("[data-touch]").count()).toBe(1));
});

describe("on a play of sixty touches", () => {
  /** The kinds of places that are written anew while something is done, each with how often, and how many formatters are made for it. */
  const writtenBy = async (page: Page, act: () => Promise<unknown>) => {
    await page.evaluate(() => {
      const told = window as unknown as { written: string[]; formatters: number; stop: () => void };
      [told.written, told.formatters] = [[], 0];
      const observer = new MutationObserver((all) => {
        for (const { target } of all) told.written.push((target as HTMLElement).className.replace(/ ?astro-\S+/g, "") || target.nodeName);
      });
      observer.observe(document.querySelector("main") as Element, { childList: true, subtree: true });
      const made = Intl.DateTimeFormat;
      Intl.DateTimeFormat = new Proxy(made, {
        construct: (target, given) => {
          told.formatters += 1;
          return new target(...given);
        },
      });
      told.stop = () => {
        observer.disconnect();
        Intl.DateTimeFormat = made;
      };
    });
    await act();
    return page.evaluate(() => {
      const { written, formatters, stop } = window as unknown as { written: string[]; formatters: number; stop: () => void };
      stop();
      return {
        counts: Object.fromEntries([...new Set(written)].map((kind) => [kind, written.filter((one) => one === kind).length])),
        formatters,
      };
    });
  };

  test("a letter writes the places of its own blank and nothing else, and a date the days", async () => {
    await at("/playbooks/sixty-touches/", async (page) => {
      const name = page.getByLabel("first name");
      const places = await page.locator("[data-name='first name']").count();
      expect(places).toBeGreaterThan(60);
      await name.fill("A");
      const { counts } = await writtenBy(page, () => name.fill("An"));
      expect(Object.keys(counts).sort()).toEqual(["blank filled", "label length"]);
      expect(counts["blank filled"]).toBe(places);
      // The same again is nothing new.
      expect((await writtenBy(page, () => name.fill("An "))).counts).toEqual({});
      // What writes dates is made for the first of them, once for all.
      const date = page.getByLabel("Day 1 is on");
      const days = await page.locator("[data-date]").count();
      expect(await writtenBy(page, () => date.fill("2026-11-25"))).toEqual({ counts: { date: days }, formatters: 1 });
      expect(await writtenBy(page, () => date.fill("2026-11-26"))).toEqual({ counts: { date: days }, formatters: 0 });
    });
  });

  test("only those in sight are laid out; a link to any of them leads there, and all of them are printed", async () => {
    await at("/playbooks/sixty-touches/#touch-40", async (page) => {
      const laidOut = () =>
        page
          .locator("#_touches [data-words]")
          .evaluateAll((all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length);
      expect(await laidOut()).toBeLessThan(40);
      await expect.poll(() => page.locator("#touch-40").evaluate((card) => Math.abs(card.getBoundingClientRect().top))).toBeLessThan(60);
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => {
        document.documentElement.dataset["print"] = "words";
      });
      expect(await laidOut()).toBe(120);
    });
  });
});

test("a link to a touch far down leads to it, with and without the way being shown", async () => {
  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    const context = await browser.newContext({ reducedMotion });
    try {
      const page = await context.newPage();
      await page.goto(`${site.url}/playbooks/sixty-touches/`);
      await page
        .locator("nav a[href='#touch-47']")
        .last()
        .evaluate((link) => (link as HTMLElement).click());
      const top = () => page.locator("#touch-47").evaluate((card) => Math.abs(card.getBoundingClientRect().top));
      await expect.poll(top, { timeout: 10_000 }).toBeLessThan(120);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    } finally {
      await context.close();
    }
  }
});

test("two plays of one title are two entries with two addresses", async () => {
  await at("/playbooks/", async (page) => {
    const links = await page
      .locator("[data-browse] a[href*='same-title']")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(new Set(links).size).toBe(2);
  });
});

test("words of the right-to-left kind run that way", async () => {
  await at("/playbooks/arabic/", async (page) => {
    expect(await page.locator("h1").evaluate((title) => getComputedStyle(title).direction)).toBe("rtl");
    // The whole head begins on one side, and not the title on one and what belongs to it on the other.
    const starts = await page
      .locator("main header > :is(.situation, h1, .glance)")
      .evaluateAll((all) => all.map((one) => [getComputedStyle(one).direction, Math.round(one.getBoundingClientRect().right)].join(" ")));
    expect(starts.length).toBeGreaterThan(2);
    expect(new Set(starts).size).toBe(1);
    // Else the number would stand at the end of “7 touches”.
    expect(await page.locator(".glance li", { hasText: "touch" }).evaluate((dose) => getComputedStyle(dose).direction)).toBe("ltr");
    expect(
      await page
        .locator("[data-words]")
        .first()
        .evaluate((words) => getComputedStyle(words).direction),
    ).toBe("rtl");
  });
});
