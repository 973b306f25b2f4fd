import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yaml } from "../rule.ts";
import { keyAt, locate, nodeAt, type Place } from "./locate.ts";
import { read } from "./read.ts";

const source = read(yaml`
  # Notes
  title: First conversation # the title
  summary: |
    Two lines
    of words.
  audience:
    persona: Head of operations
    exclude: [open tickets, "recent no"]
  touches:
    - id: hello
      day: 1
      reason:
    - { id: again, day: 4 }
`);
const at = (place: Place) => source.text.slice(...locate(source, place));

describe("a place is where the author should look", () => {
  test.each<[string, Place, string]>([
    ["a value on one line is itself", { path: ["title"] }, "First conversation"],
    ["a text on several lines is its key", { path: ["summary"] }, "summary"],
    ["a part is its key", { path: ["audience"] }, "audience"],
    ["a key is the key", { path: ["title"], on: "key" }, "title"],
    ["an item of a flow list is itself", { path: ["audience", "exclude", 1] }, '"recent no"'],
    ["an item with keys is its first", { path: ["touches", 0] }, "id: hello"],
    ["an item in braces is its first key", { path: ["touches", 1] }, "id: again"],
    ["the key of an item is its first", { path: ["touches", 1], on: "key" }, "id: again"],
    ["an empty value is its key", { path: ["touches", 0, "reason"] }, "reason"],
    ["a missing key is its part", { path: ["audience", "stage"] }, "audience"],
    ["a missing key of an item is the item", { path: ["touches", 0, "channel"] }, "id: hello"],
    ["a missing item is its list", { path: ["touches", 7, "channel"] }, "touches"],
    ["a missing part is the nearest around it", { path: ["replies", "no", "then"] }, "title: First conversation"],
    ["the whole is its first key", { path: [] }, "title: First conversation"],
    ["a path through words stops there", { path: ["title", "x", 3] }, "title"],
    ["words are the words", { path: ["title"], words: [6, 18] }, "conversation"],
    ["words over a line break are underlined whole", { path: ["summary"], words: [4, 12] }, "lines\n  of"],
  ])("%s", (_, place, words) => {
    expect(at(place)).toBe(words);
  });

  test("nothing is read: the first words of the text", () => {
    const unread = read(`\n  \u0001 hello there\nagain`);
    expect(unread.text.slice(...locate(unread, { path: ["title"] }))).toBe("\u0001 hello there");
    expect(locate(read(""), { path: [] })).toEqual([0, 0]);
    expect(read("# note\n").text.slice(...locate(read("# note\n"), { path: ["title"] }))).toBe("# note");
  });

  test("keys that are numbers or words of YAML are found as they are written", () => {
    const odd = read("no: 1\n2: b\ntrue: c\n");
    expect([["no"], ["2"], ["true"]].map((path) => odd.text.slice(...(keyAt(odd, path) ?? [0, 0])))).toEqual(["no", "2", "true"]);
    expect(nodeAt(odd, ["no"])).toBeDefined();
  });
});

test("every place of every text has a span in it, and a visible one where there is anything to see", () => {
  const parts = fc.constantFrom(
    "a: ",
    "b:",
    "- ",
    "\n",
    "\n  ",
    "x",
    "| ",
    "\n    ",
    '"y"',
    "{ a: 1 }",
    "[x, y]",
    "# z",
    "\r\n",
    "😀",
    "*a",
    "&a ",
    "'",
    ": ",
  );
  const step = fc.oneof(fc.constantFrom("a", "b", "c", "", "__proto__", "constructor"), fc.nat(3));
  const place = fc.record(
    {
      path: fc.array(step, { maxLength: 4 }),
      on: fc.constantFrom("value" as const, "key" as const),
      words: fc.tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 })),
    },
    { requiredKeys: ["path"] },
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 25 }), place, (bits, where) => {
      const text = bits.join("");
      const [start, end] = locate(read(text), where);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(end - start).toBeGreaterThanOrEqual(/\S/.test(text) ? 1 : 0);
    }),
    { numRuns: 2000 },
  );
});
