import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, check, datedFrom, isoDate, REPLIES, whereabouts } from "@cadence-playbooks/server/core";
import { loadRegions } from "@cadence-playbooks/server/holidays";
import axe from "axe-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildHandbook } from "../build.ts";
import { calendarFor, shortDate } from "../src/use/business-days.ts";
import { approveDraft, change, copiedPlaybooks } from "./ledger.ts";
import { reader } from "./reader.ts";

const today = new Date().toISOString().slice(0, 10);
const playbooks = copiedPlaybooks();
const out = realpathSync(mkdtempSync(join(tmpdir(), "handbook-")));
// What is set up first is taken away last: the handbook is deleted when nobody reads it any more.
afterAll(() => {
  vi.unstubAllEnvs();
  playbooks[Symbol.dispose]();
  rmSync(out, { recursive: true, force: true });
});
const visitor = reader(join(out, "dist"));
beforeAll(async () => {
  // The test runner sets this for its own pages; a build would take it for the handbook's.
  vi.stubEnv("BASE_URL", undefined);
  const { folder } = playbooks;
  change(join(folder, "cadence.assets.yaml"), (text) => text.replace("expires: 2027-06-30", `expires: ${addDays(today, 5)}`));
  await approveDraft(folder, "first-conversation");
  await approveDraft(folder, "reflex-no", { on: addDays(today, -80) });
  await approveDraft(folder, "lapsed-customer", { on: addDays(today, -100) });
  // The team has come to avoid a word since.
  change(join(folder, "cadence.config.yaml"), (text) =>
    text.replace(
      "  avoid:\n",
      "  avoid:\n    - { phrase: picks, because: Say lines. }\n    - { pattern: 'guarantee[ds]?', because: Our lawyers asked. }\n",
    ),
  );
  change(
    join(folder, "cadence.config.yaml"),
    (text) => `${text}office: { region: US }\ncalendars: { default: { region: GB }, mid-market: { region: SA } }\n`,
  );
  const wrong = await buildHandbook({ into: join(out, "dist"), playbooks: folder });
  if (wrong !== undefined) throw new Error(wrong);
});

/** Handbooks know the holidays of whole years, so a start in the next one is as good as any. */
const START = `${Number(today.slice(0, 4)) + 1}-12-24`;

test.each(["first-conversation", "reflex-no"])(
  "the dates of %s are those that the rules reckon with, on both sides' calendars",
  async (id) => {
    const { folder } = playbooks;
    const config = check(readFileSync(join(folder, "cadence.config.yaml"), "utf8"), { kind: "config" }).config;
    const { playbook } = check(readFileSync(join(folder, `${id}.playbook.yaml`), "utf8"));
    const { calendar, regions } = whereabouts(config, playbook?.audience.segment, await loadRegions());
    expect(regions).toHaveLength(2);
    const { dayOf } = datedFrom(START, calendar);
    const plain = datedFrom(START, calendarFor());
    const days = (playbook?.touches ?? []).map(({ day }) => day);
    expect(days.some((day) => dayOf(day) !== plain.dayOf(day))).toBe(true);
    await visitor.reading(`/playbooks/${id}/?start=${START}`, { today: START }, async (page) => {
      const dates = await page.locator("[data-touch] [data-date]").allTextContents();
      expect(dates).toEqual(days.map((day) => shortDate(isoDate(dayOf(day)))));
      await page.getByLabel("Day 1 is on").fill(START.replace("24", "25"));
      expect(await page.locator("[data-held]").textContent()).toMatch(/ is (?:Christmas Day|on a weekend), so day 1 is /);
      await page.getByText("Calendar, days off and keys").click();
      await page.getByText(`Weekends and the public holidays of ${regions.join(" and ")} are left out already.`).waitFor();
      const saved = page.waitForEvent("download");
      await page.getByLabel("Day 1 is on").fill(START);
      await page.getByRole("button", { name: "Add to calendar" }).click();
      const file = readFileSync(await (await saved).path(), "utf8");
      expect([...file.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, date]) => date)).toEqual(
        days.map((day) => isoDate(dayOf(day)).replaceAll("-", "")),
      );
      if (process.env["LOOK"]) await page.screenshot({ path: `${process.env["LOOK"]}/desk-${id}.png`, fullPage: true });
    });
  },
);

