import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { startCodeServer } from "./code-server.ts";
import { installWorkbench } from "./install.ts";
import { hover, openFile, openFolder, problems, run, turn } from "./workbench.ts";

/** Takes the README's pictures of the editor, dark and light: a real playbook with mistakes in it, in the real workbench. */

const root = join(import.meta.dirname, "../..");
const pictures = join(root, "docs/pictures");
const name = "first-conversation.playbook.yaml";

/** What somebody in a hurry might have written: sooner, more, and with a slip of the keyboard. */
const MISTAKES = [
  ["id: aisle-walk\n    day: 8\n", "id: aisle-walk\n    day: 5\n"],
  ["asset: aisle-walk\n    ask: conversation\n", "asset: aisle-walk\n    ask: meeting\n"],
  [
    "    message: |\n      Hi {{first_name}},\n\n      The benchmark says",
    "    message: |\n      Hi {{first_nme}},\n\n      The benchmark says",
  ],
] as const;

const temporary = mkdtempSync(join(tmpdir(), "cadence-pictures-"));
const folder = join(temporary, "playbooks");
mkdirSync(folder);
for (const file of readdirSync(join(root, "playbooks")).filter((entry) => entry.endsWith(".yaml")))
  copyFileSync(join(root, "playbooks", file), join(folder, file));
const text = MISTAKES.reduce(
  (before, [words, mistake]) => {
    if (before.split(words).length !== 2) throw new Error(`${name} no longer says what the picture changes: ${JSON.stringify(words)}`);
    return before.replace(words, mistake);
  },
  readFileSync(join(folder, name), "utf8"),
);
writeFileSync(join(folder, name), text);

installWorkbench();
const server = await startCodeServer({
  "workbench.activityBar.location": "hidden",
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.renderLineHighlight": "none",
});
const browser = await launchBrowser();
try {
  const page = await openFolder(browser, server.address(folder), { width: 1000, height: 700 }, 2);
  await openFile(page, name);
  await run(page, "View: Toggle Primary Side Bar Visibility");
  const listed = await problems(page);
  await listed.nth(MISTAKES.length - 1).waitFor();
  await lowerPanel(page, 30);
  await listed.first().click();
  // The touch that is too soon stands in the lower half, with room above it for what there is to say about it.
  await page.locator(".monaco-editor .view-line", { hasText: "aisle-walk" }).first().click();
  for (let line = 0; line < 4; line++) await page.keyboard.press("Control+ArrowUp");
  await scene(page);
} finally {
  await browser.close();
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
}

/** Gives the editor some of the panel's height, in points. */
async function lowerPanel(page: Page, by: number): Promise<void> {
  const top = await page.locator(".part.panel").boundingBox();
  if (!top) throw new Error("The panel does not show.");
  // The edge to pull stands just above the panel.
  await page.mouse.move(top.x + top.width / 2, top.y - 2);
  await page.mouse.down();
  await page.mouse.move(top.x + top.width / 2, top.y + by, { steps: 5 });
  await page.mouse.up();
}

async function scene(page: Page): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const scheme of ["dark", "light"] as const) {
    await turn(page, scheme);
    // Only now: another theme may close what hovers.
    await hover(page, page.locator(".monaco-editor .squiggly-error").first(), 'a[data-href*="/rules/"]');
    const file = join(pictures, `editor-${scheme}.png`);
    const { length } = await page.screenshot({ path: file });
    console.log(`${file}: ${Math.round(length / 1000)} kB`);
  }
}
