import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { session } from "./session.ts";
import { fix, hover, keep, openFile, problems, run, squiggles, turn } from "./workbench.ts";

const playbooks = join(import.meta.dirname, "../../playbooks");
const name = "first-conversation.playbook.yaml";
const clean = readFileSync(join(playbooks, name), "utf8");

/** The first words of a message, below the fold. */
const FIRST_WORDS = "A customer of yours wrote";

const editor = session();
let folder: string;
let page: Page;

beforeEach(() => {
  folder = editor.folderWith("cadence.config.yaml", "cadence.assets.yaml");
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await keep(page, `failed-${task.name.replaceAll(/\W+/g, "-")}`);
  await page.close();
});

/** Opens one file of the folder, with this text in it. */
async function open(text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  page = await editor.open(folder);
  await openFile(page, name);
}

/** Replaces words that are there exactly once. */
function planted(words: string, mistake: string): string {
  expect(clean.split(words)).toHaveLength(2);
  return clean.replace(words, mistake);
}

test("a mistake is underlined, listed, explained and put right", async () => {
  await open(planted("summary:", "summry:"));
  const mistake = squiggles(page);
  await mistake.first().waitFor();
  expect(await mistake.count()).toBe(1);
  await keep(page, "1-underlined");

  const listed = await problems(page);
  await listed.first().waitFor();
  expect(await listed.allInnerTexts()).toEqual([expect.stringMatching(/“summry”.*“summary”.*known-keys.*Ln 3, Col 1/s)]);

  await hover(page, mistake.first(), 'a[data-href$="/rules/known-keys/"]');
  await keep(page, "2-explained-dark");
  await turn(page, "light");
  await keep(page, "2-explained-light");
  await turn(page, "dark");

  await fix(page, mistake.first(), "summary");
  await mistake.waitFor({ state: "detached" });
  await page.locator(".markers-panel .message-box-container", { hasText: "No problems" }).waitFor();
  await keep(page, "3-put-right");
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFileSync(join(folder, name), "utf8")).toBe(clean);
});

test("a touch too soon is moved by its quick fix, and the team's configuration has its say", async () => {
  await open(planted("id: aisle-walk\n    day: 8\n", "id: aisle-walk\n    day: 5\n"));
  await (await problems(page)).filter({ hasText: "gaps-hold" }).click();
  const tooSoon = page.locator(".monaco-editor .squiggly-error");
  await tooSoon.waitFor();
  await coloured("benchmark says");
  await keep(page, "4-too-soon");

  // The workbench begins to watch the disk some time after it has opened: a file that shows up tells when.
  const watched = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "watched" });
  let tries = 0;
  const showsUp = async () => {
    writeFileSync(join(folder, `watched-${tries++}.txt`), "");
    return watched.count();
  };
  await expect.poll(showsUp, { interval: 1000 }).toBeGreaterThan(0);
  const settings = join(folder, "cadence.config.yaml");
  const config = readFileSync(settings, "utf8");
  writeFileSync(settings, `${config}\nseverities:\n  gaps-hold: warning\n`);
  await page.locator(".monaco-editor .squiggly-warning").waitFor();
  writeFileSync(settings, config);
  await tooSoon.waitFor();

  await fix(page, tooSoon, "Move “aisle-walk” and what follows it 1 business day later");
  await tooSoon.waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFileSync(join(folder, name), "utf8")).toContain("id: aisle-walk\n    day: 6\n");
});

test("a playbook has the colours of any YAML file, and its variables stand out", async () => {
  const text = "# a note\ntitle: Any words\nminutes: 15\nscript: |\n  Hi {{first_name}}, hello.\n";
  writeFileSync(join(folder, "plain.yaml"), text);
  await open(text);
  await coloured("hello");
  expect(new Set([await colour("hello"), await colour("{{"), await colour("first_name")]).size).toBe(3);
  const pieces = ["# a note", "title", "Any", "15", "hello"];
  const playbook = await Promise.all(pieces.map(colour));
  expect(new Set(playbook).size).toBe(4);

  await openFile(page, "plain.yaml");
  await page.locator(".statusbar-item", { hasText: /^YAML$/ }).waitFor();
  await coloured("hello");
  expect(await Promise.all(pieces.map(colour))).toEqual(playbook);
});

/** The colour of a piece of text, as the editor names it: mtk and a number, of which mtk1 is the colour of what has not been read yet. */
function colour(piece: string): Promise<string | null> {
  return page.locator(".monaco-editor .view-line span span", { hasText: piece }).first().getAttribute("class");
}

/** Waits until the editor has read up to a piece of text. */
async function coloured(piece: string): Promise<void> {
  await page.locator(".monaco-editor .view-line span span:not(.mtk1)", { hasText: piece }).first().waitFor();
}

