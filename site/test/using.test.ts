import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { reader } from "./reader.ts";

const { reading } = reader(inject("dist"));
const PLAY = "/playbooks/first-conversation/";
/** A Wednesday. */
const TODAY = "2026-11-25";

const words = (page: Page, touch: string) => page.locator(`#${touch} [data-words]`);
const stops = (page: Page) => page.getByRole("navigation", { name: "Days of this play" }).locator("[data-stop]");

describe("a start date", () => {
  test("dates every day, says which is today's and which is next, and stays in the address and on the device", async () => {
    await reading(PLAY, { today: TODAY, zone: "America/Chicago" }, async (page) => {
      expect(await stops(page).first().locator(".date").textContent()).toBe("");
      await page.getByRole("button", { name: "Today", exact: true }).click();
      expect(page.url()).toContain(`?start=${TODAY}`);
      expect(await stops(page).locator(".date").allTextContents()).toEqual([
        "Wed, Nov 25",
        "Mon, Nov 30",
        "Fri, Dec 4",
        "Thu, Dec 10",
        "Thu, Dec 17",
        "Thu, Dec 24",
        "Fri, Jan 1",
      ]);
      expect(await stops(page).first().getAttribute("data-stop")).toBe("today");
      await page.getByLabel("Day 1 is on").fill("2026-11-24");
      expect(await stops(page).nth(0).getAttribute("data-stop")).toBe("past");
      expect(await stops(page).nth(1).getAttribute("data-stop")).toBe("next");
      expect(await page.locator("#aisle-walk .date").textContent()).toBe("Thu, Dec 3");
      await page.goto(page.url().replace(/\?.*/, ""));
      expect(await page.getByLabel("Day 1 is on").inputValue()).toBe("2026-11-24");
    });
  });

  test("brings the day that is next under the thumb, where the days do not all fit", async () => {
    await reading(`${PLAY}?start=2026-10-30`, { today: TODAY, width: 390 }, async (page) => {
      const next = page.locator("nav [data-stop=next]");
      expect(await next.textContent()).toContain("Day 22");
      const answered = await page.getByRole("link", { name: "They answered" }).boundingBox();
      const reaches = async () => {
        const day = await next.boundingBox();
        return day !== null && day.x >= 0 && day.x + day.width <= (answered?.x ?? 0);
      };
      await expect.poll(reaches).toBe(true);
      await page.getByLabel("Day 1 is on").fill(TODAY);
      await expect.poll(async () => (await page.locator("nav [data-stop=today]").boundingBox())?.x).toBeGreaterThanOrEqual(0);
    });
  });

  test("in an address is shown to whoever opens it, and nonsense there is ignored", async () => {
    await reading(`${PLAY}?start=2026-12-01#aisle-walk`, { today: TODAY }, async (page) => {
      expect(await page.locator("#aisle-walk .date").textContent()).toBe("Thu, Dec 10");
      expect(page.url()).toMatch(/#aisle-walk$/);
    });
    await reading(`${PLAY}?start=2026-13-45`, {}, async (page) => expect(await page.getByLabel("Day 1 is on").inputValue()).toBe(""));
  });

  test("knows on the next morning that it is another day", async () => {
    await reading(`${PLAY}?start=${TODAY}`, { today: TODAY, zone: "America/Chicago" }, async (page) => {
      expect(await stops(page).first().getAttribute("data-stop")).toBe("today");
      await page.clock.setFixedTime("2026-11-26T15:00:00Z");
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      expect(await stops(page).first().getAttribute("data-stop")).toBe("past");
      expect(await stops(page).nth(1).getAttribute("data-stop")).toBe("next");
    });
  });

  test("steps over a day the rep does not work", async () => {
    await reading(`${PLAY}?start=${TODAY}`, { today: TODAY }, async (page) => {
      await page.getByText("Calendar, days off and keys").click();
      await page.getByLabel("A day you do not work").fill("2026-11-26");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      expect(await stops(page).nth(1).locator(".date").textContent()).toBe("Tue, Dec 1");
      await page.getByRole("button", { name: "Work on Thu, Nov 26 after all" }).click();
      expect(await stops(page).nth(1).locator(".date").textContent()).toBe("Mon, Nov 30");
    });
  });
});

describe("blanks", () => {
  test("are filled once and stand in every message; fallbacks hold; what is missing is said", async () => {
    await reading(PLAY, { width: 390 }, async (page) => {
      const email = words(page, "benchmark-in-writing").last();
      expect(await email.textContent()).toContain("Hi Priya,");
      await page.getByLabel("rep name").fill("Sam");
      expect(await email.textContent()).toContain("Hi there,");
      await page.getByLabel("first name").fill("Ana <b>");
      expect(await email.textContent()).toContain("Hi Ana <b>,");
      expect(await page.locator("#_touches b").count()).toBe(0);
      const open = page.locator("#benchmark-in-writing [data-missing]");
      expect(await open.textContent()).toBe("Still open: review month, review quote");
      await page.getByLabel("review month").fill("May");
      await page.getByLabel("review quote").fill("wrong tote");
      expect(await open.textContent()).toBe("");
      expect(await words(page, "one-honest-answer").textContent()).toContain("Hi Ana <b>,");
    });
  });

  test("about the rep are kept for every play, those about a prospect for that prospect, until they are forgotten", async () => {
    await reading(PLAY, {}, async (page) => {
      await page.getByLabel("With whom").pressSequentially("Larkspur");
      await page.getByLabel("rep name").fill("Sam");
      await page.getByLabel("first name").fill("Ana");
      await page.getByLabel("With whom").fill("Fernhill");
      await page.keyboard.press("Tab");
      expect(await page.getByLabel("first name").inputValue()).toBe("");
      await page.getByLabel("first name").fill("Bo");
      await page.getByLabel("With whom").fill("Larkspur");
      await page.keyboard.press("Tab");
      expect(await page.getByLabel("first name").inputValue()).toBe("Ana");
      await page.goto(page.url().replace("first-conversation", "lapsed-customer"));
      expect(await page.getByLabel("rep name").inputValue()).toBe("Sam");
      expect(await page.getByLabel("first name").inputValue()).toBe("");
      await page.goBack();
      expect(await page.getByLabel("first name").inputValue()).toBe("Ana");
      await page.getByRole("button", { name: "Forget what I entered" }).click();
      expect(await page.getByLabel("first name").inputValue()).toBe("");
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Ana");
    });
  });

  test("that are not known take their sentence with them", async () => {
    await reading("/playbooks/sentence-goes/", {}, async (page) => {
      await page.getByLabel("first name").fill("Ana");
      const message = words(page, "hello").last();
      await message.locator(".skipped").first().waitFor();
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.locator("#hello [data-copy]").last().click();
      await page.locator("#hello").getByText("Copied").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^Hi Ana,\n\nThe comparison is here/);
      expect(copied).not.toContain("saw");
      await page.getByLabel("mutual friend").fill("Kit");
      await expect.poll(() => message.locator(".skipped").count()).toBe(0);
    });
  });
});

