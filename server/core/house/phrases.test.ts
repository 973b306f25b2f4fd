import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { checkMessage } from "../check-message.ts";
import type { Config } from "../model.ts";
import { applied, edits } from "../text/edit.ts";
import { read } from "../text/read.ts";

const configOf = (text: string): Config => {
  const { config } = check(text, { kind: "config" });
  if (!config) throw new Error("This configuration cannot be read.");
  return config;
};
const avoiding = (entry: string) => configOf(`phrases: { avoid: [{ ${entry}, because: we say so }] }\n`);
const met = (config: Config, text: string) =>
  checkMessage(text, {}, config)
    .findings.filter(({ rule }) => rule.startsWith("house-"))
    .map(({ start, end }) => text.slice(start, end));

describe("a plain phrase", () => {
  test.each([
    ["circle back", "We're circling back, as he circled back.", ["circling back", "circled back"]],
    ["circle back", "Let me just circle\nreally back.", ["circle\nreally back"]],
    ["circle back", "A circle. Back then, encircle backs.", []],
    ["don't hesitate", "Please don’t hesitate! Do not hesitate.", ["don’t hesitate", "Do not hesitate"]],
    ["just", "I just wanted a just cause, adjust it.", ["just", "just"]],
    ["🚀", "Up 🚀 and away 🚀🚀", ["🚀", "🚀", "🚀"]],
    ["🚀", "Up\r\n🚀\r\n\r\nand 🚀", ["🚀", "🚀"]],
    ["(*)", "A star (*) and a point (.)", ["(*)"]],
    ["24/7", "Open 24/7, from 9/5.", ["24/7"]],
    ["Any thoughts?", "Any thoughts on it? Any thoughts?", ["Any thoughts?"]],
    ["hope all is well. cheers", "Hope all is well.\n\nCheers, Jonah", ["Hope all is well.\n\nCheers"]],
    ["first name", "Hello {{first_name}}, your first name", ["first name"]],
    ["c++ (a|b)* $ ^ @hope .. x? \\E.*", "nothing of the kind", []],
    ["@hope", "I hope and trust", ["hope"]],
  ])("%s in %j", (phrase, text, words) => expect(met(avoiding(`phrase: ${JSON.stringify(phrase)}`), text)).toEqual(words));
});

test("a pattern is found as it is written, and never inside a blank", () => {
  expect(met(avoiding("pattern: '\\bname'"), "name {{name}} {{ my.name }} names")).toEqual(["name", "name"]);
  expect(met(avoiding("pattern: first_name"), "{{first_name}}")).toEqual([]);
});

test("the reason, the words to write and the loudness are the team's own, and the finding is a reading", () => {
  const config = avoiding("phrase: circle back, instead: write again, severity: hint");
  expect(checkMessage("Circling back now.", {}, config).findings.filter(({ rule }) => rule.startsWith("house-"))).toMatchObject([
    {
      rule: "house-phrases-avoided",
      kind: "heuristic",
      severity: "hint",
      start: 0,
      end: 13,
      message: "“Circling back” is a phrase your team avoids. We say so. Write “Write again”, or say it another way.",
    },
  ]);
  const quiet = { ...config, severities: { "house-phrases-avoided": "off" as const } };
  expect(met(quiet, "Circling back now.")).toEqual([]);
});

test("the fix writes the words in their place, with the capital they had", () => {
  const text = "touches: [{ id: hello, day: 1, channel: call, script: Circling back. We circle back. }]\n";
  const config = avoiding("phrase: circle back, instead: write again");
  const found = check(text, { config }).findings.filter(({ rule }) => rule === "house-phrases-avoided");
  const changes = found.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.changes));
  expect(found.flatMap(({ fixes }) => fixes.map(({ safe }) => safe))).toEqual([false, false]);
  expect(applied(text, edits(read(text), "playbook", changes))).toContain("script: Write again. We write again.");
});

test("“in” names the texts in which a phrase counts", () => {
  const config = avoiding("phrase: synergy, in: [subject, guidance]");
  const text = "touches: [{ id: a, day: 1, channel: email, subject: synergy, message: synergy, guidance: synergies }]\n";
  const found = check(text, { config }).findings.filter(({ rule }) => rule === "house-phrases-avoided");
  expect(found.map(({ what }) => what)).toEqual(["“synergy” is a phrase your team avoids.", "“synergies” is a phrase your team avoids."]);
  expect(checkMessage("synergy", { field: "subject" }, config).findings.map(({ rule }) => rule)).toContain("house-phrases-avoided");
  expect(met(config, "synergy")).toEqual([]);
});

test.each([
  ["(a+)+$", 0],
  ["(a|a)*b", 0],
  ["(.*)*x", 0],
  ["([a-z]+)*$", 1],
  ["((a{0,9}){0,9}){0,9}b", 1],
  ["(?=a)b", 1],
  ["[", 1],
])("the pattern %s is run or refused where it stands, and no letter of 50 kB hangs on it", (pattern, refused) => {
  const text = `phrases:\n  avoid:\n    - pattern: ${JSON.stringify(pattern)}\n      because: It hangs.\n`;
  const { findings, config } = check(text, { kind: "config" });
  expect(findings.map(({ rule, span }) => [rule, text.slice(...span)])).toEqual(
    Array.from({ length: refused }, () => ["fitting-values", JSON.stringify(pattern)]),
  );
  for (const { todo } of findings) expect(todo).toMatch(/^[A-Z].*\.$/);
  const started = performance.now();
  checkMessage("a".repeat(50_000), {}, config);
  checkMessage("ab ".repeat(16_000), {}, config);
  expect(performance.now() - started).toBeLessThan(8000);
});
