import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { check, openApproved } from "../core/index.ts";
import { cadence, folderWith, nobody } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

const SAM = "Sam Lindqvist <sam@northwind.example>";
const DRAFT = "first-conversation.playbook.yaml";
const approve = (folder: string, by: string, ...more: readonly string[]) => cadence(folder, ["approve", DRAFT, "--by", by, ...more]);

/** The ledger of the draft: every file, and each version opened as the handbook opens it. */
async function ledger(folder: string) {
  const place = path.join(folder, "approved/first-conversation");
  const files = (await readdir(place).catch(() => [])).sort();
  const versions = files.filter((name) => name.endsWith(".approval.yaml")).map((name) => Number.parseInt(name, 10));
  const opened = await Promise.all(
    versions.map(async (version) =>
      openApproved({
        id: "first-conversation",
        version,
        copy: await readFile(path.join(place, `${version}.playbook.yaml`)),
        record: await readFile(path.join(place, `${version}.approval.yaml`), "utf8"),
      }),
    ),
  );
  return { files, approvals: opened.map((one) => ("approval" in one ? one.approval : one)) };
}

test("the exact bytes and a record that speaks for them go into the ledger", async () => {
  const bytes = Buffer.from(`\uFEFF${cleanPlaybook.replaceAll("\n", "\r\n")}`);
  const folder = await folderWith({ [`team/${DRAFT}`]: bytes });
  const run = await cadence(folder, ["approve", `team/${DRAFT}`, "--by", SAM, "--on", "2026-03-02", "--note", "The first one"]);
  expect([run.code, run.err]).toEqual([0, ""]);
  const { files, approvals } = await ledger(path.join(folder, "team"));
  expect(files).toEqual(["1.approval.yaml", "1.playbook.yaml"]);
  expect(approvals).toMatchObject([
    { version: 1, "approved-by": SAM, "approved-on": "2026-03-02", "review-by": "2026-05-31", note: "The first one" },
  ]);
  expect(await readFile(path.join(folder, "team/approved/first-conversation/1.playbook.yaml"))).toEqual(bytes);
  for (const said of [SAM, "2026-03-02", "version 1", ...files.map((name) => `team/approved/first-conversation/${name}`)])
    expect(run.out).toContain(said);
});

test("a changed draft becomes the next version, and the one before stays as it was", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  await approve(folder, SAM);
  const same = await approve(folder, SAM);
  expect([same.code, same.err]).toEqual([1, expect.stringContaining("already approved, as version 1")]);
  await writeFile(path.join(folder, DRAFT), `${cleanPlaybook}# One more word.\n`);
  expect((await approve(folder, SAM)).code).toBe(0);
  const { files, approvals } = await ledger(folder);
  expect(files).toHaveLength(4);
  expect(approvals).toMatchObject([{ version: 1 }, { version: 2 }]);
  await writeFile(path.join(folder, DRAFT), cleanPlaybook);
  expect((await approve(folder, SAM)).code).toBe(0);
  expect((await ledger(folder)).approvals).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }]);
});

test("every reason against is told at once, and nothing is written", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook.replace("summary:", "sumary:") });
  const run = await approve(folder, "Dana Ortiz <dana@northwind.example>");
  expect([run.code, run.out]).toEqual([1, ""]);
  expect(run.err).toContain("2 │ sumary:");
  expect(run.err).toMatch(/refused {2}The playbook has 1 error\./);
  expect(run.err).toMatch(/refused {2}Dana Ortiz owns this playbook/);
  expect(run.err).toContain("Not approved; nothing was written.");
  expect(await readdir(folder)).toEqual([".git", DRAFT]);
});

test("warnings do not stand in the way", async () => {
  const folder = await folderWith({
    [DRAFT]: cleanPlaybook.replace("summary:", "sumary:"),
    "cadence.config.yaml": "severities: { known-keys: warning }\n",
  });
  const { findings } = check(await readFile(path.join(folder, DRAFT), "utf8"));
  const run = await approve(folder, SAM);
  expect(run).toMatchObject({ code: 0, err: "" });
  expect(run.out.replace(/\s+/g, " ")).toContain(`leaves ${findings.length} finding`);
});

const listed = `approvers:
  - person: ${SAM}
    segments: [enterprise]
  - person: Maren Holt <maren@northwind.example>
  - person: Alex Kim <alex@northwind.example>
  - person: Alex Kim <alex@elsewhere.example>
`;

test.each([
  ["maren holt", 0, ""],
  ["  Maren   Holt ", 0, ""],
  ["MAREN@northwind.example", 0, ""],
  ["M. Holt <maren@northwind.example>", 0, ""],
  ["Alex Kim", 1, "“Alex Kim” may be any of Alex Kim <alex@northwind.example>, Alex Kim <alex@elsewhere.example>."],
  ["Maren Hold", 1, "did you mean Maren Holt?"],
  ["maren@nortwind.example", 1, "did you mean maren@northwind.example?"],
  ["Kit Rivera <kit@northwind.example>", 1, "Kit Rivera is not among the approvers"],
  ["Sam Lindqvist", 1, "Sam Lindqvist does not approve playbooks for the segment “mid-market”."],
])("where approvers are listed, %j is answered with exit %i", async (by, code, said) => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, "cadence.config.yaml": listed });
  const run = await approve(folder, by);
  expect(run.code).toBe(code);
  expect(run.err.replace(/\s+/g, " ")).toContain(said);
  if (code === 0)
    expect((await ledger(folder)).approvals).toMatchObject([{ "approved-by": expect.stringContaining("<maren@northwind.example>") }]);
  else expect((await ledger(folder)).files).toEqual([]);
});

