import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentsOf } from "./comments.ts";
import { applied } from "./edit.ts";
import { read } from "./read.ts";
import { tidied } from "./tidy.ts";

const tidy = (text: string) => applied(text, tidied(read(text)));

describe("a text gets its usual look", () => {
  test.each<[what: string, before: string, after: string]>([
    ["columns of a map", "a:\n    b: 1\n    c: 2\n", "a:\n  b: 1\n  c: 2\n"],
    ["columns of a list", "a:\n- b: 1\n  c: 2\n-   b: 3\n    c: 4\n", "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c: 4\n"],
    ["spaces after colons", "a:   1\nb :  x\n", "a: 1\nb: x\n"],
    ["white space at the ends of lines", "a: 1  \nb: x \n", "a: 1\nb: x\n"],
    ["empty lines", "\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n\n"],
    ["the end of the text", "a: 1", "a: 1\n"],
    ["braces and brackets", "a: {b: 1,c: [x,y ]}\nd: {  }\n", "a: { b: 1, c: [x, y] }\nd: {  }\n"],
    [
      "words under a bar move with their key",
      "a:\n     b: |\n          x\n            y\n\n          z\n",
      "a:\n  b: |\n    x\n      y\n\n    z\n",
    ],
    ["a folded text too", "a:\n    b: >-\n        x\n        y\n", "a:\n  b: >-\n    x\n    y\n"],
    ["words on several lines", 'a:\n    b: "x\n      y"\n    c: x\n      y\n', 'a:\n  b: "x\n    y"\n  c: x\n    y\n'],
    [
      "comments stand with what they are about",
      "a:\n    # one\n    b: 1 # two\n# three\nc: 2\n",
      "a:\n  # one\n  b: 1 # two\n# three\nc: 2\n",
    ],
    ["Windows line ends stay", "a:\r\n    b: 1 \r\nc: x", "a:\r\n  b: 1\r\nc: x\r\n"],
  ])("%s", (_, before, after) => expect(tidy(before)).toBe(after));

  test.each<[what: string, text: string]>([
    ["what does not read", "a: [1\nb: 2   \n"],
    ["tabs", "a: 1\t\n"],
    ["anchors", "a: &x   1\n"],
    ["spaces that words under a bar end with", "a: |\n  x  \n  y\n"],
    ["spaces in quotes", "a: \"x   y\"\nb: '{a:1}'\n"],
    ["what looks like a comment and is words", "a: |\n  # no comment\n  x\n"],
    ["lines that a text keeps at its end", "a: |+\n  x\n\n\nb: 1\n"],
    ["nothing to do", "a: 1\n"],
  ])("left alone: %s", (_, text) => expect(tidy(text)).toBe(text));

  test("only some lines", () => {
    const text = "a:   1\nb:   2\nc:   3\n";
    expect(applied(text, tidied(read(text), [1, 1]))).toBe("a:   1\nb: 2\nc:   3\n");
  });

  test("not some lines, where that alone would change what is said", () => {
    const text = "a:\n    b: 1\n    c: 2\n";
    expect(tidied(read(text), [1, 1])).toEqual([]);
  });
});

const files = ["../../../playbooks", "../../test"].flatMap((folder) => {
  const there = path.join(import.meta.dirname, folder);
  return readdirSync(there)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(path.join(there, name), "utf8"));
});

test("our own playbooks look as they should already, but for what their authors line up", () => {
  for (const text of files) expect(tidied(read(text)).filter(({ span }) => !/^ +$/.test(text.slice(...span)))).toEqual([]);
});

/** What somebody does to the look of a text: more or fewer columns, spaces, empty lines, comments. */
type Mess = (line: string, n: number) => string;
const MESSES: readonly Mess[] = [
  (line, n) => line + " ".repeat(n % 4),
  (line, n) => (/^ *[a-z-]+: [^|>]/.test(line) ? line.replace(": ", `:${" ".repeat(1 + (n % 4))}`) : line),
  (line, n) => `${line}${"\n".repeat(n % 4)}`,
  (line, n) => (/^ *(?:- )?[a-z-]+: [a-zA-Z]/.test(line) ? `${line} # note ${n}` : line),
  (line, n) => `${" ".repeat(n % 7)}# a comment of ${n}\n${line}`,
  (line) => line.replace(/\{ (.*) \}/, "{$1}"),
];

/** Every column of a text doubled, which says the same in another look; words under bars move along. */
const wider = (text: string) => text.replace(/^( *)(- )?/gm, (_, spaces, dash) => spaces + spaces + (dash ? "-   " : ""));

test("whatever the look of a text, tidying changes neither what it says nor a comment, and twice is once", () => {
  const mess = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...MESSES), fc.nat(50)), { maxLength: 12 });
  let changed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.boolean(), mess, (whole, wide, list) => {
      const lines = (wide ? wider(whole) : whole).split("\n");
      for (const [at, harm, n] of list) lines[at % lines.length] = harm(lines[at % lines.length] ?? "", n);
      const text = lines.join("\n");
      const before = read(text);
      const after = tidy(text);
      if (after !== text) changed++;
      expect(JSON.stringify(read(after).value)).toBe(JSON.stringify(before.value));
      expect(commentsOf(after)).toEqual(commentsOf(text));
      if (before.sound) expect(tidy(after)).toBe(after);
    }),
    { numRuns: 150 },
  );
  // It does something, too: most of these texts are untidy.
  expect(changed).toBeGreaterThan(60);
});
