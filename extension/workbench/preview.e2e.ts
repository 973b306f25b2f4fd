import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { session } from "./session.ts";
import { keep, keepAll, openFile, run } from "./workbench.ts";

const name = "first-conversation.playbook.yaml";
const lines = readFileSync(join(import.meta.dirname, "../../playbooks", name), "utf8").split("\n");

const editor = session();
let folder: string;
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  folder = editor.folderWith("cadence.config.yaml", "cadence.assets.yaml", name);
  page = await editor.open(folder);
  await openFile(page, name);
});
afterAll(async () => {
  if (page) await keep(page, "preview-last");
});

/** The line of the file on which something stands, counted from one. */
const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;

/** Waits until the cursor is on a line, and the keys go there. */
async function cursorOn(line: number): Promise<void> {
  await page.locator(".statusbar-item", { hasText: new RegExp(`Ln ${line}, `) }).waitFor();
  await page.locator(".monaco-editor.focused").waitFor();
}

test("the icon in the title opens the preview beside the text, with the timeline and every path", async () => {
  await page.locator(".editor-actions .action-label[aria-label*='Show Preview']").click();
  await page.locator(".tabs-container .tab", { hasText: "Preview: first-conversation" }).waitFor();
  panel = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await panel.locator("h1").waitFor();
  const days = panel.locator("main > .stops > li b");
  expect(await days.allInnerTexts()).toEqual(
    [...new Set(lines.slice(0, lineOf("replies:")).flatMap((line) => /^ {4}day: (\d+)/.exec(line)?.slice(1) ?? []))].map(
      (day) => `Day ${day}`,
    ),
  );
  expect(await panel.locator("svg:visible").getAttribute("aria-label")).toContain("Day 1: ");
  await keepAll(page, "preview");
});

test("a click, and Enter, go to where a touch or an answer is written, and the touch under the cursor is marked", async () => {
  await panel.getByRole("button", { name: "aisle-walk" }).click();
  await cursorOn(lineOf("id: aisle-walk"));
  await panel.locator("button[aria-current]", { hasText: "aisle-walk" }).waitFor();
  await panel.getByRole("button", { name: "A considered no" }).focus();
  await page.keyboard.press("Enter");
  await cursorOn(lines.findIndex((line) => /^ {2}no:/.test(line)) + 1);
  await panel.locator("svg:visible .main .dot").nth(1).click();
  await panel.locator("button[aria-current]", { hasText: "two-bays-apart" }).waitFor();
});

test("it follows each key, and keeps the last drawing while the writing does not hold", async () => {
  await run(page, "Cadence: Show Preview");
  await panel.getByRole("button", { name: "aisle-walk" }).click();
  await cursorOn(lineOf("id: aisle-walk"));
  await page.keyboard.press("End");
  await page.keyboard.type("-again");
  await panel.getByRole("button", { name: "aisle-walk-again" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type('reason: "<img src=x onerror=alert(1)><b>Half');
  const note = panel.getByRole("status");
  await note.filter({ hasText: "This is the playbook as it was at" }).waitFor();
  await panel.getByRole("button", { name: "aisle-walk-again" }).waitFor();
  await keepAll(page, "preview-unread");
  await page.keyboard.type('"');
  await expect.poll(() => note.textContent()).toBe("");
  const reason = panel.getByRole("button", { name: "aisle-walk-again" }).locator(".reason");
  await expect.poll(() => reason.textContent()).toBe("<img src=x onerror=alert(1)><b>Half");
  expect(await panel.locator("main img, main b b").count()).toBe(0);
});

test("it is there again after the window was closed and opened", async () => {
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFileSync(join(folder, name), "utf8")).toContain('Half"');
  await page.reload();
  await page.locator(".tabs-container .tab", { hasText: "Preview: first-conversation" }).waitFor();
  await panel.getByRole("button", { name: "aisle-walk-again" }).waitFor();
});