test("a message is copied with its subject, plain and rich, and opens in mail", async () => {
  await reading(PLAY, {}, async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByLabel("first name").fill("Ana");
    await page.locator("#benchmark-in-writing").getByRole("button", { name: "Copy with subject" }).click();
    await page.locator("#benchmark-in-writing").getByText("Copied").waitFor();
    const { plain, html } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const as = async (type: string) => (await item?.getType(type))?.text() ?? "";
      return { plain: await as("text/plain"), html: await as("text/html") };
    });
    expect(plain).toMatch(/^Subject: Wrong picks: twenty warehouses your size\n\nHi Ana,\n\nA customer of yours wrote in \[review month\]/);
    expect(html).toContain("Hi Ana,</p>");
    expect(await page.locator("play-desk [role=status]").textContent()).toBe("Copied.");
    const mail = page.locator("#benchmark-in-writing").getByRole("link", { name: "Open in mail" });
    await mail.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault()));
    await mail.click();
    expect(decodeURIComponent((await mail.getAttribute("href")) ?? "")).toMatch(/^mailto:\?subject=Wrong picks.*&body=Hi Ana,\r\n/);
  });
});

test("lengths are told before anything is filled in, and follow it", async () => {
  await reading(PLAY, {}, async (page) => {
    const length = page.locator("#review-call [data-length]").first();
    expect(await length.textContent()).toMatch(/^\d+ words, about \d+ seconds$/);
    await page.getByLabel("first name").fill("Ana");
    const before = Number.parseInt((await length.textContent()) ?? "", 10);
    await page.getByLabel("first name").fill("Ana Maria de la Cruz");
    expect(Number.parseInt((await length.textContent()) ?? "", 10)).toBe(before + 4);
  });
});

test("the calendar file has every touch on its day, at the chosen time on the chosen clock, with the same names every time", async () => {
  await reading(`${PLAY}?start=${TODAY}`, { zone: "America/Chicago", today: TODAY }, async (page) => {
    const saved = async () => {
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: "Add to calendar" }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe("first-conversation.ics");
      const text = await readFile(await download.path(), "utf8");
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    };
    const whole = await saved();
    expect(whole.map(({ startDate }) => startDate.toString())).toEqual([
      TODAY,
      TODAY,
      "2026-11-30",
      "2026-12-04",
      "2026-12-10",
      "2026-12-17",
      "2026-12-24",
      "2027-01-01",
    ]);
    await page.getByText("Calendar, days off and keys").click();
    await page.getByLabel("At, for the calendar").fill("09:30");
    await page.getByLabel("On the clock of").selectOption("America/New_York");
    const timed = await saved();
    expect(timed.map(({ uid }) => uid)).toEqual(whole.map(({ uid }) => uid));
    expect(new Set(timed.map(({ uid }) => uid)).size).toBe(8);
    expect(timed[0]?.startDate.toJSDate().toISOString()).toBe("2026-11-25T14:30:00.000Z");
    expect(timed[0]?.description).toContain("Hi Priya, this is Jonah".replace("Priya", "[first name]").replace("Jonah", "[rep name]"));
  });
});

