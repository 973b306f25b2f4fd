import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { TeamReport } from "../core/index.ts";
import { cadence, folderWith } from "../test/cadence.ts";

const playbooks = path.join(import.meta.dirname, "../../playbooks");
const badgering = await readFile(path.join(import.meta.dirname, "../test/badgering.playbook.yaml"), "utf8");

test("a lead sees what is found, how dense it gets, which replies are answered, what is due and what expires", async () => {
  const folder = await folderWith({ "plays/bad.playbook.yaml": badgering, "plays/torn.playbook.yaml": "a: [" });
  await cp(playbooks, path.join(folder, "plays"), { recursive: true });
  const file = path.join(folder, "plays/first-conversation.playbook.yaml");
  await writeFile(file, `${await readFile(file, "utf8")}# edited\n`);
  const { code, out } = await cadence(folder, ["report", "plays", "--format", "json", "--soon", "9999"]);
  const report = JSON.parse(out) as TeamReport;
  expect(code).toBe(0);
  expect(report.playbooks).toHaveLength(8);
  const of = (name: string) => report.playbooks.find((one) => one.file === `plays/${name}.playbook.yaml`);
  expect(of("first-conversation")).toMatchObject({
    errors: 0,
    unanswered: [],
    approval: { state: expect.stringMatching(/^(?:due-soon|overdue)$/), version: 1, draftDiffers: true },
  });
  expect(of("inbound-question")).toMatchObject({ approval: { draftDiffers: false } });
  expect(of("bad")?.errors).toBeGreaterThan(5);
  expect(of("bad")?.approval).toEqual({ state: "never-approved" });
  expect(of("bad")?.densest.touches).toBeGreaterThan(of("first-conversation")?.densest.touches ?? 99);
  expect(of("torn")).toMatchObject({ touches: 0, densest: { touches: 0, from: 0 } });
  expect(report.replies.find(({ reply }) => reply === "no")?.answered).toBeLessThan(8);
  const errors = report.playbooks.reduce((sum, one) => sum + one.errors, 0);
  expect(report.principles.reduce((sum, one) => sum + one.errors, 0)).toBe(errors);
  expect(report.assets.length).toBeGreaterThan(3);
  expect(report.assets.map(({ expires }) => expires)).toEqual(report.assets.map(({ expires }) => expires).sort());
  expect(report.assets.some(({ usedBy }) => usedBy.includes("plays/first-conversation.playbook.yaml"))).toBe(true);

  for (const width of [160, 90, 80, 44]) {
    const { out: drawn } = await cadence(folder, ["report", "plays"], { env: { COLUMNS: String(width) } });
    for (const words of ["Findings by principle", "Replies that are answered", "Assets about to expire"]) expect(drawn).toContain(words);
    expect(drawn.replace(/\s+/g, " ")).toMatch(/draft\b.*\bdiffers/);
    if (width === 44) continue;
    expect(drawn.split("\n").filter((line) => line.length > width)).toEqual([]);
    // Each playbook and principle has its numbers beside it, the same as in JSON.
    expect(drawn).toMatch(rowOf(of("bad")));
    if (width === 160)
      for (const { title, ...one } of report.principles.filter((one) => one.errors + one.warnings > 0))
        expect(drawn).toMatch(new RegExp(`^ {2}${title} +${one.errors} +${one.warnings} +${one.playbooks}$`, "m"));
  }
});

const rowOf = ({ errors, warnings, touches, densest }: TeamReport["playbooks"][number] | undefined = {} as never) =>
  new RegExp(` ${errors} +${warnings} +${touches} +${densest.touches} from day ${densest.from} `);

test("none, and a thousand of one title: all are there, each told apart, with the sums of what is told of them", async () => {
  const none = await folderWith({ "cadence.config.yaml": "{}\n" });
  expect(await cadence(none, ["report"])).toMatchObject({ code: 0, out: expect.stringContaining("0 playbooks on "), err: "" });
  const empty = JSON.parse((await cadence(none, ["report", "--format", "json"])).out) as TeamReport;
  expect(empty).toMatchObject({ playbooks: [], assets: [] });
  expect(empty.principles.every(({ errors, warnings, playbooks }) => errors + warnings + playbooks === 0)).toBe(true);

  const small = "title: Fair\ntouches: [{ id: hello, day: 1, channel: email, subject: Fair, message: Twenty counted. }]\n";
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => [
      // The last two have the same name, in two folders.
      `${i % 2 ? "north" : "south"}/play-${Math.min(i, 998)}.playbook.yaml`,
      small,
    ]),
  );
  const folder = await folderWith({ ...files, "alone.playbook.yaml": small.replace("Fair", "Alone") });
  const { code, out } = await cadence(folder, ["report", "--format", "json"]);
  const report = JSON.parse(out) as TeamReport;
  expect([code, report.playbooks.length]).toEqual([0, Object.keys(files).length + 1]);
  const { out: drawn } = await cadence(folder, ["report"], { env: { COLUMNS: "120" } });
  for (const { file, title } of report.playbooks) {
    const id = file.replace(/^.*\/|\.playbook\.yaml$/g, "");
    const shown = id === "alone" ? title : id === "play-998" ? `${title} (${file})` : `${title} (${id})`;
    expect(drawn).toContain(`  ${shown}  `);
  }
  const sum = (of: (one: { errors: number; warnings: number }) => number) =>
    [report.playbooks, report.principles].map((all) => all.reduce((total, one) => total + of(one), 0));
  for (const [one, other] of [sum(({ errors }) => errors), sum(({ warnings }) => warnings)]) expect(one).toBe(other);
});
