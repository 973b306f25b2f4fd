import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { launchBrowser } from "../../extension/workbench/browser.ts";
import { approveDraft, change, copiedPlaybooks } from "./ledger.ts";

const root = join(import.meta.dirname, "../..");

/** A copy of this room, inside the repository for what is installed there: a handbook that is open must not notice the test. */
function copiedSite(): { readonly site: string } & Disposable {
  mkdirSync(join(root, "out"), { recursive: true });
  const house = mkdtempSync(join(root, "out/handbook-"));
  const isSource = (file: string) => !/^(node_modules|dist|\.astro|\.dist-.*)$/.test(basename(file));
  cpSync(join(root, "site"), join(house, "site"), { recursive: true, filter: isSource });
  cpSync(join(root, "tsconfig.base.json"), join(house, "tsconfig.base.json"));
  return { site: join(house, "site"), [Symbol.dispose]: () => rmSync(house, { recursive: true, force: true }) };
}

/** Starts the handbook as `npm start` does, in a process of its own, and hears what it says. */
async function served(site: string, playbooks: string) {
  // Without what the test runner tells its own: the handbook would believe that it is being tested.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)/.test(name)),
  );
  const child = spawn(process.execPath, [join(site, "test/serve-once.ts")], {
    env: { ...env, CADENCE_PLAYBOOKS: playbooks },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`It ended with ${code}: ${said.join(" ")}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      if (line.startsWith("ready ")) resolve(line.slice("ready ".length));
    });
  });
  return {
    url,
    said,
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

test("the running handbook shows an approval by itself, finds it, and drops a page whose copy was touched", async () => {
  using playbooks = copiedPlaybooks();
  const { folder } = playbooks;
  await approveDraft(folder, "first-conversation");
  using copy = copiedSite();
  await using serving = await served(copy.site, folder);
  const { said } = serving;
  const browser = await launchBrowser();
  try {
    const status = async (path: string) => (await fetch(new URL(path, serving.url))).status;
    expect(await status("playbooks/first-conversation/")).toBe(200);
    expect(await status("playbooks/reflex-no/")).toBe(404);
    // What machines read, and what a page is verified with, is there as it is when it is published.
    for (const path of ["playbooks/first-conversation.json", "playbooks/first-conversation.md", "ledger/policy.json"])
      expect(await status(path), path).toBe(200);
    const record = "ledger/first-conversation/1/first-conversation.approval.yaml";
    const text = await fetch(new URL(record, serving.url)).then((response) => response.text());
    expect(text).toBe(readFileSync(join(folder, record.replace("ledger", "approved")), "utf8"));

    const page = await browser.newPage();
    await page.goto(serving.url);
    const approved = await approveDraft(folder, "reflex-no");
    // Nobody reloads: the open page does.
    await page.getByText("They said “not interested” at once").waitFor();
    expect(await status("playbooks/reflex-no/")).toBe(200);

    await expect.poll(() => said, { timeout: 60_000 }).toContain("Search is up to date.");
    await page.goto(serving.url);
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("not interested");
    await page.locator("handbook-search .results a", { hasText: "not interested" }).first().waitFor();

    writeFileSync(join(folder, "draft-nobody-approved.playbook.yaml"), "title: Nobody approved this\n");
    change(approved.copy, (text) => `${text}# one more line\n`);
    await expect.poll(() => status("playbooks/reflex-no/"), { timeout: 30_000 }).toBe(404);
    expect(await status("playbooks/first-conversation/")).toBe(200);
    expect(await status("playbooks/draft-nobody-approved/")).toBe(404);
    await expect.poll(() => said, { timeout: 60_000 }).toContain("Search keeps the index it had, because the handbook does not build:");
  } finally {
    await browser.close();
  }
});
