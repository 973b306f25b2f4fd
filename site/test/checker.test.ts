import { messageFindings } from "@cadence-playbooks/server/core";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { moved, underlined } from "../src/check/underlined.ts";
import { reader } from "./reader.ts";

const { reading } = reader(inject("dist"));
const BADGERING = "Hi Priya,\n\nJust checking in on my last email. This is your last chance, so act now!\n\nSam";
const DECENT =
  "Hi Priya,\n\nThe comparison you asked for is here: northwind.example/benchmark. If it is of no use, a one-word no is fine.\n\nSam";

const status = (page: Page) => page.locator("[data-status]");
const message = (page: Page) => page.getByLabel("Message", { exact: true });
const items = (page: Page) => page.locator("[data-findings] > li");

describe("underlines", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "🌲"), maxLength: 40 });

  test("cut a text into runs that are the text, whatever is under them", () => {
    const spans = fc.array(
      fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(text, spans, (words, all) => {
        const runs = underlined(
          words,
          all.map((span, i) => ({ span, severity: "warning" as const, number: i + 1 })),
        );
        expect(runs.map((run) => run.text).join("")).toBe(words);
      }),
    );
  });

  test("go with their words when others change", () => {
    fc.assert(
      fc.property(text, text, text, text, text, (before, marked, between, old, fresh) => {
        const was = `${before}<${marked}>${between}${old}`;
        const is = `${before}<${marked}>${between}${fresh}`;
        const span = [before.length, before.length + marked.length + 2] as const;
        expect(moved(span, was, is)).toEqual(span);
        const [start = 0, end = 0] = moved([1, 1 + marked.length], `<${marked}>`, `${fresh}!<${marked}>`) ?? [];
        if (end > start) expect(`${fresh}!<${marked}>`.slice(start, end)).toBe(marked);
      }),
    );
  });
});

