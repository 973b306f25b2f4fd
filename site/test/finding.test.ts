import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { paged, pagesNear } from "../src/paged.ts";
import { corrected, unknownIn } from "../src/shell/corrected.ts";
import { reader } from "./reader.ts";

const dist = inject("dist");
const { reading } = reader(dist);
/** The first search fetches the index. */
const PATIENT = { timeout: 10_000 };

describe("what was probably meant", () => {
  const known = [
    "interested",
    "interest",
    "proposal",
    "warehouse",
    "months",
    "quiet",
    "call",
    "dont",
    "cafe",
    "followup",
    "reply",
    "follows",
  ];
  const meant = (typed: string, words: readonly string[] = known) => corrected(typed, unknownIn(typed, words), words);

  test.each([
    ["not intersted", "not interested"],
    ["porposal", "proposal"],
    ["warehuose", "warehouse"],
    ["Quite", "quiet"],
    ["mnoths quitet", "months quiet"],
    ["porposl", "proposal"],
    ["wraehouses", "warehouse"],
    ["they’re intrested", "they’re interested"],
  ])("by “%s” is “%s”", (typed, words) => expect(meant(typed)).toBe(words));

  test.each([
    "interes",
    "call me",
    "cal",
    "zebracrossing",
    "",
    "محادثة",
    "don’t",
    "don't",
    "DONT",
    "café",
    "Cafe\u0301",
    "follow-up",
    "followup",
  ])("“%s” is left alone", (typed) => expect(meant(typed)).toBeUndefined());

  test.each(["proposals", "replies", "replied", "warehouses", "quieted", "calling", "stopped"])(
    "another form of a word is that word: “%s”",
    (typed) => expect(meant(typed)).toBeUndefined(),
  );

  test("is found among twelve thousand words, and the commoner of two that are as near", () => {
    const many = Array.from({ length: 12_000 }, (_, i) => `word${i.toString(36)}xyz`);
    expect(meant("unkonwn quiett", [...many, "quieta", "quiet", "unknown"])).toBe("unknown quieta");
  });
});

test("a list of any length comes in pages that together are the list", () => {
  for (const length of [0, 1, 50, 51, 5000]) {
    const items = Array.from({ length }, (_, i) => i);
    const pages = paged(items);
    expect(pages.flatMap((page) => page.items)).toEqual(items);
    expect(pages.map(({ number }) => number)).toEqual(Array.from({ length: pages[0]?.count ?? 0 }, (_, i) => i + 1));
    for (const page of pages) expect(page.items.length).toBeLessThanOrEqual(50);
  }
});

test("a page of a list names its first and last page and its neighbours, and never dots in place of one page", () => {
  expect(pagesNear(1, 1)).toEqual([1]);
  expect(pagesNear(1, 3)).toEqual([1, 2, 3]);
  expect(pagesNear(1, 60)).toEqual([1, 2, undefined, 60]);
  expect(pagesNear(30, 60)).toEqual([1, undefined, 29, 30, 31, undefined, 60]);
  expect(pagesNear(3, 60)).toEqual([1, 2, 3, 4, undefined, 60]);
  expect(pagesNear(4, 60)).toEqual([1, 2, 3, 4, 5, undefined, 60]);
  expect(pagesNear(57, 60)).toEqual([1, undefined, 56, 57, 58, 59, 60]);
});

describe("without script", () => {
  test("facets lead to plays, with counts that hold", async () => {
    await reading("/playbooks/", { script: false, width: 390 }, async (page) => {
      expect(await page.locator("play-finder").isVisible()).toBe(false);
      const count = Number(await page.locator(".facets li", { hasText: "Never spoken" }).locator("span").textContent());
      await page.getByRole("link", { name: "Never spoken" }).click();
      await page.waitForURL("**/find/stage/never-spoken/");
      expect(await page.getByRole("main").locator("li a").count()).toBe(count);
      expect(await page.getByText("Narrow it further").isVisible()).toBe(false);
    });
  });

  test("every count of every facet page is the number of plays it lists", () => {
    const pages = globSync("find/*/*/index.html", { cwd: dist });
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) {
      const html = readFileSync(join(dist, page), "utf8");
      const [, said] = /(\d+) plays?\./.exec(html) ?? [];
      expect(html.match(/<li[^>]*><a[^>]*href="\/playbooks\/[^"]+\/"/g), page).toHaveLength(Number(said));
    }
  });
});

