import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { addDays, check, judgeLedger } from "../core/index.ts";
import { createKnowledge } from "../disk/knowledge.ts";
import { readLedger } from "../disk/ledger.ts";
import { answersFile, answersFor } from "../test/answers.ts";
import { cadence, folderWith, nobody } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

const SAM = "Sam Lindqvist <sam@northwind.example>";
const DRAFT = "first-conversation.playbook.yaml";
const ANSWERS = { "answers.yaml": answersFile(cleanPlaybook) };
const approve = (folder: string, by: string, ...more: readonly string[]) =>
  cadence(folder, ["approve", DRAFT, "--by", by, "--answers", "answers.yaml", "--note", "Something changed.", ...more]);
const daysAgo = (days: number) => addDays(new Date().toISOString().slice(0, 10), -days);

/** The ledger of the draft: every file, and every decision as anybody reads it who believes it. */
async function ledger(folder: string) {
  const place = path.join(folder, "approved/first-conversation");
  const files = (await readdir(place, { recursive: true }).catch(() => [])).filter((name) => /\.yaml$|^\./.test(name)).sort();
  const known = await createKnowledge().for(path.join(folder, DRAFT));
  const standing = await judgeLedger(readLedger(place), { config: known.config, signers: undefined, today: daysAgo(0), draft: undefined });
  if (standing.faults.length > 0) throw new Error(JSON.stringify(standing.faults));
  return { files, approvals: standing.steps.map(({ record }) => record) };
}

test("the exact bytes and a record that speaks for them go into the ledger", async () => {
  const bytes = Buffer.from(`\uFEFF${cleanPlaybook.replaceAll("\n", "\r\n")}`);
  const folder = await folderWith({ [`team/${DRAFT}`]: bytes, ...ANSWERS });
  const on = daysAgo(2);
  const run = await cadence(folder, [
    "approve",
    `team/${DRAFT}`,
    "--by",
    SAM,
    "--on",
    on,
    "--note",
    "The first one",
    "--answers",
    "answers.yaml",
  ]);
  expect([run.code, run.err]).toEqual([0, ""]);
  const { files, approvals } = await ledger(path.join(folder, "team"));
  expect(files).toEqual(["1/first-conversation.approval.yaml", "1/first-conversation.playbook.yaml", "newest.yaml"]);
  expect(approvals).toMatchObject([
    { version: 1, "approved-by": SAM, "approved-on": on, "review-by": addDays(on, 90), note: "The first one" },
  ]);
  expect(await readFile(path.join(folder, "team/approved/first-conversation/1/first-conversation.playbook.yaml"))).toEqual(bytes);
  for (const said of [SAM, on, "version 1", ...files.slice(0, 2).map((name) => `team/approved/first-conversation/${name}`)])
    expect(run.out).toContain(said);
});

test("a changed draft becomes the next version, and the one before stays as it was", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...ANSWERS });
  await approve(folder, SAM);
  const same = await approve(folder, SAM);
  expect([same.code, same.err]).toEqual([1, expect.stringContaining("already approved, as version 1")]);
  await writeFile(path.join(folder, DRAFT), `${cleanPlaybook}# One more word.\n`);
  expect((await approve(folder, SAM)).code).toBe(0);
  const { files, approvals } = await ledger(folder);
  expect(files).toHaveLength(5);
  expect(approvals).toMatchObject([{ version: 1 }, { version: 2 }]);
  await writeFile(path.join(folder, DRAFT), cleanPlaybook);
  expect((await approve(folder, SAM)).code).toBe(0);
  expect((await ledger(folder)).approvals).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }]);
});

test("every reason against is told at once, and nothing is written", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook.replace("summary:", "sumary:"), ...ANSWERS });
  const run = await approve(folder, "Dana Ortiz <dana@northwind.example>");
  expect([run.code, run.out]).toEqual([1, ""]);
  expect(run.err).toContain("2 │ sumary:");
  expect(run.err).toMatch(/refused {2}The playbook has 1 error\./);
  expect(run.err).toMatch(/refused {2}Dana Ortiz owns this playbook/);
  expect(run.err).toContain("Not approved; nothing was written.");
  expect(await readdir(folder)).toEqual([".git", "answers.yaml", DRAFT]);
});

test("warnings do not stand in the way", async () => {
  const folder = await folderWith({
    [DRAFT]: cleanPlaybook.replace("summary:", "sumary:"),
    "cadence.config.yaml": "severities: { known-keys: warning }\n",
    ...ANSWERS,
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
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, "cadence.config.yaml": listed, ...ANSWERS });
  const run = await approve(folder, by);
  expect(run.code).toBe(code);
  expect(run.err.replace(/\s+/g, " ")).toContain(said);
  if (code === 0)
    expect((await ledger(folder)).approvals).toMatchObject([{ "approved-by": expect.stringContaining("<maren@northwind.example>") }]);
  else expect((await ledger(folder)).files).toEqual([]);
});