test("a new line starts where YAML wants it", async () => {
  await open("");
  await page.locator(".monaco-editor .view-lines").first().click();
  for (const line of ["touches:", "- id: hello", "day: 1", "script: |", "Hi there, two things:", "the first"]) {
    await page.keyboard.type(line);
    // The editor only indents after a line whose colours it knows.
    await coloured(line.split(" ").at(-1)?.replace(":", "") ?? line);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Control+s");
  const typed = "touches:\n  - id: hello\n    day: 1\n    script: |\n      Hi there, two things:\n      the first\n      ";
  await expect.poll(() => readFileSync(join(folder, name), "utf8")).toBe(typed);
});

test("where it is set so, a word is left alone until the cursor leaves it", async () => {
  mkdirSync(join(folder, ".vscode"));
  const settings = { "cadence.findings.whileTyping": "held", "files.autoSave": "off", "editor.quickSuggestions": false };
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
  await open(planted("summary: >-\n", "remarks: late\nsummary: >-\n"));
  // What is there already is shown.
  await squiggles(page).first().waitFor();
  const line = page.locator(".monaco-editor .view-line", { hasText: "remarks" });
  await line.click();
  await page.keyboard.press("Home");
  await page.keyboard.type("my-");
  await squiggles(page).first().waitFor({ state: "detached" });
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await squiggles(page).first().waitFor();
});

/** The words that are shared, once the cursor stands in their line. */
async function firstWords(): Promise<Locator> {
  expect(clean.split(FIRST_WORDS)).toHaveLength(2);
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("Control+g");
  const line = 1 + clean.split("\n").findIndex((one) => one.includes(FIRST_WORDS));
  await page.keyboard.type(String(line));
  await page.keyboard.press("Enter");
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col 1` }).waitFor();
  return page.locator(".monaco-editor .view-line", { hasText: FIRST_WORDS });
}

test("words that cannot be shared any more when that is chosen are told to be so, and nothing is changed", async () => {
  const assets = join(folder, "cadence.assets.yaml");
  await open(clean);
  await fix(page, await firstWords(), "Share the words of", () => writeFileSync(assets, "assets: [\n"));
  const notice = page.locator(".notifications-toasts .notification-list-item", { hasText: "Nothing can be added to" });
  await notice.waitFor();
  await keep(page, "shared-words-refused");
  expect(readFileSync(assets, "utf8")).toBe("assets: [\n");
  expect(await page.locator(".monaco-editor .view-line", { hasText: "words-from:" }).count()).toBe(0);
  await run(page, "Notifications: Clear All Notifications");
});

test("words become a shared asset, in a file that is made for them", async () => {
  rmSync(join(folder, "cadence.assets.yaml"));
  await open(clean);
  await fix(page, await firstWords(), "Share the words of");
  await page.locator(".monaco-editor .view-line", { hasText: "words-from:" }).waitFor();
  await keep(page, "shared-words");
  await run(page, "File: Save All");
  const assets = join(folder, "cadence.assets.yaml");
  await expect.poll(() => existsSync(assets) && readFileSync(assets, "utf8")).toContain(FIRST_WORDS);
  await expect.poll(() => readFileSync(join(folder, name), "utf8")).toContain("words-from:");
  await problems(page);
  // The asset that the playbook brings was in the file that is gone, so it is the one thing that is found.
  await page.locator(".markers-panel .monaco-list-row", { hasText: "pick-error-benchmark" }).first().waitFor();
  expect(await page.locator(".markers-panel .monaco-list-row", { hasText: "shared-words-kept" }).count()).toBe(0);
}, 240_000);

test.each([
  ["does not start", "process.exit(1);", "Playbooks are not checked: the language server did not start."],
  [
    "keeps stopping",
    'process.on("message", ({ method }) => method === "textDocument/didOpen" && process.exit(1));',
    "Playbooks are no longer checked: the language server keeps stopping.",
  ],
])("a server that %s is told plainly, and trying again works", async (what, fault, words) => {
  const installed = readdirSync(editor.extensions).find((entry) => entry.startsWith("cadence-playbooks."));
  const module = join(editor.extensions, installed ?? "", "dist/server.cjs");
  const whole = readFileSync(module, "utf8");
  writeFileSync(module, fault + whole);
  try {
    await open(planted("summary:", "summry:"));
    const notice = page.locator(".notifications-toasts .notification-list-item");
    await notice.filter({ hasText: words }).waitFor();
    expect(await notice.count()).toBe(1);
    // Nothing is found, because nothing is looked for.
    await page.locator(".statusbar-item[id$='cadence.status']", { hasText: "Cadence: not checked" }).waitFor();
    await keep(page, `5-${what.replaceAll(" ", "-")}`);
  } finally {
    writeFileSync(module, whole);
  }
  await page.locator(".notifications-toasts .monaco-button", { hasText: "Try Again" }).click();
  await squiggles(page).first().waitFor();
  await page.locator(".statusbar-item[id$='cadence.status']", { hasText: "Cadence: 1 error" }).waitFor();
});
