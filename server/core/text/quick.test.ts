import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oddTexts } from "../../test/odd-texts.ts";
import { addressOf } from "./address.ts";
import { locate, type Place } from "./locate.ts";
import { quickValue } from "./quick.ts";
import { read, readWhole } from "./read.ts";
import type { Path } from "./span.ts";

const DEEP = 40;

/** What a value says, how it is made, and where each of its parts stands. */
function whole(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return [
    addressOf(value),
    Array.isArray(value),
    Object.getPrototypeOf(value) === null,
    Object.entries(value).map(([key, inner]) => [key, whole(inner)]),
  ];
}

/** Whether a text is read quickly, and if so as the slower reader reads it, who must find nothing wrong with it. */
function readsAlike(text: string): boolean {
  const value = quickValue(text, DEEP);
  if (value === undefined) return false;
  const { sound, flaws, doc, value: slow } = readWhole(text);
  expect([sound, flaws, doc?.warnings.map(({ message }) => message)], text).toEqual([true, [], []]);
  expect(whole(value), text).toEqual(whole(slow));
  const [quickly, slowly] = [read(text), readWhole(text)];
  for (const place of placesIn(value, []))
    expect(locate(quickly, place), `${JSON.stringify(place)} in ${text}`).toEqual(locate(slowly, place));
  return true;
}

/** Every place of a value that a finding could name: each part, its key, something it does not have, and some of its words. */
function* placesIn(value: unknown, at: Path): Iterable<Place> {
  yield { path: at };
  yield { path: at, on: "key" };
  if (typeof value === "string") for (const words of wordsIn(value)) yield { path: at, words };
  if (typeof value !== "object" || value === null) return;
  yield { path: [...at, "missing"] };
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]);
}

const wordsIn = ({ length }: string) =>
  [
    [0, Math.min(3, length)],
    [length >> 1, length],
    [length, length],
  ] as const;

const root = path.join(import.meta.dirname, "../../..");
const texts = globSync(["playbooks/*.yaml", "server/test/*.yaml", "cadence.*.yaml"], { cwd: root }).map((file) =>
  readFileSync(path.join(root, file), "utf8"),
);

test.each(texts.map((text) => [text.split("\n").find((line) => /^\w/.test(line)) ?? "", text]))("%s", (_, text) => {
  // What badgers is badly written, too.
  expect(readsAlike(text)).toBe(!text.includes("BLITZ"));
  expect(readsAlike(text.replaceAll("\n", "\r\n"))).toBe(!text.includes("BLITZ"));
});

test("odd words in every style", () => {
  expect(oddTexts.filter(([, text]) => readsAlike(text)).length).toBeGreaterThan(oddTexts.length / 4);
});

test("words that are numbers, truths or nothing are the same ones", () => {
  const words =
    "1 -1 +1 010 0x1F 0o17 0b1 1_000 1.5 1. .5 1e3 1.e-3 .inf -.INF .nan ~ null Null nUll true True yes No 12:30 2026-11-26 - -";
  for (const word of [...words.split(" "), "", "1 2", "true story"])
    expect(readsAlike(`a: ${word}\nb: [${word}]\nc: "${word}"\n`), word).toBeTypeOf("boolean");
});

describe("is left to the slower reader", () => {
  test.each<[what: string, text: string]>([
    ["an anchor", "a: &x 1\n"],
    ["an alias", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a key that is twice there", "a: 1\na: 2\n"],
    ["a merge key", "a: { <<: { b: 1 } }\n"],
    ["a key that is no word", "? [a]\n: 1\n"],
    ["a second document", "a: 1\n---\nb: 1\n"],
    ["an end of a document", "a: 1\n...\n"],
    ["a list", "- a\n"],
    ["nothing", ""],
    ["what is broken", "a: 'b\n"],
    ["a tab", "a: b\t# c\n"],
    ["a carriage return by itself", "a: b\rc\n"],
    ["a value behind a comment at the margin", "a:\n# b\n  c\n"],
    ["what goes on behind a comment at the margin", "a: {\n# b\n }\n"],
    ["a key behind a quotation", "a:\n- ''b: c\n"],
    ["an item behind a quotation", "a:\n- ''- b\n"],
    ["what is nested too deep", `a: ${"[".repeat(DEEP + 1)}${"]".repeat(DEEP + 1)}\n`],
  ])("%s", (_, text) => {
    expect(quickValue(text, DEEP)).toBeUndefined();
    expect(whole(read(text).value)).toEqual(whole(readWhole(text).value));
  });
});

test("whatever is typed, pasted or deleted: if it is read quickly, then as the slower reader reads it", () => {
  const pieces = fc.constantFrom(
    ..."x| |  |\n|\n\n|\n  |\n      |\r\n|\r|\t|:|: |::|-|- |\n- |#| # c|\n# c\n|\n  # c\n|\"|'|''|\\n|{|}|[|]|,|{a: b}|[a]|[a: b]|é|👋🏽|\u0085|\u2028|\ufeff|---\n|...\n|%a\n|? |<<: |&a |*a|!a |@|`|~|null|true|0x1F|1e3|.5|010|a: b\n|b: 1\n".split(
      "|",
    ),
    "|",
    "|\n",
    ">-\n",
    "|2\n",
    "|+\n",
  );
  const edit = fc.tuple(fc.nat(), fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)), pieces);
  const part = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.nat(25), fc.boolean())
    .map(([text, head, from, count, windows]) => {
      const lines = text.split("\n");
      const start = from % lines.length;
      const some = [...lines.slice(0, head % 8), ...lines.slice(start, start + count)].join("\n");
      return windows ? some.replaceAll("\n", "\r\n") : some;
    });
  let ways = 0;
  fc.assert(
    fc.property(part, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
      let text = start;
      for (const [at, gone, piece] of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + piece + text.slice(from + gone);
      }
      if (readsAlike(text)) ways++;
    }),
    { numRuns: 4000 },
  );
  expect(ways).toBeGreaterThan(400);
});
