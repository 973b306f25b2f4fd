import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { session } from "./session.ts";
import { fix, hover, keep, openFile, run, squiggles } from "./workbench.ts";

/** The extension as vscode.dev runs it: itself and its server in workers of the browser, without anything of Node. */

const name = "first-conversation.playbook.yaml";
const clean = readFileSync(join(import.meta.dirname, "../../playbooks", name), "utf8");

const editor = session("browser");
let folder: string;
let page: Page;

beforeAll(async () => {
  folder = editor.folderWith("cadence.assets.yaml");
  writeFileSync(join(folder, "cadence.config.yaml"), "severities: { known-keys: warning }\n");
  writeFileSync(join(folder, name), clean.replace("summary:", "summry:"));
  page = await editor.open(folder);
  await openFile(page, name);
});
afterAll(async () => {
  if (page) await keep(page, "web-last");
});

test("it runs in the browser, reads the team's configuration there, and finds, explains and mends", async () => {
  // The configuration makes it a warning.
  const mistake = page.locator(".monaco-editor .squiggly-warning");
  await mistake.waitFor();
  expect(await squiggles(page).count()).toBe(1);
  await hover(page, mistake, 'a[data-href$="/rules/known-keys/"]');
  await keep(page, "web-explained");
  await fix(page, mistake, "summary");
  await mistake.waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFileSync(join(folder, name), "utf8")).toBe(clean);
});

test("the preview is drawn, and every playbook is listed, without a ledger to ask", async () => {
  await run(page, "Cadence: Show Preview");
  const panel = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await panel.getByRole("button", { name: "aisle-walk" }).waitFor();
  await run(page, "Cadence: Show All Playbooks");
  const row = page.locator(".pane-body .monaco-list-row", { hasText: "First conversation with a head of operations" });
  await row.waitFor();
  expect(await row.getAttribute("aria-level")).toBe("1");
  await keep(page, "web-preview");
});

test("what needs a disk is not offered", async () => {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").last().fill(">Cadence: ");
  const offered = page.locator(".quick-input-widget .monaco-list-row");
  await offered.filter({ hasText: "Cadence: New Playbook…" }).waitFor();
  expect(await offered.filter({ hasText: "Cadence: Approve…" }).count()).toBe(0);
  await page.keyboard.press("Escape");
});

test("it is a worker that runs it", async () => {
  await run(page, "Developer: Show Running Extensions");
  await page
    .locator(".runtime-extensions-editor .extension", { hasText: "Cadence Playbooks" })
    .filter({ hasText: /web ?worker/i })
    .waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".runtime-extensions-editor").waitFor({ state: "hidden" });
});

test("a worker that does not start is told plainly, and trying again works", async () => {
  const installed = readdirSync(editor.extensions).find((entry) => entry.startsWith("cadence-playbooks."));
  const module = join(editor.extensions, installed ?? "", "dist/server.web.cjs");
  const whole = readFileSync(module, "utf8");
  writeFileSync(module, `throw new Error("Broken.");${whole}`);
  try {
    await run(page, "Cadence: Restart the Language Server");
    const notice = page.locator(".notifications-toasts .notification-list-item");
    await notice.filter({ hasText: "Playbooks are not checked: the language server did not start." }).waitFor();
    expect(await notice.count()).toBe(1);
    // No list of playbooks pretends that they were checked, and there is a way on from where somebody looks for them.
    await run(page, "Cadence: Show All Playbooks");
    await page.locator(".welcome-view-content", { hasText: "no playbook is checked" }).waitFor();
    await keep(page, "web-not-running");
  } finally {
    writeFileSync(module, whole);
  }
  await page.locator(".notifications-toasts .monaco-button", { hasText: "Try Again" }).click();
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nsummry: again");
  await squiggles(page).first().waitFor();
});
