import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { session } from "./session.ts";
import { keep, keepAll, openFile, run } from "./workbench.ts";

const name = "first-conversation.playbook.yaml";
const clean = readFileSync(join(import.meta.dirname, "../../playbooks", name), "utf8");

const editor = session();
let folder: string;
let page: Page;

/** The rows of the view, from top to bottom, each as a screen reader reads it. */
const rows = async (): Promise<(string | null)[]> => {
  const all = await page.locator(".pane-body .monaco-list-row[aria-level]").all();
  return Promise.all(all.map((row) => row.getAttribute("aria-label")));
};

beforeAll(async () => {
  folder = editor.folderWith("cadence.config.yaml", "cadence.assets.yaml", name, "reflex-no.playbook.yaml");
  writeFileSync(join(folder, "broken.playbook.yaml"), clean.replace("summary:", "summry:").replace(/^title: .*/m, "title: With a slip"));
  page = await editor.open(folder);
  await page.locator(".activitybar .action-label[aria-label^='Cadence']").click();
});
afterAll(async () => {
  if (page) await keep(page, "playbooks-last");
});

test("every playbook is listed by its state with what is found in it, open or not, and opens by a click", async () => {
  await expect
    .poll(rows)
    .toEqual([
      "Drafts, never approved: 3 playbooks",
      expect.stringMatching(/, Never approved, nothing to object to$/),
      "First conversation with a head of operations, Never approved, nothing to object to",
      "With a slip, Never approved, 1 error",
    ]);
  await keepAll(page, "playbooks");
  await page.locator(".monaco-list-row", { hasText: "With a slip" }).click();
  await page.locator(".tabs-container .tab", { hasText: "broken.playbook.yaml" }).waitFor();
});

test("it follows what is written, approved and deleted", async () => {
  // The workbench begins to watch the folder some time after it has opened, and a first list may be made after the first writing:
  // only what is written again and again, and seen each time, is watched.
  let [written, seen] = [0, 0];
  const timesSeen = async () => {
    if ((await rows()).includes(`Watched ${written}, Never approved, nothing to object to`)) seen++;
    writeFileSync(join(folder, "reflex-no.playbook.yaml"), clean.replace(/^title: .*/m, `title: Watched ${++written}`));
    return seen;
  };
  await expect.poll(timesSeen, { interval: 3000 }).toBeGreaterThanOrEqual(3);
  writeFileSync(join(folder, "broken.playbook.yaml"), clean.replace(/^title: .*/m, "title: Without a slip"));
  await expect.poll(rows).toContain("Without a slip, Never approved, nothing to object to");
  rmSync(join(folder, "reflex-no.playbook.yaml"), { force: true });
  await expect.poll(rows).toHaveLength(3);
  mkdirSync(join(folder, "approved/first-conversation/1"), { recursive: true });
  writeFileSync(join(folder, "approved/first-conversation/1", name), clean);
  writeFileSync(join(folder, "approved/first-conversation/newest.yaml"), "number: 1\n");
  await expect.poll(rows).toContain("Cannot be believed: one playbook");
  rmSync(join(folder, "approved"), { recursive: true });
});

test("an empty folder says how to begin", async () => {
  const empty = editor.folderWith("cadence.config.yaml");
  await page.close();
  page = await editor.open(empty);
  await run(page, "Cadence: Show All Playbooks");
  await page.locator(".welcome-view-content", { hasText: "There are no playbooks in this folder yet." }).waitFor();
  await keep(page, "playbooks-none");
  await page.locator(".welcome-view-content .monaco-button", { hasText: "New Playbook…" }).click();
  await page.locator(".quick-input-widget", { hasText: "1 of 5" }).waitFor();
});

test("a message is checked by itself, and its findings lead to their rules", async () => {
  await page.keyboard.press("Escape");
  writeFileSync(join(folder, name), clean);
  await page.close();
  page = await editor.open(folder);
  await openFile(page, name);
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n# Just checking in to see whether you saw my last email.");
  await page.keyboard.press("Shift+Home");
  await run(page, "Cadence: Check a Message…");
  await page.locator(".quick-input-widget .quick-input-title", { hasText: "place" }).waitFor();
  expect(await page.locator(".quick-input-widget .monaco-list-row").count()).toBeGreaterThan(0);
  await keepAll(page, "check-message");
  await page.keyboard.press("Escape");
});

test("the walkthrough of the first day opens, with its pages", async () => {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").last().fill(">Welcome: Open Walkthrough...");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Open Walkthrough" }).first().click();
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Your first day with Cadence Playbooks" }).click();
  await page.locator(".gettingStartedContainer", { hasText: "Begin a playbook" }).waitFor();
  await keepAll(page, "walkthrough");
});
