import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createKnowledge, knowledgeFor, today } from "./knowledge.ts";

let folder = "";
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), "known-")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const team = (name: string) => `team: ${name}\n`;
const ASSETS = "assets:\n  guide:\n    title: A guide\n    owner: Dana Ortiz <dana@northwind.example>\n    expires: 2099-01-31\n";

test("each file comes from the nearest folder that has one", async () => {
  await write(".git/HEAD", "");
  const outer = await write("cadence.config.yaml", team("Outer"));
  const inner = await write("team/cadence.config.yml", team("Inner"));
  const assets = await write("cadence.assets.yaml", ASSETS);
  const known = await knowledgeFor(path.join(folder, "team/deep/a.playbook.yaml"));
  expect(known).toMatchObject({ configFile: inner, assetsFile: assets, unread: [] });
  expect(known.config?.team).toBe("Inner");
  expect(Object.keys(known.assets?.assets ?? {})).toEqual(["guide"]);
  expect((await knowledgeFor(path.join(folder, "a.playbook.yaml"))).configFile).toBe(outer);
});

test("nothing is looked for outside the repository", async () => {
  await write("cadence.config.yaml", team("Somebody else"));
  await write("repository/.git", "gitdir: elsewhere\n");
  const known = await knowledgeFor(path.join(folder, "repository/team/a.playbook.yaml"));
  expect(known).toEqual({
    config: undefined,
    assets: undefined,
    configFile: undefined,
    assetsFile: undefined,
    assetsTakeMore: false,
    unread: [],
    faulty: [],
  });
});

test("a configuration that cannot be read is told, and one with slips is read as far as it goes", async () => {
  await write(".git/HEAD", "");
  const file = await write("cadence.config.yaml", "team: [\n");
  const playbook = path.join(folder, "a.playbook.yaml");
  expect(await knowledgeFor(playbook)).toMatchObject({ config: undefined, configFile: file, unread: [{ file, kind: "not-text" }] });
  await write("cadence.config.yaml", "taem: Northwind\n");
  const known = await knowledgeFor(playbook);
  expect([known.config?.team, known.unread, known.faulty]).toEqual(["Northwind", [], [file]]);
  await rm(file);
  await mkdir(file);
  expect((await knowledgeFor(playbook)).unread).toMatchObject([{ file, what: "This is a folder, not a file." }]);
});

test("the text in an open editor counts for more than the disk, even where the disk has none", async () => {
  await write(".git/HEAD", "");
  const file = path.join(folder, "cadence.config.yaml");
  const open = (asked: string) => (asked === file ? team("Unsaved") : undefined);
  expect((await knowledgeFor(path.join(folder, "a.playbook.yaml"), open)).config?.team).toBe("Unsaved");
});

test("what is known stays known until it is forgotten", async () => {
  await write(".git/HEAD", "");
  const config = await write("cadence.config.yaml", team("Before"));
  const knowledge = createKnowledge();
  const here = path.join(folder, "a.playbook.yaml");
  const below = path.join(folder, "team/b.playbook.yaml");
  expect(knowledge.peek(here)).toBeUndefined();
  expect((await knowledge.for(here)).config?.team).toBe("Before");
  await knowledge.for(below);
  expect(knowledge.peek(here)).toBe(await knowledge.for(path.join(folder, "other.playbook.yaml")));
  await write("cadence.config.yaml", team("After"));
  expect(knowledge.peek(here)?.config?.team).toBe("Before");
  knowledge.forget(path.join(folder, "team/cadence.config.yaml"));
  expect([knowledge.peek(here)?.config?.team, knowledge.peek(below)]).toEqual(["Before", undefined]);
  knowledge.forget(config);
  expect(knowledge.peek(here)).toBeUndefined();
  expect((await knowledge.for(below)).config?.team).toBe("After");
  knowledge.forget();
  expect(knowledge.peek(below)).toBeUndefined();
});

test("an answer that was on its way when its folder was forgotten is not kept", async () => {
  await write(".git/HEAD", "");
  await write("cadence.config.yaml", team("Before"));
  const knowledge = createKnowledge();
  const here = path.join(folder, "a.playbook.yaml");
  const coming = knowledge.for(here);
  knowledge.forget();
  await coming;
  expect(knowledge.peek(here)).toBeUndefined();
});

test("today is an ISO date", () => {
  expect(today()).toMatch(/^\d{4}-\d\d-\d\d$/);
  const [year, month, day] = today().split("-").map(Number);
  expect(Math.abs(new Date(year ?? 0, (month ?? 0) - 1, day).getTime() - Date.now())).toBeLessThan(2 * 86_400_000);
});
