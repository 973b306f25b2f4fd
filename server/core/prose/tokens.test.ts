import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heardOf, sentencesOf, WORD } from "./tokens.ts";

const wordsIn = (text: string) => sentencesOf(text).flatMap(({ written }) => written.map(({ start, end }) => text.slice(start, end)));
const heard = (text: string) => sentencesOf(text).map((sentence) => heardOf(sentence).trim());

/** Signs that words begin, join and end with, and that stand where one is looked for. */
const SIGNS = [
  ..."aZé'-’ .,:;?!…%/{}[]()#@_0189\t\n\r\u00a0\ufeff\u0301日ß🙂",
  "\ud83d",
  "http",
  "https://",
  "{{",
  "}}",
  "...",
  "’s",
  "n't",
  "👩‍💻",
];

describe("words", () => {
  test("are found alike with and without the quick way for plain ones", () => {
    const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 24 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, (written) => {
        const straight = written.replace(/[‘’‛`´]/g, "'").replace(/[“”„]/g, '"');
        for (const { written: tokens, start, end } of sentencesOf(written)) {
          const found = [...straight.slice(start, end).matchAll(new RegExp(WORD))].map(({ 0: word, index }) => [
            start + index,
            start + index + word.length,
          ]);
          // A short form that is spelt out is several words in one place.
          const places = tokens.map((token) => [token.start, token.end]);
          expect(places.filter(([from], i) => from !== places[i - 1]?.[0])).toEqual(found);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("are plain ones, joined ones, addresses, numbers and blanks", () => {
    expect(wordsIn("It's a re-use of https://x.example/a-b, {{first_name}}: 1,000 or 3rd, x'")).toEqual([
      "It's",
      "It's",
      "a",
      "re-use",
      "re-use",
      "of",
      "https://x.example/a-b,",
      "{{first_name}}",
      "1,000",
      "or",
      "3rd",
      "x",
    ]);
    expect(wordsIn("naïve Zoë’s l'été a\u0301b xhttps://y")).toEqual(["naïve", "Zoë’s", "l'été", "a\u0301b", "xhttps", "y"]);
  });

  test("are none of an object's own", () => {
    expect(heard("The constructor’s crane, constructor.")).toEqual(["constructor crane constructor"]);
  });
});

describe("sentences", () => {
  test.each([
    ["One. Two! Three? Four… five", ["one", "two !", "three ?", "four", "five"]],
    ["Mr. Hill and e.g. No. 5 stay whole. Not this.", ["mr hill and e g no NUM stai whole", "not thi"]],
    ["Hi Ann,\nwe met.", ["hi ann", "we meet"]],
    ["wrapped\nonly, to go\non", ["wrap onli to go on"]],
    ["- one\n- two\n\nthree\r\n\r\nfour", ["one", "two", "three", "four"]],
    ["", []],
    ["…  ", [""]],
  ])("%j", (text, wanted) => expect(heard(text)).toEqual(wanted));
});
