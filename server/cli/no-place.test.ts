import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { cadence, folderWith } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

const files = { "cadence.config.yaml": "handbook: https://plays.example\n", "whole.playbook.yaml": cleanPlaybook };

test.skipIf(!existsSync("/proc/self")).for([
  ["export", ["export", "whole.playbook.yaml", "--to", "csv", "--into", "/proc/none/deeper"]],
  ["import", ["import", "-", "--from", "document", "--into", "/proc/none"]],
  ["check --output", ["check", "whole.playbook.yaml", "--format", "json", "--output", "/proc/none/out.json"]],
  ["init", ["init", "/proc/none", "--yes", "--team", "Northwind", "--owner", "Dana Ortiz <dana@northwind.example>"]],
] as const)("%s into a place that is no disk ends, and says so", { timeout: 30_000 }, async ([, args]) => {
  const folder = await folderWith(files);
  const { code, out, err } = await cadence(folder, args, { input: "Day 1, email\nHello, here is the count you asked for.\n" });
  expect(code).toBe(2);
  expect(`${out}${err}`).toContain("Nothing can be written there.");
  expect(`${out}${err}`).toContain("Choose a folder that is on a disk.");
  expect(`${out}${err}`).not.toMatch(/ENOENT|^ {4}at /m);
});

test.skipIf(!existsSync("/proc/self"))("what cannot be remembered is said, and changes no verdict", { timeout: 30_000 }, async () => {
  const folder = await folderWith(files);
  const without = await cadence(folder, ["check", "whole.playbook.yaml"]);
  const within = await cadence(folder, ["check", "whole.playbook.yaml", "--cache-location", "/proc/none/x"]);
  expect([within.code, within.out]).toEqual([without.code, without.out]);
  expect(within.err.replace(/\s+/g, " ")).toContain("Nothing can be written there. So nothing is remembered");
});
