import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { session } from "./session.ts";
import { keep, openFile, run } from "./workbench.ts";

const name = "first-conversation.playbook.yaml";

const editor = session();

/** The one line that asks for words, with its title. */
const asks = (page: Page) => page.locator(".quick-input-widget:visible");

async function answer(page: Page, title: RegExp, words: string): Promise<void> {
  await asks(page).locator(".quick-input-title", { hasText: title }).waitFor();
  await asks(page).locator("input").last().fill(words);
  await page.keyboard.press("Enter");
}

test("a draft is approved question by question, compared after a change, and revoked", async () => {
  const folder = editor.folderWith("cadence.config.yaml", "cadence.assets.yaml", name);
  const page = await editor.open(folder);
  try {
    await openFile(page, name);
    const lens = page.locator(".monaco-editor .codelens-decoration");
    const status = page.locator(".statusbar-item", { hasText: /approved|Approved|Revoked/ });
    await lens.filter({ hasText: "Never approved" }).waitFor();
    await status.filter({ hasText: "Never approved" }).waitFor();

    await run(page, "Cadence: Approve…");
    // A nod is not taken, and what was answered is kept when somebody leaves.
    await asks(page)
      .locator(".quick-input-title", { hasText: /^1 of 9/ })
      .waitFor();
    await asks(page).locator("input").last().fill("yes");
    await asks(page).getByText("A sentence about this playbook is enough.").waitFor();
    await answer(page, /^1 of 9/, "The first touch was worth a minute of theirs.");
    await asks(page)
      .locator(".quick-input-title", { hasText: /^2 of 9/ })
      .waitFor();
    await page.keyboard.press("Escape");
    await run(page, "Cadence: Approve…");
    await asks(page)
      .locator(".quick-input-title", { hasText: /^1 of 9/ })
      .waitFor();
    expect(await asks(page).locator("input").last().inputValue()).toBe("The first touch was worth a minute of theirs.");
    await page.keyboard.press("Enter");
    for (const [i, what] of ["evidence", "assets", "ending", "dose", "waiting", "silence", "sound", "research"].entries())
      await answer(page, new RegExp(`^${i + 2} of 9`), `We looked at its ${what} together.`);
    await asks(page).getByText("Maren Holt").click();
    await lens.filter({ hasText: "Approved by Maren Holt, version 1" }).waitFor();
    await keep(page, "4-approved");
    const copy = join(folder, "approved/first-conversation/1", name);
    expect(readFileSync(copy, "utf8")).toBe(readFileSync(join(folder, name), "utf8"));

    writeFileSync(join(folder, name), readFileSync(copy, "utf8").replace(/^title: .*/m, "title: Another title"));
    await status.filter({ hasText: "changed since" }).waitFor();
    await run(page, "Cadence: Show What Changed Since Approval");
    await page.locator(".tabs-container .tab", { hasText: "approved ↔ draft" }).waitFor();
    await page.locator(".monaco-diff-editor .line-insert").first().waitFor({ state: "attached" });
    await keep(page, "5-compared");

    await page.getByRole("tab", { name, exact: true }).click();
    await run(page, "Cadence: Revoke…");
    await answer(page, /Why must reps not use it/, "The benchmark was withdrawn.");
    await asks(page).getByText("Maren Holt").click();
    await page.locator(".monaco-dialog-box").getByText("Revoke", { exact: true }).click();
    await status.filter({ hasText: "Revoked by Maren Holt" }).waitFor();
    expect(existsSync(join(folder, "approved/first-conversation/2/first-conversation.revocation.yaml"))).toBe(true);
  } finally {
    await keep(page, "6-approval-at-the-end");
    await page.close();
  }
});
