import { expect, test } from "vitest";
import { blanks, wordCount } from "./variables.ts";

test.each([
  ["", 0],
  ["Hello {{first_name}}, it's me.", 4],
  ["{{a}}{{b}}", 1],
  ["A well-kept list of 1,200 e-mails", 6],
  ["— … !!! 👩‍💻", 0],
  ["שלום לך, מה שלומך?", 4],
  ["Größe der Lücken", 3],
])("%s has %i words", (text, words) => expect(wordCount(text)).toBe(words));

test("scripts without spaces have words too", () => {
  expect(wordCount("三月のレビューに間違った商品のことが書いてある")).toBeGreaterThan(5);
  expect(wordCount("สวัสดีครับผมโทรมาเรื่องรีวิว")).toBeGreaterThan(3);
});

test("a blank is told with its place", () => {
  expect(blanks("Hi {{ first_name }}, {{x}} {y} {{}}")).toEqual([
    { name: "first_name", from: 3, to: 19 },
    { name: "x", from: 21, to: 26 },
    { name: "", from: 31, to: 35 },
  ]);
});