describe("Check my message", () => {
  test("says of a message what the core says, underlines the words, and offers other ones that undo takes back", async () => {
    await reading("/check/", {}, async (page) => {
      await message(page).fill(BADGERING);
      await items(page).first().waitFor();
      const said = messageFindings(BADGERING, { channel: "email", stage: "cold" });
      expect(said.length).toBeGreaterThan(1);
      expect(await items(page).locator(".what").allTextContents()).toEqual(said.map(({ what }) => what));
      expect(await status(page).textContent()).toBe(`${said.length} things to look at.`);
      expect(await page.locator("[data-mirror=message]").textContent()).toBe(`${BADGERING}\u200b`);
      expect(await page.locator("[data-mirror=message] .squiggle").count()).toBe(said.length);

      await items(page).first().locator(".quote").click();
      const selected = await page.evaluate(() => {
        const area = document.activeElement as HTMLTextAreaElement;
        return area.value.slice(area.selectionStart, area.selectionEnd);
      });
      expect(selected).toBe(BADGERING.slice(...(said[0]?.span ?? [0, 0])));

      await items(page).first().getByRole("button", { name: "Leave the sentence out" }).click();
      const left = await message(page).inputValue();
      expect(left).not.toContain("checking in");
      const saidThen = messageFindings(left, { channel: "email", stage: "cold" });
      expect(saidThen.length).toBeLessThan(said.length);
      await expect.poll(() => items(page).count()).toBe(saidThen.length);
      await message(page).press("Control+z");
      expect(await message(page).inputValue()).toBe(BADGERING);
    });
  });

  test("is content with a decent message, and says what it cannot know", async () => {
    await reading("/check/", { width: 390 }, async (page) => {
      await message(page).fill(DECENT);
      await page.getByText("Nothing to say against it.").waitFor();
      expect(await page.getByText("only you can tell").isVisible()).toBe(true);
      expect(await items(page).count()).toBe(0);
    });
  });

  test("sends nothing anywhere, keeps nothing, and works without a connection", async () => {
    await reading("/check/", {}, async (page, context) => {
      await message(page).fill(DECENT);
      await page.getByText("Nothing to say against it.").waitFor();
      // What is kept for offline is fetched beside it, and would be taken for what reading asks for.
      const missing = () =>
        page.evaluate(async () => {
          const { first, ahead } = JSON.parse(/BUILT = (.*);/.exec(await (await fetch("/sw.js")).text())?.[1] ?? "") as {
            first: string[];
            ahead: string[];
          };
          const kept = await Promise.all([...first, ...ahead].map((address) => caches.match(address)));
          return kept.filter((one) => !one).length;
        });
      await expect.poll(missing, { timeout: 60_000 }).toBe(0);
      const requests: string[] = [];
      context.on("request", (request) => requests.push(request.url()));
      await context.setOffline(true);
      await message(page).fill(BADGERING);
      await items(page).first().waitFor();
      await page.getByLabel("Subject").fill("Last chance!!!");
      await page.getByLabel("They are").selectOption("customer");
      await expect.poll(() => page.locator("[data-mirror=subject] .squiggle").count()).toBeGreaterThan(0);
      await items(page).first().getByRole("button").last().click();
      expect(requests).toEqual([]);
      expect(
        await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])),
      ).not.toContain("checking");
      await page.getByRole("button", { name: "Clear" }).click();
      expect(await message(page).inputValue()).toBe("");
      await page.getByText("Nothing written yet.").waitFor();
    });
  });

  test("the subject is there only where the channel has one, and seconds where it is spoken", async () => {
    await reading("/check/", {}, async (page) => {
      await message(page).fill("Hello there");
      await page.getByLabel("It goes out as").selectOption("voicemail");
      expect(await page.getByLabel("Subject").isVisible()).toBe(false);
      expect(await page.locator("[data-length]").textContent()).toBe("2 words, about 1 second");
      await page.getByLabel("It goes out as").selectOption("sms");
      expect(await page.locator("[data-length]").textContent()).toContain("1 text message");
    });
  });

  test("five thousand words do not hold up a key, and what was pasted is never markup", async () => {
    await reading("/check/", {}, async (page) => {
      const long = `<img src=x onerror="document.title='owned'"> ${"We counted the wrong picks in twenty warehouses. ".repeat(640)}Just checking in.`;
      await message(page).fill(long);
      await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toMatch(/thing|Nothing to say/);
      expect(await page.locator("message-checker img").count()).toBe(0);
      expect(await page.title()).not.toBe("owned");
      // A key is answered within a frame or a few: the text and its mirror change together, and the reader reads elsewhere.
      const blocked = await page.evaluate(async () => {
        const area = document.querySelector<HTMLTextAreaElement>("#check-message");
        let longest = 0;
        for (let i = 0; i < 10; i++) {
          const from = performance.now();
          area?.setRangeText("x", 10, 10, "end");
          area?.dispatchEvent(new Event("input", { bubbles: true }));
          longest = Math.max(longest, performance.now() - from);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return longest;
      });
      console.info(`The longest key with five thousand words took ${blocked.toFixed(1)} ms of script.`);
      expect(await page.locator("[data-mirror=message]").textContent()).toBe(`${await message(page).inputValue()}\u200b`);
    });
  });

  test("says where it stopped reading, so that nobody takes silence about the rest for praise", async () => {
    await reading("/check/", {}, async (page) => {
      const unread = page.getByText("Only its first 50,000 characters were read.");
      await message(page).fill("The count is here. ".repeat(2700));
      await expect.poll(() => unread.isVisible(), { timeout: 60_000 }).toBe(true);
      await message(page).fill(DECENT);
      await expect.poll(() => unread.isVisible()).toBe(false);
    });
  });

  test("a subject stays one line: Enter leads on to the message, and a pasted line break becomes a space", async () => {
    await reading("/check/", {}, async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const subject = page.getByLabel("Subject");
      await subject.fill("Your count");
      await page.evaluate(() => navigator.clipboard.writeText(" of wrong\n\npicks\n"));
      await subject.press("End");
      await subject.pressSequentially(" ");
      await subject.press("Control+v");
      expect(await subject.inputValue()).toBe("Your count of wrong picks");
      await subject.press("Control+z");
      expect(await subject.inputValue()).toBe("Your count ");
      await subject.press("Enter");
      expect(await subject.inputValue()).toBe("Your count ");
      expect(await message(page).evaluate((area) => area === document.activeElement)).toBe(true);
    });
  });

  test("in forced colours the underlines are seen under every finding", async () => {
    await reading("/check/", {}, async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      await message(page).fill(BADGERING);
      await items(page).first().waitFor();
      const squiggles = page.locator("[data-mirror=message] .squiggle");
      const drawn = async () => {
        const boxes = await squiggles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
        return Promise.all(
          boxes.map(async ({ x, y, width, height }) =>
            (await page.screenshot({ clip: { x, y, width, height: height + 6 } })).toString("base64"),
          ),
        );
      };
      const seen = await drawn();
      expect(seen.length).toBeGreaterThan(1);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLElement>(".mirror .squiggle")) one.style.textDecoration = "none";
      });
      for (const [i, without] of (await drawn()).entries()) expect(seen[i] === without, `the underline of finding ${i + 1}`).toBe(false);
    });
  });

  test("the text area and the copy that carries its underlines break lines alike", async () => {
    await reading("/check/", {}, async (page) => {
      await message(page).fill(`${BADGERING}\n\n${"A long line that has to break somewhere in the middle of itself ".repeat(6)}`);
      for (const width of [320, 390, 820, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const [area, mirror] = await page.evaluate(() =>
          ["#check-message", "[data-mirror=message]"].map((one) => document.querySelector(one)?.scrollHeight ?? 0),
        );
        expect(Math.abs((area ?? 0) - (mirror ?? -99)), `${width} pixels`).toBeLessThan(2);
        // What is asked before the message ends where the message does; at 820 pixels there is room for more.
        const [moment, field] = await Promise.all([page.getByLabel("It is").boundingBox(), message(page).boundingBox()]);
        const over = (moment?.x ?? 0) + (moment?.width ?? 0) - (field?.x ?? 0) - (field?.width ?? 0);
        if (width !== 820) expect(Math.abs(over), `${width} pixels`).toBeLessThan(2);
      }
    });
  });

  test("without script it says why it needs it", async () => {
    await reading("/check/", { script: false }, async (page) => {
      expect(await page.getByText("The reader works in your browser and needs script.").isVisible()).toBe(true);
      expect(await page.locator("main :is(input, textarea, select, button):visible").count()).toBe(0);
    });
  });
});
