import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "@cadence-playbooks/server/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildHandbook } from "../build.ts";
import { brokenLinks } from "../finish/links.ts";
import { approveDraft, change, copiedPlaybooks, revokeDraft, seal } from "./ledger.ts";

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
/** A play with more runs than anybody can follow, as its rule shows one. */
const tangled = String(rules["runs-can-be-followed"].examples[1]).replace(/^ *\^.*\n/m, "");
const page = (path: string) => readFileSync(join(out, "dist", path, "index.html"), "utf8");

test("whatever was tampered with stops the build, all of it at once, with file and difference, and the last handbook stays", async () => {
  const { folder } = playbooks;
  const first = await approveDraft(folder, "first-conversation");
  const reflex = await approveDraft(folder, "reflex-no");
  const lapsed = await approveDraft(folder, "lapsed-customer");
  expect(await build()).toBeUndefined();
  const before = page("playbooks/first-conversation");

  change(first.copy, (text) => text.replace("First conversation with", "Last conversation with"));
  change(reflex.record, (text) => text.replace('playbook: "reflex-no"', 'playbook: "inbound-question"'));
  rmSync(lapsed.copy);
  const wrong = (await build()) ?? "";
  expect(wrong).toContain("3 playbooks are not what was approved");
  expect(wrong).toMatch(/approved\/first-conversation\/1\/first-conversation\.playbook\.yaml/);
  expect(wrong).toMatch(/was “title: First conversation with .*” and is “title: Last conversation with/);
  expect(wrong).toContain("The record speaks for “inbound-question”, not for “reflex-no”.");
  expect(wrong).toContain("Version 1 has a record but no copy.");
  expect(wrong).not.toMatch(/^\s+at .*:\d+:\d+\)?$|Stack trace/m);
  expect(page("playbooks/first-conversation")).toBe(before);
});

test("a warm cache lets nothing through: tampered, revoked, overdue and withdrawn, unsigned, or poisoned itself", async () => {
  const { folder } = playbooks;
  const cache = join(out, "kept-cache");
  const warm = () => buildHandbook({ into: join(out, "dist"), playbooks: folder, cache });
  const shows = (id: string) => existsSync(join(out, "dist/playbooks", id, "index.html"));
  const first = await approveDraft(folder, "first-conversation");
  await approveDraft(folder, "reflex-no");
  await approveDraft(folder, "lapsed-customer", { on: "2026-01-05" });
  expect(await warm()).toBeUndefined();
  expect(["first-conversation", "reflex-no", "lapsed-customer"].map(shows)).toEqual([true, true, true]);
  const store = readdirSync(cache, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith("data-store.json"));
  expect(store).toBeDefined();

  change(first.copy, (text) => text.replace("First conversation with", "Last conversation with"));
  expect(await warm()).toContain("1 playbook is not what was approved");
  change(first.copy, (text) => text.replace("Last conversation with", "First conversation with"));

  // Whoever can write the cache puts other words under an approved name.
  change(join(cache, store ?? ""), (text) => text.replaceAll("First conversation with", "Poisoned conversation with"));
  await revokeDraft(folder, "reflex-no");
  change(join(folder, "cadence.config.yaml"), (text) => `${text}approvals: { when-overdue: withdraw }\n`);
  expect(await warm()).toBeUndefined();
  expect(["first-conversation", "reflex-no", "lapsed-customer"].map(shows)).toEqual([true, false, false]);
  expect(page("playbooks/first-conversation")).not.toContain("Poisoned");
  expect(page("")).not.toContain("not interested");

  change(join(folder, "cadence.config.yaml"), (text) => text.replace("withdraw }", "withdraw, signatures: required }"));
  expect(await warm()).toContain("is not signed, and the team's configuration asks for a signature");
});

