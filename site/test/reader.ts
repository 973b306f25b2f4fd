import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchBrowser } from "../../extension/workbench/browser.ts";
import { serveStatic } from "./site-server.ts";

export type View = {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  readonly script?: boolean;
  /** Whether the reader touches, as on a phone, and has no pointer. */
  readonly touch?: boolean;
  /** The time zone of the reader's device. */
  readonly zone?: string;
  /** Today, where time must not move. ISO date. */
  readonly today?: string;
  /** What is put in the place of published files on their way, by the pattern of their addresses. */
  readonly instead?: Readonly<Record<string, (text: string) => string>>;
};

/** Someone who reads a built handbook in a browser, one page after the other, each in a browser profile of its own. */
export function reader(dist: string) {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveStatic>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveStatic(dist)]);
  });
  afterAll(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
  });

  return {
    get url(): string {
      return site.url;
    },
    /** Stops the server, as if the reader had lost their connection for good. */
    close: () => site[Symbol.asyncDispose](),
    /** Reads a page as somebody would, and closes it afterwards. Whatever the page's own policy refuses, and every error in it, fails. */
    async reading<T>(
      path: string,
      { width = 1280, scheme = "light", script = true, touch = false, zone, today, instead = {} }: View,
      look: (page: Page, context: BrowserContext) => Promise<T>,
    ): Promise<T> {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme: scheme,
        javaScriptEnabled: script,
        ...(touch ? { hasTouch: true, isMobile: true } : {}),
        reducedMotion: "reduce",
        // What is put in the place of a file reaches the page only where no service worker fetches for it.
        serviceWorkers: Object.keys(instead).length > 0 ? "block" : "allow",
        ...(zone ? { timezoneId: zone } : {}),
      });
      try {
        const page = await context.newPage();
        if (today) await page.clock.setFixedTime(`${today}T15:00:00Z`);
        for (const [url, change] of Object.entries(instead))
          await page.route(url, async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, body: change(await response.text()) });
          });
        const refused: string[] = [];
        page.on("console", (message) => message.text().includes("Content Security Policy") && refused.push(message.text()));
        page.on("pageerror", (error) => refused.push(error.message));
        await page.goto(site.url + path);
        const seen = await look(page, context);
        expect(refused).toEqual([]);
        return seen;
      } finally {
        await context.close();
      }
    },
  };
}
