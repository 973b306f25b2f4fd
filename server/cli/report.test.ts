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

  for (const width of [160, 44]) {
    const { out: drawn } = await cadence(folder, ["report", "plays"], { env: { COLUMNS: String(width) } });
    for (const words of ["Findings by principle", "Replies that are answered", "Assets about to expire", "draft differs"])
      expect(drawn).toContain(words);
    if (width === 160) expect(drawn.split("\n").filter((line) => line.length > width)).toEqual([]);
  }
});