test("J and K step through the touches unless somebody types or has turned them off", async () => {
  await reading(PLAY, {}, async (page) => {
    const here = () => page.evaluate(() => document.activeElement?.closest("[data-touch]")?.id);
    await page.keyboard.press("j");
    expect(await here()).toBe("review-call");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await here()).toBe("two-bays-apart");
    await page.keyboard.press("k");
    expect(await here()).toBe("benchmark-in-writing");
    expect(page.url()).toMatch(/#benchmark-in-writing$/);
    await page.getByLabel("first name").pressSequentially("jk");
    expect(await page.getByLabel("first name").inputValue()).toBe("jk");
    await page.getByText("Calendar, days off and keys").click();
    await page.getByLabel("Step through the touches").uncheck();
    await page.locator("#aisle-walk header a").focus();
    await page.keyboard.press("j");
    expect(await here()).toBe("aisle-walk");
  });
});

test.each(["first-conversation", "call-me-in-six-months", "gone-quiet-after-proposal", "inbound-question", "lapsed-customer", "reflex-no"])(
  "the sheet of %s is one page of A4 and one of Letter, and says what each touch asks and what ends it",
  async (id) => {
    await reading(`/playbooks/${id}/?start=${TODAY}`, {}, async (page) => {
      for (const format of ["A4", "Letter"]) {
        const pdf = (await page.pdf({ format })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
      }
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("#_replies summary").first().isVisible()).toBe(true);
      expect(await page.locator(".screen-only").count()).toBeGreaterThan(1);
      expect(await page.locator(".screen-only:visible").count()).toBe(0);
      expect(await page.locator("#_touches [data-words]").first().isVisible()).toBe(false);
      expect(await page.locator("#_touches .date").first().textContent()).toBe("Wed, Nov 25");
      const asks = page.locator("#_touches aside");
      expect(await asks.evaluateAll((all) => all.every((one) => one.checkVisibility() && one.textContent?.includes("You ask for")))).toBe(
        true,
      );
      // One below the other, in their order: columns are for plays with more touches than a page has rows.
      const tops = await page.locator("#_touches > article").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
    });
  },
);

test("what not to do is said with the principle behind it", async () => {
  await reading(PLAY, { script: false }, async (page) => {
    const section = page.locator("#_not");
    expect(await section.textContent()).toContain("Do not write again after day 28.");
    await section.getByRole("link", { name: "End with an honest take-away" }).click();
    await page.waitForURL("**/principles/honest-take-away/");
  });
});

test("without script there is no field that does nothing, and the blanks are listed", async () => {
  await reading(PLAY, { script: false }, async (page) => {
    expect(await page.locator("main :is(input, button):visible").count()).toBe(0);
    expect(await page.locator("#_desk").textContent()).toContain("If unknown: “there”");
  });
});

test("whoever lets no page keep anything gets the colours of their system, can switch them, and can fill blanks", async () => {
  await reading(PLAY, { scheme: "light" }, async (page, context) => {
    await context.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Nothing may be kept.", "SecurityError");
        },
      }),
    );
    await page.reload();
    const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
    expect(await theme()).toBe("light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(theme).toBe("dark");
    await page.getByRole("button", { name: "Switch between light and dark" }).click();
    expect(await theme()).toBe("light");
    await page.getByLabel("first name").fill("Ana");
    expect(await words(page, "benchmark-in-writing").last().textContent()).toContain("Hi Ana,");
  });
});

test("with the largest letters of a phone no word of the header is broken, and nothing is wider than the screen", async () => {
  await reading(PLAY, { width: 390, touch: true }, async (page) => {
    for (const size of ["24px", "32px"]) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, size);
      const broken = await page.locator("body header nav a, body header .home span").evaluateAll((all) =>
        all.flatMap(({ firstChild }) => {
          const text = firstChild as Text;
          return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return range.getClientRects().length > 1 ? [word] : [];
          });
        }),
      );
      expect(broken, size).toEqual([]);
      const start = page.getByLabel("Day 1 is on");
      await start.fill(TODAY);
      // A date that is cut does not say so by itself, so its room is compared with what it would take.
      const [room, needed] = await start.evaluate((field: HTMLInputElement) => {
        const room = field.offsetWidth;
        field.style.cssText = "flex: none; width: max-content";
        const needed = field.offsetWidth;
        field.style.cssText = "";
        return [room, needed] as const;
      });
      if (size === "24px") expect(room, size).toBeGreaterThanOrEqual(needed);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), size).toBe(0);
    }
  });
});
