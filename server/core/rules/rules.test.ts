import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { judged, shownExample } from "../example.ts";
import { CAREFUL, type Caps } from "../format/caps.ts";
import { laws } from "../laws/index.ts";
import { articles, principles } from "../principles.ts";
import type { Example, Rule } from "../rule.ts";
import { squiggled, unmarked } from "../squiggle.ts";
import { applied, edits } from "../text/edit.ts";
import { read } from "../text/read.ts";
import { rules } from "./index.ts";

const textOf = (example: Example) => (typeof example === "string" ? example : example.text);

/** Characters: what fits into two lines of a hover. */
const WHAT = 150;
const SENTENCE = 125;
/** Words of programmers that authors should never meet. */
const JARGON = /\b(?:invalid|null|undefined|string|array|boolean|object|schema|parser?|token|syntax|nested|expected|received)\b/i;

describe.each(Object.entries<Rule>(rules))("%s", (id, rule) => {
  test.each(rule.examples)("example %#", (example) => {
    const { text, findings } = shownExample(id, example);
    expect(squiggled(text, findings)).toBe(textOf(example));
  });

  test("says the same of a text with the line ends of Windows and a byte order mark", () => {
    for (const example of rule.examples) {
      const said = (text: string) =>
        judged(example, text)
          .filter((finding) => finding.rule === id)
          .map(
            ({ what, span }) =>
              `${what} (${text
                .slice(...span)
                .replaceAll("\r", "")
                .replace("\uFEFF", "")})`,
          );
      const text = unmarked(textOf(example));
      expect(said(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(said(text));
    }
  });

  test("names the team's numbers it goes by, and no others", () => {
    const read = new Set<string>();
    const caps = new Proxy(CAREFUL, {
      get(target, name: keyof Caps) {
        read.add(name);
        return target[name];
      },
    });
    if (rule.reads !== "playbook") return expect(rule.caps).toBeUndefined();
    for (const example of rule.examples) {
      if (typeof example !== "string" && "message" in example) continue;
      const { assets, today } = typeof example === "string" ? {} : example;
      const { playbook } = check(unmarked(textOf(example)));
      if (playbook) Array.from(rule.check(playbook, { caps, assets, today, config: undefined }));
    }
    expect([...read].sort()).toEqual([...(rule.caps ?? [])].sort());
  });

  test("shows both sides", () => {
    const texts = rule.examples.map(textOf);
    expect(new Set(texts.map((text) => text === unmarked(text)))).toEqual(new Set([true, false]));
  });

  test("is a sentence each: summary, why and what to do", () => {
    for (const words of [rule.summary, rule.why, rule.todo]) expect(words).toMatch(/^[“\p{Lu}`].*[.]$/su);
    expect(rule.summary.length).toBeLessThan(90);
  });

  test("speaks briefly and plainly", () => {
    const said = rule.examples.flatMap((example) => shownExample(id, example).findings);
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
    if (rule.law) expect([laws[rule.law.pack].name.length > 0, /\d/.test(rule.law.cite), rule.articles]).toEqual([true, true, []]);
    else expect(rule.articles.length).toBeGreaterThan(0);
    for (const article of rule.articles) expect(Object.keys(articles)).toContain(article);
  });

  test("its fixes put it right, and break nothing that held", () => {
    for (const example of rule.examples) {
      const { text, findings: own } = shownExample(id, example);
      const kind = (typeof example !== "string" && "file" in example && example.file) || "playbook";
      for (const finding of own) {
        for (const fix of finding.fixes) {
          const mended = applied(text, edits(read(text), kind, fix.changes));
          const after = judged(example, mended);
          expect(after.filter((one) => one.rule === id).length, `${fix.title}\n${mended}`).toBeLessThan(own.length);
          expect(
            after.filter((one) => one.rule === "readable-yaml"),
            mended,
          ).toEqual([]);
        }
      }
    }
  });
});

test.each(Object.entries<Rule>(rules).filter(([, { law }]) => law))(
  "%s is silent until its law's pack is on, and says that it is no advice",
  (id, rule) => {
    for (const example of rule.examples) {
      const text = unmarked(textOf(example));
      expect(check(text).findings.map((finding) => finding.rule)).not.toContain(id);
      for (const { message } of shownExample(id, example).findings) {
        expect(message).toContain(rule.law?.cite);
        expect(message).toContain("2026-11-22. This is not legal advice; check with counsel.");
      }
    }
  },
);

test("every principle has a certain rule", () => {
  const certain = Object.values<Rule>(rules).filter(({ kind }) => kind === "certain");
  expect(new Set(certain.map(({ principle }) => principle))).toEqual(new Set(Object.keys(principles)));
});

test("many rules offer a fix", () => {
  const fixing = Object.entries<Rule>(rules).filter(([id, { examples }]) =>
    examples.some((example) => shownExample(id, example).findings.some(({ fixes }) => fixes.length > 0)),
  );
  expect(fixing.length).toBeGreaterThan(25);
});