test.each([
  ["Sam Lindqvist", [], "does not name the approver well enough"],
  ["", [], "does not name the approver well enough"],
  [SAM, ["--on", "2026-02-30"], "“2026-02-30” is not a date."],
  [SAM, ["--on", "tomorrow"], "“tomorrow” is not a date."],
  [SAM, ["--on", "2999-01-01"], "2999-01-01 has not come yet."],
])("%j with %j is refused", async (by, more, said) => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  const run = await approve(folder, by, ...more);
  expect([run.code, (await ledger(folder)).files]).toEqual([1, []]);
  expect(run.err).toContain(said);
});

test("what is no draft is not approved", async () => {
  const folder = await folderWith({
    [DRAFT]: cleanPlaybook,
    "cadence.config.yaml": "team: Northwind\n",
    "Erste Schritte!.playbook.yaml": cleanPlaybook,
    "binary.playbook.yaml": Buffer.from([0]),
  });
  await approve(folder, SAM);
  const tries: readonly (readonly [string, number, string])[] = [
    ["approved/first-conversation/1.playbook.yaml", 2, "an approved copy, not a draft"],
    ["cadence.config.yaml", 2, "Only playbooks are approved"],
    ["first-conversatoin.playbook.yaml", 2, `did you mean ${DRAFT}?`],
    ["binary.playbook.yaml", 2, "This is not text"],
    ["Erste Schritte!.playbook.yaml", 1, "erste-schritte.playbook.yaml"],
  ];
  for (const [file, code, said] of tries) {
    const run = await cadence(folder, ["approve", file, "--by", SAM]);
    expect([file, run.code]).toEqual([file, code]);
    expect(run.err.replace(/\s+/g, " ")).toContain(said);
  }
  expect(await readdir(path.join(folder, "approved"))).toEqual(["first-conversation"]);
});

test("a configuration nobody can read leaves open who may approve, so nobody does", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, "cadence.config.yaml": "approvers: [\n" });
  const run = await approve(folder, SAM);
  expect([run.code, (await ledger(folder)).files]).toEqual([2, []]);
  expect(run.err).toContain("cadence.config.yaml");
});

test("of several who approve at once nobody overwrites anybody", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  const people = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo"].map((name) => `${name} <${name.toLowerCase()}@northwind.example>`);
  const runs = await Promise.all(people.map((by) => approve(folder, by)));
  const { files, approvals } = await ledger(folder);
  const done = people.filter((_, i) => runs[i]?.code === 0);
  expect(runs.map(({ code }) => code).filter((code) => code !== 0 && code !== 1)).toEqual([]);
  expect(done.length).toBeGreaterThan(0);
  expect(approvals.map((one) => ("approved-by" in one ? one["approved-by"] : one)).sort()).toEqual(done);
  expect(files).toHaveLength(2 * done.length);
});

test.each([
  ["while the copy is written", "promises.link", []],
  ["between the copy and the record", "rename", ["1.playbook.yaml"]],
])("an approval whose computer fails %s counts for nothing and is in nobody's way", async (_, step, left) => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  const failing = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; fs.${step} = () => new Promise(() => process.kill(process.pid, "SIGKILL")); syncBuiltinESMExports();`;
  const run = await cadence(folder, ["approve", DRAFT, "--by", SAM], {
    node: ["--import", `data:text/javascript,${encodeURIComponent(failing)}`],
  });
  expect([run.code, run.out]).toEqual([null, ""]);
  const { files, approvals } = await ledger(folder);
  expect(approvals).toEqual([]);
  expect(files.filter((name) => /^\d+\.\w+\.yaml$/.test(name))).toEqual(left);
  expect((await approve(folder, SAM)).code).toBe(0);
  expect((await ledger(folder)).approvals).toMatchObject([{ version: left.length + 1 }]);
});

test("a damaged approval can be given again", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  await approve(folder, SAM);
  await writeFile(path.join(folder, "approved/first-conversation/1.playbook.yaml"), `${cleanPlaybook}# Slipped in.\n`);
  expect((await approve(folder, SAM)).code).toBe(0);
  await rm(path.join(folder, "approved/first-conversation/2.playbook.yaml"));
  expect((await approve(folder, SAM)).code).toBe(0);
  expect((await readdir(path.join(folder, "approved/first-conversation"))).sort()).toContain("3.approval.yaml");
});

test("a ledger that cannot be written is told, and nothing is left half done", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  await mkdir(path.join(folder, "approved"));
  await chmod(path.join(folder, "approved"), 0o555);
  const run = await cadence(folder, ["approve", DRAFT, "--by", SAM], { as: nobody });
  expect([run.code, run.err]).toEqual([2, expect.stringContaining("You have no permission to write it.")]);
  expect(await readdir(path.join(folder, "approved"))).toEqual([]);
  await chmod(path.join(folder, "approved"), 0o755);
  await writeFile(path.join(folder, "approved/first-conversation"), "in the way\n");
  expect((await approve(folder, SAM)).code).toBe(2);
});
