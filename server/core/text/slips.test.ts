import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "./read.ts";
import { type SlipKind, slips } from "./slips.ts";

/** Each slip, the words it underlines, and the text after its mend. */
const CASES: readonly [kind: SlipKind, text: string, words: string, mended: string | undefined][] = [
  ["colon-in-words", "title: First: heads\nowner: x\n", ":", 'title: "First: heads"\nowner: x\n'],
  ["colon-in-words", "a:\n  - one: two: three\n", ":", 'a:\n  - one: "two: three"\n'],
  ["colon-in-words", "a: b: c # note\r\nd: 1\r\n", ":", 'a: "b: c" # note\r\nd: 1\r\n'],
  ["colon-in-words", 'a: say "no": fine\n', ":", "a: 'say \"no\": fine'\n"],
  ["colon-in-words", 'a: it\'s "no": fine\n', ":", 'a: "it\'s \\"no\\": fine"\n'],
  ["blank-first", "a:\n  b: {{name}}, hello\nc: 1\n", "{{name}}, hello", 'a:\n  b: "{{name}}, hello"\nc: 1\n'],
  ["blank-first", "a: {{name}}\n", "{{name}}", 'a: "{{name}}"\n'],
  ["blank-first", "a: { b: {{name}}, c: 1 }\n", "{{name}}", 'a: { b: "{{name}}", c: 1 }\n'],
  ["sign-first", "a: @home today\n", "@home today", 'a: "@home today"\n'],
  ["sign-first", "a: %done\n", "%done", 'a: "%done"\n'],
  ["sign-first", "a: `code` here\n", "`code` here", 'a: "`code` here"\n'],
  ["sign-first", "a: **bold** here\n", "**bold** here", 'a: "**bold** here"\n'],
  ["sign-first", "a: & more\n", "& more", 'a: "& more"\n'],
  ["sign-first", "a: [First Name], hello\n", "[First Name], hello", 'a: "[First Name], hello"\n'],
  ["sign-first", "a: ] hello\nb: 1\n", "] hello", 'a: "] hello"\nb: 1\n'],
  ["sign-first", "%hello\na: 1\n", "%hello", undefined],
  ["words-after-bar", "a: | hello\n  there\n", "| hello", "a: |\n  hello\n  there\n"],
  ["words-after-bar", "  a: > hello\n", "> hello", "  a: >\n    hello\n"],
  ["list-beside-key", "a: - hello\nb: 1\n", "- hello", "a:\n  - hello\nb: 1\n"],
  ["unclosed-quote", 'a: "hello\nb: 1\n', '"hello', 'a: "hello"\nb: 1\n'],
  ["unclosed-quote", "a: 'hello\nb: it's\n", "'hello", "a: 'hello'\nb: it's\n"],
  ["unclosed-quote", 'a: "hello\nb: "x"\n', '"hello', 'a: "hello"\nb: "x"\n'],
  ["unclosed-quote", 'a: { b: "one }\nc: 1\n', '"one', 'a: { b: "one" }\nc: 1\n'],
  ["unclosed-quote", 'a: ["one, two]\nc: 1\n', '"one, two', 'a: ["one, two"]\nc: 1\n'],
  ["words-after-quote", "a: 'it's fine'\n", "'it's fine'", 'a: "it\'s fine"\n'],
  ["words-after-quote", 'a: "he said "no" twice"\n', '"he said "no" twice"', "a: 'he said \"no\" twice'\n"],
  ["words-after-quote", 'a:\n  - "Anyone" who left\n', '"Anyone" who left', "a:\n  - '\"Anyone\" who left'\n"],
  ["backslash", 'a: "C:\\path"\n', "\\p", 'a: "C:\\\\path"\n'],
  ["unclosed-bracket", "a: [x, y\nb: 1\n", "[x, y", "a: [x, y]\nb: 1\n"],
  ["unclosed-bracket", "a:\n  b: { x: 1\n", "{ x: 1", "a:\n  b: { x: 1 }\n"],
  ["missing-comma", "a: { x: 1 y: 2 }\nb: 1\n", "1 y: 2 ", undefined],
  ["stray-bracket", "a: [x, y]]\nb: 1\n", "]", "a: [x, y]\nb: 1\n"],
  ["no-space-after-colon", "id: x\nday:1\nchannel: call\n", "day:", "id: x\nday: 1\nchannel: call\n"],
  ["no-space-after-colon", "a:1\nb: 2\n", "a:", "a: 1\nb: 2\n"],
  ["no-space-after-dash", "a:\n  -id: x\n   day: 1\n", "-", "a:\n  - id: x\n    day: 1\n"],
  ["odd-space", "a:\u00a01\nb: 2\n", "\u00a0", "a: 1\nb: 2\n"],
  ["indentation", "a:\n  b: 1\n   c: 2\n", "c: 2", "a:\n  b: 1\n  c: 2\n"],
  ["indentation", "a:\n    b: 1\n  c: 2\n", "c: 2", "a:\n    b: 1\n    c: 2\n"],
  ["indentation", "a:\n  - id: x\n  day: 1\n", "day: 1", "a:\n  - id: x\n    day: 1\n"],
  ["indentation", "a:\n  - b: 1\n   - b: 2\n", "- b: 2", "a:\n  - b: 1\n  - b: 2\n"],
  ["indentation", "a:\n  - b: 1\n    c: 1\n- b: 2\n  c: 2\n", "- b: 2", "a:\n  - b: 1\n    c: 1\n  - b: 2\n    c: 2\n"],
  ["indentation", "a:\n  b: |\n    hello\n   there\n  c: 1\n", "there", "a:\n  b: |\n    hello\n    there\n  c: 1\n"],
  ["indentation", " a: 1\nb: 2\n", "b: 2", " a: 1\n b: 2\n"],
  ["indentation", "a: hello\n  b: 1\n", "b: 1", "a: hello\nb: 1\n"],
  ["words-alone", "title\nb: 2\n", "title", undefined],
  ["words-alone", "a: 1\nday 1\nb: 2\n", "day 1", undefined],
];

