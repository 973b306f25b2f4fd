import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "@cadence-playbooks/server/core";
import axe from "axe-core";
import { describe, expect, inject, test } from "vitest";
import { reader, type View } from "./reader.ts";

const dist = inject("dist");
const { reading } = reader(dist);
const file = (path: string) => readFileSync(join(dist, path), "utf8");
const today = new Date().toISOString().slice(0, 10);

describe("what changed", () => {
  test("a play's history says in words and line by line how the versions differ", async () => {
    await reading("/history/inbound-question/", {}, async (page) => {
      const main = page.getByRole("main");
      await main.getByText("Now the title is “They asked us a question” instead of “The earlier title”.").waitFor();
      await main.getByText("The touch “question-answered” comes on day 24 instead of 25.").waitFor();
      await main.getByText("Line by line").click();
      expect(await main.locator("del").allTextContents()).toContain("title: The earlier title");
      expect(await main.locator("ins").allTextContents()).toContain("title: They asked us a question");
      await main.getByText("What Maren Holt answered").first().click();
      await main.getByText("Looked at least-tolerant for this test.").first().waitFor();
      const { violations } = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });

  test("a revoked play has a history and no page", () => {
    expect(existsSync(join(dist, "playbooks/once-approved"))).toBe(false);
    const history = file("history/once-approved/index.html");
    expect(history).toContain("Its &lt;benchmark&gt; &amp; its numbers were withdrawn.");
    expect(history).toContain("It is revoked: nobody may use it.");
    expect(file("history/index.html")).toContain("Version 1 revoked");
  });

  test("the feed is well-formed Atom and holds what was approved, changed and revoked", async () => {
    await reading("/", {}, async (page) => {
      expect(await page.locator('link[type="application/atom+xml"]').getAttribute("href")).toBe("/feed.xml");
      const feed = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        return {
          broken: parsed.querySelector("parsererror")?.textContent,
          entries: [...parsed.querySelectorAll("entry")].map((entry) => ({
            kind: entry.querySelector("category")?.getAttribute("term"),
            title: entry.querySelector("title")?.textContent,
            summary: entry.querySelector("summary")?.textContent,
            whole: ["id", "updated", "link", "author > name"].every((part) => entry.querySelector(part) !== null),
          })),
          ids: new Set([...parsed.querySelectorAll("entry > id")].map(({ textContent }) => textContent)).size,
        };
      }, file("feed.xml"));
      expect(feed.broken).toBeUndefined();
      expect(feed.entries).toContainEqual({
        kind: "revoked",
        title: "Once approved & <taken back>: Version 1 revoked",
        summary: "Its <benchmark> & its numbers were withdrawn.",
        whole: true,
      });
      expect(feed.entries).toContainEqual(
        expect.objectContaining({ kind: "changed", title: "They asked us a question: Version 2 approved", whole: true }),
      );
      expect(feed.entries.filter(({ kind }) => kind === "approved").length).toBeGreaterThan(6);
      expect(feed.ids).toBe(feed.entries.length);
    });
  });
});

describe("the review date, by the reader's own day", () => {
  test.each([
    [0, "later", false],
    [76, "soon", false],
    [91, "past", true],
  ])("%i days later it is %s", async (days, nearness, banner) => {
    await reading("/playbooks/first-conversation/", { today: addDays(today, days) }, async (page) => {
      await page.locator(`review-date.${nearness}`).first().waitFor({ state: "attached" });
      expect(await page.getByText("This play is overdue for review.").isVisible()).toBe(banner);
    });
  });
});

describe("verifying a page in the reader's browser", () => {
  const verified = (how: View = {}) =>
    reading("/playbooks/inbound-question/", how, async (page) => {
      await page.getByRole("button", { name: "Verify this page" }).click();
      const said = page.locator("verify-page p.holds, verify-page p.fails");
      await said.waitFor({ timeout: 60_000 });
      return said.textContent();
    });

  test("what was approved holds", async () => {
    expect(await verified()).toMatch(
      /^It holds: Maren Holt approved these exact bytes, sha256:\w{12}…, without a signature\. Checked in your browser, over all 2 decisions\.$/,
    );
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a copy that was touched",
      "**/2/inbound-question.playbook.yaml",
      (text) => `${text}# Slipped in.\n`,
      /The copy is not what was approved/,
    ],
    [
      "a record that was touched",
      "**/2/inbound-question.approval.yaml",
      (text) => text.replace("Maren", "Karen"),
      /its record has changed/,
    ],
    [
      "a decision that was taken away",
      "**/inbound-question/files.json",
      (text) => JSON.stringify({ ...JSON.parse(text), entries: JSON.parse(text).entries.slice(0, 1) }),
      /Decision 2 was the newest, and it is not there any more/,
    ],
    [
      "a signature that is missing",
      "**/policy.json",
      (text) => JSON.stringify({ ...JSON.parse(text), approvals: { signatures: "required" } }),
      /is not signed/,
    ],
    [
      "a page made from other words",
      "**/playbooks/inbound-question/",
      (text) => text.replaceAll(/data-digest="sha256:\w{4}/g, 'data-digest="sha256:0000'),
      /This page was made from sha256:0000/,
    ],
    ["a ledger that is not there", "**/inbound-question/files.json", () => "", /could not be fetched/],
  ])("%s does not", async (_, url, change, words) => {
    expect(await verified({ instead: { [url]: change } })).toMatch(words);
  });
});