test("a lead sees what is due, what expires, what today's rules find, and the fullest weeks first", async () => {
  await visitor.reading("/", {}, async (page) => {
    await page.getByRole("link", { name: "How the plays stand" }).click();
    const main = page.getByRole("main");
    const section = (name: string) => main.locator("section", { has: page.getByRole("heading", { name }) });
    expect(await main.locator(".facts li").allInnerTexts()).toEqual([
      expect.stringMatching(/3\s+plays are approved/),
      expect.stringMatching(/2\s+reviews are due within 30 days, 1 of them overdue/),
      expect.stringMatching(/1\s+asset expires within 30 days/),
      expect.stringMatching(/[1-9]\d*\s+findings? of today’s rules/),
    ]);
    const due = await section("Reviews that are due").getByRole("listitem").allInnerTexts();
    expect(due.map((text) => text.replace(/\s+/g, " "))).toEqual([
      expect.stringMatching(/A customer who left Overdue since .* Approved by Maren Holt, owned by/),
      expect.stringMatching(/not interested.* Review by .* Approved by Maren Holt/),
    ]);
    const assets = section("Assets about to expire");
    expect((await assets.allInnerTexts()).join().replace(/\s+/g, " ")).toMatch(
      /Pick-error benchmark 2026 Good until .* Owned by Dana Ortiz\. Brought by/,
    );
    expect(await assets.getByRole("link").count()).toBeGreaterThan(0);
    const found = section("Findings by principle").getByRole("listitem");
    expect(await found.count()).toBe(10);
    expect((await found.allInnerTexts()).filter((text) => /\d (?:error|warning)s? in \d play/.test(text)).length).toBeGreaterThan(0);
    const replies = section("Replies that are answered");
    const partly = await replies.getByRole("listitem").allInnerTexts();
    expect(partly.every((text) => /\d of 3 plays/.test(text))).toBe(true);
    // Those that every play answers are told in one line.
    const wholly = ((await replies.locator(".all").textContent()) ?? "").split("·").length;
    expect(partly.length + wholly).toBe(REPLIES.length);
    const weeks = (await section("The densest weeks").getByRole("listitem").allInnerTexts()).map((text) =>
      Number(/(\d) touch/.exec(text)?.[1]),
    );
    expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
  });
});

test.each(["light", "dark"] as const)("it is accessible in %s, and nothing runs over on a phone", async (scheme) => {
  await visitor.reading("/report/", { scheme, width: 320 }, async (page) => {
    const { violations } = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    if (process.env["LOOK"]) {
      await page.setViewportSize({ width: scheme === "dark" ? 390 : 1200, height: 900 });
      await page.screenshot({ path: `${process.env["LOOK"]}/report-${scheme}.png`, fullPage: true });
    }
  });
});

test("a message is read for the team's own phrases and patterns, and what patterns need is fetched for them alone", async () => {
  await visitor.reading("/check/", {}, async (page, context) => {
    const fetched: string[] = [];
    // What the service worker keeps for later is not what reading asks for, and comes whenever it comes.
    context.on("request", (request) => void (request.serviceWorker() || fetched.push(new URL(request.url()).pathname)));
    await page.getByLabel("Message", { exact: true }).fill("Hi Priya,\n\nThis is guaranteed: forty picks an hour, no-brainer.\n\nSam");
    const house = page.locator("[data-findings] > li", { hasText: "your team avoids" });
    await expect.poll(() => house.count()).toBe(3);
    expect(fetched.filter((one) => one.includes("/pattern-"))).toHaveLength(1);
  });
});
