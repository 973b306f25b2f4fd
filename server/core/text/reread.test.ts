import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMap, isNode, isPair, isScalar, isSeq } from "yaml";
import { oddTexts } from "../../test/odd-texts.ts";
import { addressOf } from "./address.ts";
import { read, readWhole, type Source } from "./read.ts";
import { reread } from "./reread.ts";

/** A syntax tree as it matters to us: what it says, how it is written, and where it begins and ends. What follows it is not looked at. */
function tree(item: unknown): unknown {
  if (isPair(item)) return [tree(item.key), tree(item.value)];
  if (!isNode(item)) return item;
  if (isScalar(item)) return { value: item.value, type: item.type, range: item.range?.slice(0, 2) };
  if (isMap(item) || isSeq(item)) return { flow: item.flow ?? false, range: item.range?.slice(0, 2), items: item.items.map(tree) };
  return item.toString();
}

/** Where every part of a value stands. */
function addresses(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return [addressOf(value), Object.entries(value).map(([key, inner]) => [key, addresses(inner)])];
}

function expectSame(made: Source, text: string): void {
  const fresh = readWhole(text);
  expect(made.sound).toBe(fresh.sound);
  expect(made.flaws).toEqual(fresh.flaws);
  expect(made.lines).toEqual(fresh.lines);
  expect(tree(made.doc?.contents)).toEqual(tree(fresh.doc?.contents));
  expect(made.doc?.range).toEqual(fresh.doc?.range);
  expect(addresses(made.value)).toEqual(addresses(fresh.value));
}

const draft =
  "title: A\naudience:\n  exclude:\n    - one\n    - two\ntouches:\n  - id: a\n    message: |\n      Hello\n\n      there\n  - { id: b, day: 4 }\nreplies: { no: stop }\n";

describe("only what changed is read again", () => {
  test.each<[what: string, from: string, to: string]>([
    ["a word of a message", "there", "there, you"],
    ["a line of a message", "      there\n", "      there\n      and there\n"],
    ["a plain word", "title: A", "title: A conversation"],
    ["an item of a list", "- two", "- two or three"],
    ["a key that is new in an item", "  - id: a\n", "  - id: a\n    day: 1\n"],
    ["braces", "day: 4 }", "day: 4, ask: none }"],
    ["a comment", "title: A", "title: A # so"],
    ["a value that becomes empty", "title: A", "title:"],
    ["a value that becomes quoted", "title: A", 'title: "A: B"'],
  ])("%s", (_, from, to) => {
    const text = draft.replace(from, to);
    expect(text).not.toBe(draft);
    const before = read(draft);
    const touches = (before.value as { replies: object }).replies;
    const made = reread(before, text);
    if (!made) throw new Error("It was not read in this way.");
    expectSame(made, text);
    expect((made.value as { replies: object }).replies).toBe(touches);
  });

  test.each<[what: string, from: string, to: string]>([
    ["a key that gets another name", "title: A", "titles: A"],
    ["a new key at the top", "replies:", "research: {}\nreplies:"],
    ["an anchor", "title: A", "title: &a A"],
    ["an open quote", "title: A", 'title: "A'],
    ["a mark of a document", "title: A", "title: A\n---"],
    ["a control character", "title: A", "title: A\u0001"],
    ["a key that is written twice", "  - id: a\n", "  - id: a\n    id: b\n"],
  ])("not %s", (_, from, to) => expect(reread(read(draft), draft.replace(from, to))).toBeUndefined());
});

const texts = ["../../../playbooks", "../../test"]
  .flatMap((folder) => {
    const there = path.join(import.meta.dirname, folder);
    return readdirSync(there)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => readFileSync(path.join(there, name), "utf8"));
  })
  .concat(
    oddTexts.filter((_, i) => i % 12 === 0).map(([, text]) => text),
    draft,
  );

test("whatever is typed, pasted or deleted, again and again: the same as a fresh reading", () => {
  const pieces = fc.constantFrom(
    "",
    "x",
    " ",
    "\n",
    "\n  ",
    "\n    - a",
    ": ",
    "- ",
    "#",
    " # c",
    '"',
    "'",
    "|",
    "|\n",
    "{",
    "}",
    "[a]",
    "é",
    "👋🏽",
    "\r\n",
    "\n\n",
    "b: 1\n",
    "    ask: none\n",
    "~",
    "&a",
    "\t",
  );
  const edit = fc.tuple(fc.nat(), fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)), pieces);
  let ways = 0;
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 8 }), (whole, list) => {
      let text = whole;
      let source = read(text);
      for (const [at, gone, piece] of list) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + piece + text.slice(from + gone);
        const made = reread(source, text);
        if (made) {
          ways++;
          expectSame(made, text);
        }
        source = made ?? read(text);
      }
    }),
    { numRuns: 250 },
  );
  expect(ways).toBeGreaterThan(100);
});
