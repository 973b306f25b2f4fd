import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { session } from "./session.ts";
import { answer, keep, openFile, run, squiggles, turn } from "./workbench.ts";

const name = "first-conversation.playbook.yaml";
const playbook = readFileSync(join(import.meta.dirname, "../../playbooks", name), "utf8");

const editor = session();
let folder: string;
let page: Page;

beforeAll(async () => {
  folder = editor.folderWith(name);
  mkdirSync(join(folder, "playbooks"));
  page = await editor.open(folder);
  await openFile(page, name);
});
afterAll(async () => {
  if (page) await keep(page, "commands-last");
});

test("the status bar says how the open playbook stands, and hints say what would have to be counted", async () => {
  await page.locator(".statusbar-item[id$='cadence.status']").waitFor();
  expect(await page.locator(".statusbar-item[id$='cadence.status']").textContent()).toMatch(/^\s*Cadence/);
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+G");
  await page
    .locator(".quick-input-widget input")
    .last()
    .fill(`:${playbook.split("\n").findIndex((line) => line.includes("day: 4")) + 1}`);
  await page.keyboard.press("Enter");
  await page.locator(".monaco-editor .view-line", { hasText: "if started today" }).first().waitFor();
  await keep(page, "4-hints-dark");
  await turn(page, "light");
  await keep(page, "4-hints-light");
  await turn(page, "dark");
});

test("five questions make a whole playbook, in which nothing is found", async () => {
  await run(page, "Cadence: New Playbook…");
  await answer(page, "1 of 5", "Second site of a customer");
  await answer(page, "2 of 5", "Head of operations");
  await answer(page, "3 of 5", "They buy from us");
  await keep(page, "5-fourth-question");
  await answer(page, "4 of 5", "They learn which of their two sites is ahead, and by what.");
  await answer(page, "5 of 5", "Dana Ortiz <dana@northwind.example>");
  await page.locator(".tabs-container .tab", { hasText: "second-site-of-a-customer.playbook.yaml" }).waitFor();
  await expect.poll(() => readdirSync(join(folder, "playbooks"))).toEqual(["second-site-of-a-customer.playbook.yaml"]);
  await page.locator(".statusbar-item[id$='cadence.status']").waitFor();
  await page.locator(".monaco-editor .view-line", { hasText: "if started today" }).first().waitFor();
  expect(await squiggles(page).count()).toBe(0);
  await keep(page, "5-new-playbook");
});

test("a touch is moved with all that follow it", async () => {
  const file = join(folder, "playbooks/second-site-of-a-customer.playbook.yaml");
  // Its own question takes the place of the palette at once.
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").last().fill(">Cadence: Move a Touch to Another Day…");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Move a Touch" }).first().click();
  await answer(page, "1 of 2", "the-common-cause");
  await answer(page, "2 of 2", "6");
  await page.keyboard.press("Control+S");
  await expect
    .poll(() => [...readFileSync(file, "utf8").matchAll(/^ {4}day: (\d+)/gm)].map(([, day]) => Number(day)))
    .toEqual([1, 1, 6, 11, 17]);
});

test("of touches in one line, two of them with one name, that is moved which is chosen", async () => {
  const file = join(folder, "one-line.playbook.yaml");
  const text =
    "touches: [{id: again, day: 1, channel: call}, {id: again, day: 3, channel: call}, # day: 3\n  {id: last, day: 5, channel: call}]\n";
  writeFileSync(file, text);
  await openFile(page, "one-line.playbook.yaml");
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").last().fill(">Cadence: Move a Touch to Another Day…");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Move a Touch" }).first().click();
  await page.locator(".quick-input-widget", { hasText: "1 of 2" }).waitFor();
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "day 3, call" }).click();
  await answer(page, "2 of 2", "4");
  await page.keyboard.press("Control+S");
  await expect
    .poll(() => readFileSync(file, "utf8"))
    .toBe(text.replace("id: again, day: 3", "id: again, day: 4").replace("day: 5", "day: 6"));
});