describe("with script", () => {
  test("words and facets combine, stand in the address, and come back from it", async () => {
    await reading("/playbooks/", {}, async (page) => {
      await page.getByLabel("What did they say").fill("interested");
      const results = page.locator("play-finder .results a");
      await results.first().waitFor();
      const all = await results.count();
      await page.getByLabel("Segment").selectOption("online-shop");
      await expect.poll(() => results.count()).toBeLessThan(all);
      expect(await page.locator("[data-browse]").isVisible()).toBe(false);
      expect(page.url()).toMatch(/\?q=interested&segment=online-shop$/);
      const found = await results.allTextContents();
      await page.reload();
      await results.first().waitFor();
      expect(await results.allTextContents()).toEqual(found);
      expect(await page.getByLabel("Segment").inputValue()).toBe("online-shop");
      await page.getByLabel("What did they say").fill("");
      await page.getByLabel("Segment").selectOption("");
      await expect.poll(() => page.locator("[data-browse]").isVisible()).toBe(true);
    });
  });

  test("words that prospects and reps use find the play for them, though no play is written in them", async () => {
    await reading("/playbooks/", {}, async (page) => {
      const field = page.getByLabel("What did they say");
      const first = page.locator("play-finder .results a").first();
      for (const [said, situation] of [
        ["ghosted", "gone quiet"],
        ["circle back", "call me in six months"],
        ["too expensive", "have our proposal"],
        ["no budget", "have our proposal"],
        ["happy with our current supplier", "not interested"],
        ["churned", "used to be a customer"],
        ["inbound", "asked us a question"],
        ["gohsted", "gone quiet"],
        ["she ghosted me after lunch", "gone quiet"],
      ] as const) {
        await field.fill(said);
        await expect.poll(() => first.locator(".title").textContent(), { message: said, ...PATIENT }).toContain(situation);
        expect(await first.locator(".excerpt").textContent(), said).not.toContain(" · ");
      }
      expect(await page.locator("play-finder [role=status]").textContent()).toMatch(/this is for “ghosted”\. 1 play/);
    });
  });

  test("however a word is spelled, the play that says it is found, and nobody is told that none does", async () => {
    await reading("/playbooks/", {}, async (page) => {
      const field = page.getByLabel("What did they say");
      const status = page.locator("play-finder [role=status]");
      const first = page.locator("play-finder .results .title").first();
      for (const [spellings, situation] of [
        [["don’t need it", "don't need it", "dont need it", "DONT NEED IT"], "not interested"],
        [["“not interested”", '"not interested"', "not interested!"], "not interested"],
        [["we’re all set", "we're all set"], "not interested"],
        [["win-back", "winback", "win back", "win backs"], "used to be a customer"],
        [["follow-ups", "followup"], "asked us a question"],
        [["brush-off", "brushoff", "brush off", "brushed off"], "not interested"],
        [["online-shop", "online shop", "onlineshop", "online shops"], "not interested"],
        [["proposal", "proposals", "Proposals"], "have our proposal"],
        [["naïve", "naive", "NAÏVE", "nai\u0308ve"], "used to be a customer"],
      ] as const)
        for (const said of spellings) {
          await field.fill("");
          await expect.poll(() => status.textContent()).toBe("");
          await field.fill(said);
          await expect.poll(() => status.textContent(), { message: said, ...PATIENT }).toMatch(/^\d+ plays?\.$/);
          expect(await first.textContent(), said).toContain(situation);
        }
      // Put together or taken apart where that is how plays have it, and one or two letters that slipped: it is said what was looked for.
      for (const [said, meant, situation] of [
        ["voice mail", "voicemail", "have our proposal"],
        ["no-budgets", "no budgets", "have our proposal"],
        ["porposl", "proposal", "have our proposal"],
        ["competitior", "competitor", "used to be a customer"],
        ["unresposive", "unresponsive", "gone quiet"],
      ] as const) {
        await field.fill(said);
        await expect.poll(() => status.textContent(), { message: said, ...PATIENT }).toContain(`“${said}”; this is for “${meant}”`);
        expect(await first.textContent(), said).toContain(situation);
      }
    });
  });

  test("a word in the middle of a sentence without spaces is found, and one that no play has is not", async () => {
    await reading("/playbooks/", {}, async (page) => {
      const field = page.getByLabel("What did they say");
      const status = page.locator("play-finder [role=status]");
      const first = page.locator("play-finder .results a").first();
      for (const said of ["遅延", "配送の遅延", "比較資料が", "資", "「配送」 遅延", "ความล่าช้า", "倉庫 benchmark"]) {
        await field.fill("");
        await expect.poll(() => status.textContent()).toBe("");
        await field.fill(said);
        await expect.poll(() => status.textContent(), { message: said, ...PATIENT }).toBe("1 play.");
        expect(await first.locator(".title").textContent(), said).toBe("レビューに配送の遅れが書かれた");
        expect(await first.locator(".excerpt").textContent(), said).not.toContain(" · ");
      }
      for (const said of ["延遅", "配布", "東京本社"]) {
        await field.fill("");
        await expect.poll(() => status.textContent()).toBe("");
        await field.fill(said);
        await expect.poll(() => status.textContent(), { message: said, ...PATIENT }).toBe("No play has all of that. Take something away.");
      }
    });
    // Only a page that needs it carries any of it, and nobody is asked to mean a whole sentence.
    const page = (id: string) => readFileSync(join(dist, `playbooks/${id}/index.html`), "utf8");
    expect(page("without-spaces")).toContain("遅延 · ");
    expect(page("first-conversation").match(/<p[^>]* hidden/g)).toHaveLength(1);
    expect(readFileSync(join(dist, "words.json"), "utf8")).not.toMatch(/\p{Script=Han}|\p{Script=Thai}/u);
  });

  test("the search of every page has plays before what is written about them", async () => {
    await reading("/principles/", {}, async (page) => {
      await page.keyboard.press("Control+k");
      await page.locator("#_search-words").fill("never spoken");
      const kinds = page.locator("handbook-search .results .kind");
      await expect.poll(() => kinds.count(), PATIENT).toBeGreaterThan(2);
      const found = await kinds.allTextContents();
      const plays = found.filter((kind) => kind === "Play").length;
      expect(plays).toBeGreaterThan(0);
      expect(plays).toBeLessThan(found.length);
      expect(found.slice(0, plays)).toEqual(Array.from({ length: plays }, () => "Play"));
    });
  });

  test("plays for one situation are told apart by their names", async () => {
    await reading("/playbooks/", {}, async (page) => {
      await page.getByLabel("What did they say").fill("a review says an order went wrong");
      const named = page.locator("play-finder .results a", { hasText: "They have never heard of us" }).locator(".named");
      await expect
        .poll(() => named.allTextContents(), PATIENT)
        .toEqual(expect.arrayContaining(["First conversation with a head of operations", "A sentence that can go"]));
    });
  });

  test("a word of a branch finds the plays that have it", async () => {
    await reading("/playbooks/", {}, async (page) => {
      const field = page.getByLabel("What did they say");
      const first = page.locator("play-finder .results a").first();
      await field.fill("unsubscribe");
      await first.waitFor();
    });
  });

  test("each value says how many plays it would leave of those that were found", async () => {
    await reading("/playbooks/", {}, async (page) => {
      const labels = (facet: string) =>
        page
          .getByLabel(facet)
          .locator("option")
          .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).label));
      const before = await labels("Channel");
      await page.getByLabel("What did they say").fill("ghosted");
      await expect.poll(() => labels("Where you stand"), PATIENT).toContain("Never spoken (0)");
      expect(await labels("Where you stand")).toContain("Proposal is with them (1)");
      await page.getByLabel("Where you stand").selectOption("Proposal is with them");
      await expect.poll(() => labels("Where you stand"), PATIENT).toContain("Never spoken");
      await page.getByLabel("Where you stand").selectOption("");
      await page.getByLabel("What did they say").fill("");
      await expect.poll(() => labels("Channel"), PATIENT).toEqual(before);
    });
  });

  test("facets alone answer, and what no play has says so", async () => {
    await reading("/playbooks/?channel=Voicemail", {}, async (page) => {
      await page.locator("play-finder .results a").first().waitFor();
      expect(await page.locator("play-finder [role=status]").textContent()).toBe("1 play.");
      await page.getByLabel("Segment").selectOption({ index: 1 });
      await page.getByLabel("Channel").selectOption("Event");
      await page.getByLabel("What did they say").fill("zzyzx");
      await page.getByText("No play has all of that.").waitFor();
      const clear = page.getByRole("button", { name: "Clear all" });
      await clear.click();
      await page.locator("[data-browse]").first().waitFor();
      expect(await clear.isVisible()).toBe(false);
      expect(new URL(page.url()).search).toBe("");
      expect(await page.getByLabel("Channel").inputValue()).toBe("");
      expect(await page.getByLabel("What did they say").evaluate((field) => field === document.activeElement)).toBe(true);
    });
  });

  test("a slip of the thumb finds what was meant, and says so, in both searches", async () => {
    await reading("/playbooks/", { width: 390 }, async (page) => {
      await page.getByLabel("What did they say").fill("not intersted");
      await page.getByText("this is for “not interested”").waitFor();
      expect(await page.locator("play-finder .results a").first().textContent()).toContain("not interested");
      await page.keyboard.press("Control+k");
      await page.locator("#_search-words").fill("porposal");
      await page.getByText("this is for “proposal”").waitFor();
      await page.locator("handbook-search .results a").first().waitFor();
      // Words beside what is marked keep their distance, and a banner that nobody sees is not what was found.
      const excerpt = await page.locator("handbook-search .results .excerpt").first().textContent();
      expect(excerpt).toContain("our proposal and have gone quiet. Gone quiet after the proposal. For");
      expect(excerpt).not.toContain("before you use it");
    });
  });
});
