import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";

/** What a person does in the workbench, in the words a person would use. Every step waits until the workbench shows that it happened. */

type Size = { readonly width: number; readonly height: number };

/** Opens a folder that holds a playbook in a window of its own, dark at first. `scale` is screen pixels to a point. */
export async function openFolder(browser: Browser, address: string, size: Size, scale = 1): Promise<Page> {
  const page = await openWindow(browser, address, size, scale);
  // The workbench shows the folder before it has read what the extension brings; the icons tell when it has.
  await page.locator(".explorer-folders-view .cadence-playbook-lang-file-icon").first().waitFor();
  return page;
}

/** Opens a window without a folder, and waits until the extension's commands are known in it. */
export async function openEmpty(browser: Browser, address: string, size: Size): Promise<Page> {
  const page = await openWindow(browser, address, size, 1);
  const ours = page.locator(".quick-input-widget .monaco-list-row", { hasText: "Cadence: New Playbook…" });
  for (let tries = 0; ; tries++) {
    await page.locator(".monaco-workbench").click();
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").last().fill(">Cadence: New Playbook");
    const isKnown = await ours.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    await page.keyboard.press("Escape");
    if (isKnown) return page;
    if (tries === 12) throw new Error("The extension's commands do not show in a window without a folder.");
  }
}

async function openWindow(browser: Browser, address: string, viewport: Size, deviceScaleFactor: number): Promise<Page> {
  const page = await browser.newPage({ viewport, deviceScaleFactor, colorScheme: "dark" });
  page.setDefaultTimeout(90_000);
  await page.goto(address, { waitUntil: "domcontentloaded" });
  return page;
}

/** Opens a file from the explorer and waits until its first line shows. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
  await page.locator(".tabs-container .tab", { hasText: name }).waitFor();
  await page.locator(".monaco-editor .view-line").first().waitFor();
}

/** Runs a command from the command palette, by its whole title. The question of one that `asks` takes the palette's place at once. */
export async function run(page: Page, title: string, { asks = false } = {}): Promise<void> {
  await page.keyboard.press("F1");
  const box = page.locator(".quick-input-widget input");
  await box.fill(`>${title}`);
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: title }).first().click();
  if (!asks) await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Answers the question that shows, with the keyboard alone. */
export async function answer(page: Page, title: string, words: string): Promise<void> {
  await page.locator(".quick-input-widget", { hasText: title }).waitFor();
  await page.locator(".quick-input-widget input").last().fill(words);
  await page.keyboard.press("Enter");
}

/** How a window looks: as the system asks for it. */
type Look = "dark" | "light" | "contrast";

const LOOKS = {
  dark: [{ colorScheme: "dark", forcedColors: "none" }, ".vs-dark"],
  light: [{ colorScheme: "light", forcedColors: "none" }, ".vs"],
  contrast: [{ colorScheme: "dark", forcedColors: "active" }, ".hc-black"],
} as const;

/** Turns the window dark, light or rich in contrast, as when the evening comes: nothing in it moves or closes. */
export async function turn(page: Page, look: Look): Promise<void> {
  const [media, theme] = LOOKS[look];
  await page.emulateMedia(media);
  await page.locator(`.monaco-workbench${theme}`).waitFor();
}

/** Keeps a picture of the window in each look, and leaves it dark. */
export async function keepAll(page: Page, name: string): Promise<void> {
  for (const look of ["light", "contrast", "dark"] as const) {
    await turn(page, look);
    await keep(page, `${name}-${look}`);
  }
}

/** Every underlined place that shows. */
export function squiggles(page: Page): Locator {
  return page.locator(".monaco-editor").locator(".squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint");
}

/** The entries of the Problems panel, which this opens. */
export async function problems(page: Page): Promise<Locator> {
  if (!(await page.locator(".markers-panel").isVisible())) await run(page, "View: Focus Problems");
  await page.locator(".markers-panel").waitFor();
  return page.locator(".markers-panel .monaco-list-row .marker-message-details-container, .markers-panel .monaco-list-row .marker-details");
}

/**
 * Rests the pointer on a place until a hover says what is waited for. Whoever sees another one, or one that closes because
 * something else moved, looks again.
 */
export async function hover(page: Page, place: Locator, saying: string): Promise<Locator> {
  const content = page.locator(".monaco-hover:not(.workbench-hover):visible .monaco-hover-content", { has: page.locator(saying) }).first();
  for (let turn = 0; ; turn++) {
    const box = await place.boundingBox();
    if (!box) throw new Error("The place to rest the pointer on does not show.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    try {
      await content.waitFor({ timeout: 5000 });
      return content;
    } catch (error) {
      if (turn === 12) throw error;
      await page.mouse.move(5, 5);
    }
  }
}

/** Chooses a fix from the light bulb's menu at an underlined place. What happens `meanwhile` does so while the menu is open. */
export async function fix(page: Page, place: Locator, title: string, meanwhile: () => void = () => undefined): Promise<void> {
  // A line that is drawn anew, as after scrolling, is nowhere for a moment.
  let box = await place.boundingBox();
  for (let tries = 0; !box && tries < 20; tries++) {
    await page.waitForTimeout(100);
    box = await place.boundingBox();
  }
  if (!box) throw new Error("The underlined place does not show.");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  // A hover that pops up meanwhile closes the menu, so the pointer leaves the editor, and whoever sees no menu asks again.
  await page.mouse.move(5, 5);
  const choice = page.locator(".action-widget .monaco-list-row", { hasText: title });
  for (let tries = 0; tries < 8; tries++) {
    await page.keyboard.press("Control+.");
    const shows = await choice
      .waitFor({ timeout: 8_000 })
      .then(() => true)
      .catch(() => false);
    if (shows) break;
    await page.keyboard.press("Escape");
  }
  meanwhile();
  await choice.click();
  await choice.waitFor({ state: "hidden" });
}

/** Keeps a picture of the window in out/workbench/, for people to look at. */
export async function keep(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, "../../out/workbench");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