test.each([
  ["Sam Lindqvist", [], "does not name a person well enough"],
  ["", [], "Nobody is named who gives their word."],
  [SAM, ["--on", "2026-02-30"], "“2026-02-30” is not a date."],
  [SAM, ["--on", "tomorrow"], "“tomorrow” is not a date."],
  [SAM, ["--on", "2999-01-01"], "2999-01-01 has not come yet."],
  [SAM, ["--on", daysAgo(9)], "more than 7 days ago"],
  ["Dana  Ortiz <dana+approver@northwind.example>", [], "looks like the owner"],
  ["Dаna Ortiz <other@northwind.example>", [], "letters of two alphabets in “Dаna”"],
  [SAM, ["--answer", "least-tolerant=fine"], "“least-tolerant” is answered with one word only"],
  [SAM, ["--answer", "least-tolerant= "], "“least-tolerant” has no answer"],
  [SAM, ["--answer", "least-tolerant=Looked at worth-their-minute for this test."], "has the very answer of another question"],
  [SAM, ["--answer", "no-such-question=Four words are enough."], "Nobody asked the question “no-such-question”"],
  [SAM, ["--answer", "yes"], "“yes” is not an answer."],
  [SAM, ["--answers", "missing.yaml"], "missing.yaml: There is no such file or folder."],
  [SAM, ["--answers", DRAFT], "does not hold answers"],
])("%j with %j is refused", async (by, more, said) => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...ANSWERS });
  const run = await approve(folder, by, ...more);
  expect([run.code, (await ledger(folder)).files]).toEqual([1, []]);
  expect(run.err.replace(/\s+/g, " ")).toContain(said);
});

test("what is no draft is not approved", async () => {
  const folder = await folderWith({
    [DRAFT]: cleanPlaybook,
    "cadence.config.yaml": "team: Northwind\n",
    "Erste Schritte!.playbook.yaml": cleanPlaybook,
    "binary.playbook.yaml": Buffer.from([0]),
    ...ANSWERS,
  });
  await approve(folder, SAM);
  const tries: readonly (readonly [string, number, string])[] = [
    ["approved/first-conversation/1/first-conversation.playbook.yaml", 2, "an approved copy, not a draft"],
    ["cadence.config.yaml", 2, "Only playbooks are approved"],
    ["first-conversatoin.playbook.yaml", 2, `did you mean ${DRAFT}?`],
    ["binary.playbook.yaml", 2, "This is not text"],
    ["Erste Schritte!.playbook.yaml", 1, "erste-schritte.playbook.yaml"],
  ];
  for (const [file, code, said] of tries) {
    const run = await cadence(folder, ["approve", file, "--by", SAM, "--answers", "answers.yaml"]);
    expect([file, run.code]).toEqual([file, code]);
    expect(run.err.replace(/\s+/g, " ")).toContain(said);
  }
  expect(await readdir(path.join(folder, "approved"))).toEqual(["first-conversation"]);
});

test("a configuration nobody can read leaves open who may approve, so nobody does", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, "cadence.config.yaml": "approvers: [\n", ...ANSWERS });
  const run = await approve(folder, SAM);
  expect([run.code, (await ledger(folder)).files]).toEqual([2, []]);
  expect(run.err).toContain("cadence.config.yaml");
});

test("of several who approve at once one wins, and the others are told", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...ANSWERS });
  const people = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo"].map((name) => `${name} <${name.toLowerCase()}@northwind.example>`);
  const runs = await Promise.all(people.map((by) => approve(folder, by)));
  const { files, approvals } = await ledger(folder);
  expect(approvals).toHaveLength(1);
  expect(approvals).toMatchObject([{ "approved-by": people[runs.findIndex(({ code }) => code === 0)] }]);
  expect(runs.map(({ code }) => code).sort()).toEqual([0, 1, 1, 1, 1, 1]);
  for (const { err } of runs.filter(({ code }) => code === 1))
    expect(err.replace(/\s+/g, " ")).toMatch(
      /Somebody else decided about this playbook at the same moment, and was first|already approved, as version 1/,
    );
  expect(files).toHaveLength(3);
});

