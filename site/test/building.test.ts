import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { buildHandbook, essence } from "../build.ts";
import { approveDraft, copiedPlaybooks } from "./ledger.ts";

const out = realpathSync(mkdtempSync(join(tmpdir(), "handbook-")));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(out, { recursive: true, force: true }));

test("two handbooks that are built at the same time keep apart", async () => {
  // The test runner sets this for its own pages; a build would take it for the handbook's.
  vi.stubEnv("BASE_URL", undefined);
  const ids = ["first-conversation", "reflex-no"];
  const wrong = await Promise.all(
    ids.map(async (id) => {
      using playbooks = copiedPlaybooks();
      await approveDraft(playbooks.folder, id);
      return await buildHandbook({ into: join(out, id), playbooks: playbooks.folder });
    }),
  );
  expect(wrong).toEqual([undefined, undefined]);
  const plays = (id: string) =>
    (JSON.parse(readFileSync(join(out, id, "playbooks.json"), "utf8")) as { playbooks: { id: string }[] }).playbooks.map((play) => play.id);
  expect(ids.map(plays)).toEqual(ids.map((id) => [id]));
});

test("where nobody says otherwise, the repository's own playbooks are built, with its own configuration", async () => {
  vi.stubEnv("BASE_URL", undefined);
  vi.stubEnv("CADENCE_PLAYBOOKS", undefined);
  const into = join(out, "own");
  expect(await buildHandbook({ into })).toBeUndefined();
  expect(readFileSync(join(into, "playbooks/first-conversation/index.html"), "utf8")).toMatch(
    /<title>[^<]+ \| Northwind playbooks<\/title>/,
  );
});

test("what is wrong stands before all else in what a failed build says", () => {
  const dead =
    "One link of the handbook leads nowhere, so it was not built. The page, and where its link points:\n  about/index.html → /elsewhere/";
  const said = [
    "07:24:46 [build] Collecting build info...",
    "╭─[ src/content/principles/progress/page.mdx:2:6 ]",
    "(!) Some chunks are larger than 500 kB after minification. Consider:",
    " generating static routes ",
    '07:24:50 [ERROR] [finish] An unhandled error occurred while running the "astro:build:done" hook',
    dead,
    "",
  ].join("\n");
  expect(essence(said)).toBe(dead);
  expect(essence("07:24:46 [content] Syncing content\n1 playbook is not what was approved.\n")).toBe(
    "1 playbook is not what was approved.",
  );
  expect(essence("07:24:50 [ERROR] [build] The disk is full.\n    at write\n")).toBe(
    "07:24:50 [ERROR] [build] The disk is full.\n    at write",
  );
});