test("what was approved and does not hold today stops the build, from a cold cache and a warm one, beside what is forged", async () => {
  const { folder } = playbooks;
  const cache = join(out, "kept-cache");
  const warm = () => buildHandbook({ into: join(out, "dist"), playbooks: folder, cache });
  const [assets, config] = ["cadence.assets.yaml", "cadence.config.yaml"].map((name) => join(folder, name)) as [string, string];
  const first = await approveDraft(folder, "first-conversation");
  const reflex = await approveDraft(folder, "reflex-no");
  await seal(
    folder,
    "tangled",
    `title: Tangled\nowner: Dana Ortiz <dana@northwind.example>\naudience: { segment: mid-market }\n${tangled}`,
    {
      ...first,
      id: "first-conversation",
    },
  );
  const unproven = (await warm()) ?? "";
  expect(unproven).toMatch(/^1 playbook is approved and not fit to be used today\. The handbook is not built\.\s+tangled\s/);
  expect(unproven).toMatch(
    /file {2}.*approved\/tangled\/1\/tangled\.playbook\.yaml:4:1\s+This playbook has too many runs to follow them all/,
  );
  rmSync(join(folder, "approved/tangled"), { recursive: true });
  expect(await warm()).toBeUndefined();
  const before = page("playbooks/first-conversation");
  expect(before).toContain("Good until June 30, 2027");

  change(assets, (text) => text.replace("expires: 2027-06-30", "expires: 2026-01-31"));
  change(config, (text) => text.replace("touches-in-7-days: 3", "touches-in-7-days: 1"));
  change(reflex.copy, (text) => `${text}# A word more.\n`);
  for (const again of [build, warm]) {
    const wrong = (await again()) ?? "";
    expect(wrong).toMatch(/1 playbook is not what was approved\. The handbook is not built\.\s+reflex-no/);
    expect(wrong).toContain("1 playbook is approved and not fit to be used today.");
    expect(wrong).toMatch(
      /approved\/first-conversation\/1\/first-conversation\.playbook\.yaml:\d+:\d+\s+“[\w-]+” brings “pick-error-benchmark”, which expired on 2026-01-31\. What is out of date/,
    );
    expect(wrong).toContain("Have Dana Ortiz look at it and set a new date in cadence.assets.yaml; or approve");
    expect(wrong).toContain("Then approve that as a new version; or revoke this one.");
    expect(wrong).not.toMatch(/^\s+at .*:\d+:\d+\)?$|Stack trace/m);
  }
  expect(page("playbooks/first-conversation")).toBe(before);

  change(assets, (text) => text.replace("expires: 2026-01-31", "expires: 2028-03-31"));
  change(config, (text) => text.replace("touches-in-7-days: 1", "touches-in-7-days: 3"));
  change(reflex.copy, (text) => text.replace("# A word more.\n", ""));
  expect(await warm()).toBeUndefined();
  expect(page("playbooks/first-conversation")).toContain("Good until March 31, 2028");
  change(assets, () => "assets: [\n");
  expect(await warm()).toContain("cannot be read, so nobody can tell what has expired.");
});

test("a dead link, an expired asset, an unproven path and a forged record are told of all at once", async () => {
  const { folder } = playbooks;
  const assets = join(folder, "cadence.assets.yaml");
  // What a play brings may lead to another play of this handbook; that one is gone.
  change(assets, (text) => text.replace(/(nine-questions:[\s\S]*?link: )\S+/, "$1http://localhost:4321/playbooks/no-longer-there/"));
  await approveDraft(folder, "inbound-question");
  const first = await approveDraft(folder, "first-conversation");
  const reflex = await approveDraft(folder, "reflex-no");
  await seal(
    folder,
    "tangled",
    `title: Tangled\nowner: Dana Ortiz <dana@northwind.example>\naudience: { segment: mid-market }\n${tangled}`,
    { ...first, id: "first-conversation" },
  );
  change(reflex.record, (text) => text.replace('playbook: "reflex-no"', 'playbook: "inbound-question"'));
  change(assets, (text) => text.replace("expires: 2027-06-30", "expires: 2026-01-31"));
  const wrong = (await build()) ?? "";
  expect(wrong).toContain("The record speaks for “inbound-question”, not for “reflex-no”.");
  expect(wrong).toContain("This playbook has too many runs to follow them all");
  expect(wrong).toContain("brings “pick-error-benchmark”, which expired on 2026-01-31.");
  expect(wrong).toMatch(/\n {2}playbooks\/inbound-question\/index\.html → http:\/\/localhost:4321\/playbooks\/no-longer-there\/$/m);
  expect(wrong).not.toMatch(/^\s+at .*:\d+:\d+\)?$|Stack trace/m);
});

test("a handbook never goes back behind the one it replaces", async () => {
  const { folder } = playbooks;
  await approveDraft(folder, "first-conversation");
  await revokeDraft(folder, "first-conversation");
  expect(await build()).toBeUndefined();
  rmSync(join(folder, "approved/first-conversation/2"), { recursive: true });
  change(join(folder, "approved/first-conversation/newest.yaml"), () => "");
  rmSync(join(folder, "approved/first-conversation/newest.yaml"));
  expect(await build()).toContain("Decision 2 is in the published handbook and not in the ledger any more.");
});

test("editing a draft changes nothing; the newest decision shows, counted as numbers; an unfinished one counts for nothing", async () => {
  const { folder } = playbooks;
  await approveDraft(folder, "inbound-question");
  expect(await build()).toBeUndefined();
  const before = page("playbooks/inbound-question");

  for (let version = 2; version <= 10; version++) {
    change(join(folder, "inbound-question.playbook.yaml"), (text) => text.replace(/^title: .*/m, `title: Something better ${version}`));
    if (version === 2) {
      expect(await build()).toBeUndefined();
      expect(page("playbooks/inbound-question")).toBe(before);
    }
    await approveDraft(folder, "inbound-question");
  }
  mkdirSync(join(folder, "approved/inbound-question/.11-unfinished"));
  writeFileSync(join(folder, "approved/inbound-question/.11-unfinished/inbound-question.playbook.yaml"), "title: Half a thing\n");
  expect(await build()).toBeUndefined();
  expect(page("playbooks/inbound-question")).toContain("Something better 10");
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
