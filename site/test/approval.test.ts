import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildHandbook } from "../build.ts";
import { brokenLinks } from "../finish/links.ts";
import { approveDraft, change, copiedPlaybooks } from "./ledger.ts";

let playbooks: ReturnType<typeof copiedPlaybooks>;
let out: string;
beforeEach(() => {
  // The test runner sets this for its own pages; a build would take it for the handbook's.
  vi.stubEnv("BASE_URL", undefined);
  playbooks = copiedPlaybooks();
  out = realpathSync(mkdtempSync(join(tmpdir(), "handbook-")));
});
afterEach(() => {
  vi.unstubAllEnvs();
  playbooks[Symbol.dispose]();
  rmSync(out, { recursive: true, force: true });
});
const build = () => buildHandbook({ into: join(out, "dist"), playbooks: playbooks.folder });
const page = (path: string) => readFileSync(join(out, "dist", path, "index.html"), "utf8");

test("whatever was tampered with stops the build, all of it at once, with file, record and difference, and the last handbook stays", async () => {
  const { folder } = playbooks;
  const first = await approveDraft(folder, "first-conversation");
  const reflex = await approveDraft(folder, "reflex-no");
  const lapsed = await approveDraft(folder, "lapsed-customer");
  expect(await build()).toBeUndefined();
  const before = page("playbooks/first-conversation");

  change(first.copy, (text) => text.replace("First conversation with", "Last conversation with"));
  change(reflex.record, (text) => text.replace("playbook: reflex-no", "playbook: inbound-question"));
  rmSync(lapsed.copy);
  const wrong = (await build()) ?? "";
  expect(wrong).toContain("3 playbooks are not what was approved");
  expect(wrong).toMatch(/approved\/first-conversation\/1\.playbook\.yaml/);
  expect(wrong).toMatch(/approved\/first-conversation\/1\.approval\.yaml/);
  expect(wrong).toMatch(/was “title: First conversation with .*” and is “title: Last conversation with/);
  expect(wrong).toContain("The record speaks for “inbound-question”, not for “reflex-no”.");
  expect(wrong).toContain("Version 1 has a record but no copy.");
  expect(wrong).not.toMatch(/^\s+at .*:\d+:\d+\)?$|Stack trace/m);
  expect(page("playbooks/first-conversation")).toBe(before);
});

test("editing a draft changes nothing; the newest approval shows, counted as numbers; an unfinished one counts for nothing", async () => {
  const { folder } = playbooks;
  await approveDraft(folder, "inbound-question");
  expect(await build()).toBeUndefined();
  const before = page("playbooks/inbound-question");

  change(join(folder, "inbound-question.playbook.yaml"), (text) => text.replace(/^title: .*/m, "title: Something better"));
  expect(await build()).toBeUndefined();
  expect(page("playbooks/inbound-question")).toBe(before);

  await approveDraft(folder, "inbound-question", 9);
  change(join(folder, "inbound-question.playbook.yaml"), (text) => text.replace(/^title: .*/m, "title: Better still"));
  await approveDraft(folder, "inbound-question", 10);
  const unfinished = await approveDraft(folder, "inbound-question", 11);
  rmSync(unfinished.record);
  expect(await build()).toBeUndefined();
  expect(page("playbooks/inbound-question")).toContain("Better still");
});

test("a handbook without any play, under an address of its own, still holds together", async () => {
  change(join(playbooks.folder, "cadence.config.yaml"), (text) =>
    text.replace(/^handbook: .*/m, "handbook: https://northwind.example/selling/handbook/"),
  );
  expect(await build()).toBeUndefined();
  expect(page("")).toContain("No play is approved yet.");
  expect(existsSync(join(out, "dist/playbooks/first-conversation"))).toBe(false);
  const { broken, followed } = brokenLinks(join(out, "dist"), "/selling/handbook/");
  expect(broken).toEqual([]);
  expect(followed).toBeGreaterThan(500);
});