describe("each slip is told once, at its words, and its mend makes the text readable", () => {
  test.each(CASES)("%s: %j", (kind, text, words, mended) => {
    const found = slips(read(text));
    expect(found.map((slip) => [slip.kind, text.slice(...slip.span)])).toEqual([[kind, words]]);
    const mend = found[0]?.mend;
    const after = mend && text.slice(0, mend.span[0]) + mend.text + text.slice(mend.span[1]);
    expect(after).toBe(mended);
    if (after !== undefined) expect(read(after).flaws).toEqual([]);
  });
});

test("two slips on two lines are both told", () => {
  const text = "a: b: c\nd: 1\ne: @f\n";
  expect(slips(read(text)).map(({ kind }) => kind)).toEqual(["colon-in-words", "sign-first"]);
});

test("blank lines before a slip do no harm", () => {
  expect(slips(read("\n\n \nkey: \nreplies:\n  \nchannel: email\n- id: a\n<<: ")).map(({ kind }) => kind)).toEqual(["indentation"]);
});

test("a sign after a space that is none begins no comment", () => {
  expect(slips(read("\u00a0#key: {")).map(({ span: [start, end] }) => end > start)).toEqual([true]);
});

test("a readable text has none", () => {
  expect(slips(read("a: 1\nb: [x, y]\nc: |\n  d: e: f\n"))).toEqual([]);
});

test("for any text, a slip and its mend lie within the text", () => {
  const snippets = fc.constantFrom(
    "a",
    ":",
    " ",
    "\n",
    "\r\n",
    "\r",
    "- ",
    "\t",
    '"',
    "'",
    "|",
    "{",
    "}",
    "[",
    "]",
    "#",
    "%",
    "  ",
    "key: ",
    "{{x}}",
    "\u00a0",
    "&",
  );
  fc.assert(
    fc.property(fc.array(snippets, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      for (const { span, mend } of slips(read(text)))
        for (const [start, end] of mend ? [span, mend.span] : [span]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
    }),
    { numRuns: 2000 },
  );
});

test("every text that does not read has a slip", () => {
  const snippets = fc.constantFrom("a", "b: ", "c: d", "\n", "- ", "  ", '"', "'", "{ ", " }", "[", "]", ", ", "| ", "@", "# ");
  fc.assert(
    fc.property(fc.array(snippets, { maxLength: 20 }), (parts) => {
      const source = read(parts.join(""));
      if (source.flaws.some(({ kind }) => kind === "syntax")) expect(slips(source).length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});
