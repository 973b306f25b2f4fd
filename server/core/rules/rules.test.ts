import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { articles, principles } from "../principles.ts";
import type { Example, Rule } from "../rule.ts";
import { squiggled, unmarked } from "../squiggle.ts";
import { applied, edits } from "../text/edit.ts";
import { rules } from "./index.ts";

const open = (example: Example) => (typeof example === "string" ? { text: example, file: undefined } : example);

/** Characters: what fits into two lines of a hover. */
const WHAT = 150;
const SENTENCE = 125;
/** Words of programmers that authors should never meet. */
const JARGON = /\b(?:invalid|null|undefined|string|array|boolean|object|schema|parser?|token|syntax|nested|expected|received)\b/i;

describe.each(Object.entries<Rule>(rules))("%s", (id, rule) => {
  test.each(rule.examples)("example %#", (example) => {
    const { text: marked, file, ...knowledge } = open(example);
    const { findings } = check(unmarked(marked), { kind: file, ...knowledge });
    const own = findings.filter((finding) => finding.rule === id);
    expect(squiggled(unmarked(marked), own)).toBe(marked);
  });

  test("says the same of a text with the line ends of Windows and a byte order mark", () => {
    for (const example of rule.examples) {
      const { text: marked, file, ...knowledge } = open(example);
      const said = (text: string) =>
        check(text, { kind: file, ...knowledge })
          .findings.filter((finding) => finding.rule === id)
          .map(
            ({ what, span }) =>
              `${what} (${text
                .slice(...span)
                .replaceAll("\r", "")
                .replace("\uFEFF", "")})`,
          );
      const text = unmarked(marked);
      expect(said(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(said(text));
    }
  });

  test("shows both sides", () => {
    const texts = rule.examples.map((example) => open(example).text);
    expect(new Set(texts.map((text) => text === unmarked(text)))).toEqual(new Set([true, false]));
  });

  test("is a sentence each: summary, why and what to do", () => {
    for (const words of [rule.summary, rule.why, rule.todo]) expect(words).toMatch(/^[“\p{Lu}`].*[.]$/su);
    expect(rule.summary.length).toBeLessThan(90);
  });

  test("speaks briefly and plainly", () => {
    const said = rule.examples.flatMap((example) => {
      const { text: marked, file, ...knowledge } = open(example);
      return check(unmarked(marked), { kind: file, ...knowledge }).findings.filter((finding) => finding.rule === id);
    });
    for (const { what, message, fixes } of said) {
      expect(what).toMatch(/^[“\p{Lu}\d].*[.?]$/su);
      expect(what.length, what).toBeLessThanOrEqual(WHAT);
      expect(message, message).not.toMatch(JARGON);
      expect(message).toMatch(/[.`]$/);
      expect(message).not.toMatch(/ {2}|undefined|\b1 (?:days|touches|words|minutes)\b/);
      for (const { title } of fixes) expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    }
    expect(rule.why.length, rule.why).toBeLessThanOrEqual(SENTENCE);
    expect(rule.todo.length, rule.todo).toBeLessThanOrEqual(SENTENCE);
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

test("many rules offer a fix", () => {
  const fixing = Object.entries<Rule>(rules).filter(([id, { examples }]) =>
    examples.some((example) => {
      const { text, file, ...knowledge } = open(example);
      return check(unmarked(text), { kind: file, ...knowledge }).findings.some(({ rule, fixes }) => rule === id && fixes.length > 0);
    }),
  );
  expect(fixing.length).toBeGreaterThan(25);
});
