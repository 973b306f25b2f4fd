import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { articles, principles } from "../principles.ts";
import type { Example, Rule } from "../rule.ts";
import { squiggled, unmarked } from "../squiggle.ts";
import { applied, edits } from "../text/edit.ts";
import { rules } from "./index.ts";

const open = (example: Example) => (typeof example === "string" ? { text: example, file: undefined } : example);

describe.each(Object.entries<Rule>(rules))("%s", (id, rule) => {
  test.each(rule.examples)("example %#", (example) => {
    const { text: marked, file, ...knowledge } = open(example);
    const { findings } = check(unmarked(marked), { kind: file, ...knowledge });
    const own = findings.filter((finding) => finding.rule === id);
    expect(squiggled(unmarked(marked), own)).toBe(marked);
  });

  test("shows both sides", () => {
    const texts = rule.examples.map((example) => open(example).text);
    expect(new Set(texts.map((text) => text === unmarked(text)))).toEqual(new Set([true, false]));
  });

  test("is a sentence each: summary, why and what to do", () => {
    for (const words of [rule.summary, rule.why, rule.todo]) expect(words).toMatch(/^[“\p{Lu}`].*[.]$/su);
    expect(rule.summary.length).toBeLessThan(90);
  });

  test("names a principle and the articles it stands on", () => {
    expect(Object.keys(principles)).toContain(rule.principle);
    expect(rule.articles.length).toBeGreaterThan(0);
    for (const article of rule.articles) expect(Object.keys(articles)).toContain(article);
  });

  test("its fixes put it right, and break nothing that held", () => {
    for (const example of rule.examples) {
      const { text: marked, file, ...knowledge } = open(example);
      const report = check(unmarked(marked), { kind: file, ...knowledge });
      const own = report.findings.filter((finding) => finding.rule === id);
      for (const finding of own) {
        for (const fix of finding.fixes) {
          const mended = applied(report.source.text, edits(report.source, report.kind, fix.changes));
          const after = check(mended, { kind: file, ...knowledge });
          expect(after.findings.filter((one) => one.rule === id).length, `${fix.title}\n${mended}`).toBeLessThan(own.length);
          expect(
            after.findings.filter((one) => one.rule === "readable-yaml"),
            mended,
          ).toEqual([]);
        }
      }
    }
  });
});

test("every principle has a certain rule", () => {
  const certain = Object.values<Rule>(rules).filter(({ kind }) => kind === "certain");
  expect(new Set(certain.map(({ principle }) => principle))).toEqual(new Set(Object.keys(principles)));
});
