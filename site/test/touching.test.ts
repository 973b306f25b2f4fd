import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { kinds } from "./pages.ts";
import { reader } from "./reader.ts";

const { reading } = reader(inject("dist"));
/** How wide and high at least a target is for a thumb, in pixels. */
const THUMB = 44;

/** What stands alone and answers on less than a thumb needs, or whose room something else answers in. */
const tooSmall = (page: Page) =>
  page.evaluate((thumb) => {
    const inSentence = (one: HTMLElement) => {
      const beside = (one.parentElement?.textContent ?? "").trim().length - (one.textContent ?? "").trim().length;
      return one.matches("a") && getComputedStyle(one).display === "inline" && beside > 12;
    };
    const seen = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=checkbox]), select, textarea, summary"),
    ].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        one.getBoundingClientRect().width > 1 &&
        !one.matches(".skip") &&
        !inSentence(one),
    );
    return seen.flatMap((one) => {
      one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = (one.getClientRects()[0] ?? one.getBoundingClientRect()) as DOMRect;
      const middle = box.left + Math.min(box.width, thumb) / 2;
      const answers = (up: number) => {
        const hit = document.elementFromPoint(middle, box.top + box.height / 2 + up);
        return hit !== null && (one.contains(hit) || hit.contains(one));
      };
      const reach = thumb / 2 - 1;
      return answers(-reach) && answers(reach)
        ? []
        : [`${one.tagName} “${one.textContent?.trim().slice(0, 40)}” ${Math.round(box.height)} high`];
    });
  }, THUMB);

describe("whatever stands alone answers to a thumb", () => {
  test.each(kinds)("on %s", async (path) => {
    await reading(path, { width: 390, touch: true }, async (page) => {
      expect(await tooSmall(page)).toEqual([]);
    });
  });

  test("on what the checker says", async () => {
    await reading("/check/", { width: 390, touch: true }, async (page) => {
      await page
        .getByLabel("Message", { exact: true })
        .fill("Just checking in on my last email. If I do not hear back, I will assume yes.");
      await page.locator("[data-findings] .offers button").first().waitFor();
      expect(await tooSmall(page)).toEqual([]);
    });
  });
});
