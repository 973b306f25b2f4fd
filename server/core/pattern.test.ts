import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patternOf } from "./pattern.ts";

const found = (pattern: string, text: string) => {
  const made = patternOf(pattern);
  return typeof made === "string" ? made : made.find(text).map(([start, end]) => text.slice(start, end));
};

test.each([
  ["\\bguarantee[ds]?\\b", "Guaranteed. We guarantee it, guarantor.", ["Guaranteed", "guarantee"]],
  ["don't", "I don’t know", ["don’t"]],
  ["circle back", "we circle\nback soon", ["circle\nback"]],
  ["circle back", "a\r\nb\r\nwe circle\r\nback soon", ["circle\r\nback"]],
  ["🚀+", "🎉🚀🚀 up", ["🚀🚀"]],
  ["^hey", "Hey you\n\nhey there", ["Hey", "hey"]],
])("%s in %j", (pattern, text, words) => expect(found(pattern, text)).toEqual(words));

test.each([
  ["[", "is a pattern with a bracket that is not closed"],
  ["(a", "is a pattern with a bracket that is not closed"],
  ["a)", "is a pattern that closes a bracket it did not open"],
  ["*a", "is a pattern that repeats nothing, or too often"],
  ["a{2000}", "is a pattern that repeats nothing, or too often"],
  ["(?=a)b", "is a pattern that looks ahead or behind"],
  ["(?<!a)b", "is a pattern that looks ahead or behind"],
  ["(a)\\1", "is a pattern with a \\ that means nothing here"],
  ["[z-a]", "is a pattern with a range that runs backwards"],
  ["x*", "is a pattern that is found where there are no words"],
  ["", "is a pattern that is found where there are no words"],
  ["((a{0,9}){0,9}){0,9}b", "is a pattern with too much in it"],
  ["a{1,500}b", "is a pattern with too much in it"],
  ["a".repeat(2000), "is a pattern of more than 1000 characters"],
])("%s is refused with what to do", (pattern, problem) => {
  const said = found(pattern, "a");
  expect(said).toContain(problem);
  expect(said).toMatch(/: [a-z]/);
});

describe("nothing hangs on a letter of 50,000 characters", () => {
  const texts = ["a".repeat(50_000), `${"a".repeat(49_999)}!`, "ab ".repeat(16_666), "\n".repeat(50_000), "{{".repeat(25_000)];
  test.each([
    "(a+)+$",
    "(a|a)*b",
    "(.*)*x",
    "([a-z]+)*$",
    "((a+)+)+b",
    "(a|aa)+$",
    "(a|a?)+b",
    "(.*a){20}",
    "a.*b|a",
    "[\\s\\S]*z|a",
    "(\\w+\\s?)*!$",
    "(a?){60}a{60}",
    "((a{1,5}){1,5})+b",
    "(x+x+)+y",
    "\\s+$",
  ])("%s", (pattern) => {
    const started = performance.now();
    for (const text of texts) found(pattern, text);
    expect((performance.now() - started) / texts.length).toBeLessThan(3000);
  });
});

test("any text is a pattern or told in words", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[()[\]{}a*+?|\\.^$,0-9-]*$/)), fc.string(), (pattern, text) => {
      const said = found(pattern, text);
      if (typeof said === "string") expect(said).toMatch(/^is .*: [a-z]/s);
    }),
  );
});