test("an approval whose computer fails counts for nothing, is in nobody's way, and the next command says so", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...ANSWERS });
  const failing = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; fs.promises.rename = () => new Promise(() => process.kill(process.pid, "SIGKILL")); syncBuiltinESMExports();`;
  const run = await cadence(folder, ["approve", DRAFT, "--by", SAM, "--answers", "answers.yaml"], {
    node: ["--import", `data:text/javascript,${encodeURIComponent(failing)}`],
  });
  expect([run.code, run.out]).toEqual([null, ""]);
  expect((await ledger(folder)).approvals).toEqual([]);
  expect((await cadence(folder, ["verify"])).out.replace(/\s+/g, " ")).toContain(
    "was interrupted, or is being made this moment. It does not count",
  );
  const again = await approve(folder, SAM);
  expect([again.code, again.err.replace(/\s+/g, " ")]).toEqual([0, expect.stringContaining("was interrupted")]);
  expect((await ledger(folder)).approvals).toMatchObject([{ version: 1 }]);
});

test("nothing is approved on top of a damaged ledger", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...ANSWERS });
  await approve(folder, SAM);
  const copy = path.join(folder, "approved/first-conversation/1/first-conversation.playbook.yaml");
  await writeFile(copy, `${cleanPlaybook}# Slipped in.\n`);
  const run = await approve(folder, SAM);
  expect([run.code, run.err.replace(/\s+/g, " ")]).toEqual([1, expect.stringContaining("The ledger of this playbook cannot be believed")]);
  await writeFile(copy, cleanPlaybook);
  await writeFile(path.join(folder, DRAFT), `${cleanPlaybook}# One more word.\n`);
  expect((await approve(folder, SAM)).code).toBe(0);
});

test("a ledger that cannot be written is told, and nothing is left half done", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook, ...ANSWERS });
  await mkdir(path.join(folder, "approved"));
  await chmod(path.join(folder, "approved"), 0o555);
  const run = await cadence(folder, ["approve", DRAFT, "--by", SAM, "--answers", "answers.yaml"], { as: nobody });
  expect([run.code, run.err]).toEqual([2, expect.stringContaining("You have no permission to write it.")]);
  expect(await readdir(path.join(folder, "approved"))).toEqual([]);
  await chmod(path.join(folder, "approved"), 0o755);
  await writeFile(path.join(folder, "approved/first-conversation"), "in the way\n");
  expect((await approve(folder, SAM)).code).toBe(2);
});

describe("asked on the terminal", () => {
  const walk = async (lines: readonly string[], ...more: readonly string[]) => {
    const folder = await folderWith({ [DRAFT]: cleanPlaybook });
    const run = await cadence(folder, ["approve", DRAFT, "--ask", ...more], { input: lines.map((line) => `${line}\n`).join("") });
    return { run, said: run.err.replace(/\s+/g, " "), folder };
  };
  const answers = Object.values(answersFor(cleanPlaybook));

  test("every question is put, a nod is not taken for an answer, and a name closes it", async () => {
    const { run, said, folder } = await walk(["", "yes", ...answers, SAM, "yes"]);
    expect([run.code, run.out]).toEqual([0, expect.stringContaining("Approved: First conversation, version 1")]);
    expect(said).toContain("That is no answer. A sentence about this playbook is enough.");
    expect(said).toContain("That is answered with one word only.");
    const { approvals } = await ledger(folder);
    expect(approvals).toMatchObject([{ "approved-by": SAM, answers: answers.map((answer) => ({ answer })) }]);
  });

  test.each([
    ["in the middle of the questions", answers.slice(0, 2)],
    ["before the last yes", [...answers, SAM]],
    ["with anything but a yes", [...answers, SAM, "well, maybe"]],
  ])("who leaves %s has approved nothing", async (_, lines) => {
    const { run, said, folder } = await walk(lines);
    expect([run.code, said]).toEqual([1, expect.stringContaining("Stopped; nothing was written.")]);
    expect((await ledger(folder)).files).toEqual([]);
  });

  test("what came as a flag is not asked", async () => {
    const [, ...others] = Object.entries(answersFor(cleanPlaybook));
    const { run } = await walk(
      ["The first answer comes from the keyboard.", "yes"],
      "--by",
      SAM,
      ...others.flatMap(([id, words]) => ["--answer", `${id}=${words}`]),
    );
    expect(run.code).toBe(0);
  });
});

test("the questions can be had without approving anything", async () => {
  const folder = await folderWith({ [DRAFT]: cleanPlaybook });
  const json = await cadence(folder, ["approve", DRAFT, "--questions", "--format", "json"]);
  expect(JSON.parse(json.out)).toMatchObject({ version: 1, questions: Object.keys(answersFor(cleanPlaybook)).map((id) => ({ id })) });
  const pretty = await cadence(folder, ["approve", DRAFT, "--questions"]);
  expect([pretty.code, pretty.out]).toEqual([0, expect.stringContaining("least-tolerant")]);
  expect((await ledger(folder)).files).toEqual([]);
});
