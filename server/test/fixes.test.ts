import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { applied, check, edits, type Finding, type Knowledge } from "../core/index.ts";

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");
const knowledge: Knowledge = {
  config: check(read("../../playbooks/cadence.config.yaml"), { kind: "config" }).config,
  assets: check(read("../../playbooks/cadence.assets.yaml"), { kind: "assets" }).assets,
  today: "2030-01-01",
};
const text = read("badgering.playbook.yaml");
const report = check(text, knowledge);
const count = (findings: readonly Finding[], id: string) => findings.filter(({ rule }) => rule === id).length;
const like = (findings: readonly Finding[], { message }: Finding) => findings.filter((one) => one.message === message).length;

describe.each(report.findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix, rule: finding.rule, title: fix.title }))))(
  "$rule: $title",
  ({ finding, fix, rule }) => {
    const mended = applied(text, edits(report.source, "playbook", fix.changes));
    const after = check(mended, knowledge);

    test("puts it right in a whole playbook, which still reads", () => {
      expect(mended).not.toBe(text);
      expect(after.playbook, mended).toBeDefined();
      expect(count(after.findings, "readable-yaml")).toBe(0);
      expect(like(after.findings, finding), finding.message).toBeLessThan(like(report.findings, finding));
      expect(count(after.findings, rule), finding.message).toBeLessThanOrEqual(count(report.findings, rule));
    });
  },
);
