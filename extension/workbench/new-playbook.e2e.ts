import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { session } from "./session.ts";
import { answer, keep, run, squiggles } from "./workbench.ts";

const editor = session();

/** Begins a playbook and answers the five questions. */
async function begin(page: Page, title: string): Promise<void> {
  await run(page, "Cadence: New Playbook…", { asks: true });
  await answer(page, "1 of 5", title);
  await answer(page, "2 of 5", "Head of operations");
  await answer(page, "3 of 5", "They buy from us");
  await answer(page, "4 of 5", "They learn which of their two sites is ahead, and by what.");
  await answer(page, "5 of 5", "Dana Ortiz <dana@northwind.example>");
}

/** Waits for the question which folder it is for. */
const asked = (page: Page) => page.locator(".quick-input-widget input[placeholder='In which folder does the playbook belong?']").waitFor();

/** Waits for a whole playbook that nobody has saved, in an editor that knows what it is. */
async function isUnsaved(page: Page, title: string): Promise<void> {
  await page.locator(".tabs-container .tab.active.dirty", { hasText: /title: |Untitled/ }).waitFor();
  await page.locator(".monaco-editor .view-line", { hasText: title }).first().waitFor();
  await page.locator(".statusbar-item[id='status.editor.mode']", { hasText: "Cadence Playbook" }).waitFor();
  await page.locator(".monaco-editor .view-line", { hasText: "if started today" }).first().waitFor();
  expect(await squiggles(page).count()).toBe(0);
}

describe("with several folders", () => {
  let root: string;
  let page: Page;
  beforeAll(async () => {
    const one = editor.folderWith("first-conversation.playbook.yaml");
    root = dirname(one);
    mkdirSync(join(root, "two"));
    // What is called like the folder of playbooks, and is none.
    writeFileSync(join(root, "two/playbooks"), "Not a folder.\n");
    // Nobody may write there, whoever they are.
    const folders = [
      { path: one, name: "one" },
      { path: join(root, "two"), name: "two" },
      { path: "/proc/tty", name: "closed" },
    ];
    writeFileSync(join(root, "team.code-workspace"), JSON.stringify({ folders }));
    page = await editor.open(join(root, "team.code-workspace"));
  });
  afterEach(async () => {
    await run(page, "View: Revert and Close Editor");
    await page.locator(".tabs-container .tab").waitFor({ state: "detached" });
  });

  test("it is asked which of them the playbook is for, and there it is", async () => {
    await begin(page, "Second site of a customer");
    await asked(page);
    await keep(page, "5-which-folder");
    await page.locator(".quick-input-widget input").last().fill("two");
    await page.keyboard.press("Enter");
    await page.locator(".tabs-container .tab", { hasText: "second-site-of-a-customer.playbook.yaml" }).waitFor();
    expect(readdirSync(join(root, "two")).sort()).toEqual(["playbooks", "second-site-of-a-customer.playbook.yaml"]);
    expect(readFileSync(join(root, "two/second-site-of-a-customer.playbook.yaml"), "utf8")).toContain("title: Second site of a customer");
    // Whoever works in a folder is not asked.
    await begin(page, "Third site of a customer");
    await page.locator(".tabs-container .tab", { hasText: "third-site-of-a-customer.playbook.yaml" }).waitFor();
    expect(readdirSync(join(root, "two"))).toContain("third-site-of-a-customer.playbook.yaml");
    await run(page, "View: Close Editor");
  });

  test("whoever leaves that question has the playbook unsaved", async () => {
    await begin(page, "A site of nobody");
    await asked(page);
    await page.keyboard.press("Escape");
    await isUnsaved(page, "A site of nobody");
  });

  test("where nothing can be written, that is told, and the playbook is there unsaved", async () => {
    await begin(page, "A site behind a door");
    await asked(page);
    await page.locator(".quick-input-widget input").last().fill("closed");
    await page.keyboard.press("Enter");
    await isUnsaved(page, "A site behind a door");
    const notice = page.locator(".notifications-toasts .notification-list-item");
    await notice.filter({ hasText: "“closed/a-site-behind-a-door.playbook.yaml” could not be written." }).waitFor();
    expect(await notice.count()).toBe(1);
    await keep(page, "5-not-written");
  });
});

test("without a folder the playbook is there unsaved, and nobody is asked for a folder", async () => {
  const page = await editor.openNothing();
  await begin(page, "A site without a folder");
  await isUnsaved(page, "A site without a folder");
  await keep(page, "5-no-folder");
});
