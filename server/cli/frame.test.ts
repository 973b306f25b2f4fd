import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { linesOf } from "../core/index.ts";
import { cellsOf } from "./cells.ts";
import { frame, type Mark } from "./frame.ts";
import type { Screen } from "./screen.ts";

const screen = (width: number): Screen => ({
  width,
  print: () => undefined,
  pour: async () => undefined,
  taken: async () => undefined,
  paint: (_, text) => text,
  wrap: (words) => [words],
});

/** Draws a text in which ‹ and › enclose what it is about, and « and » what it has to do with. */
function drawn(marked: string, width = 60): string {
  const text = marked.replace(/[‹›«»]/g, "");
  const at = (sign: string) => {
    const before = marked.slice(0, marked.indexOf(sign));
    return before.replace(/[‹›«»]/g, "").length;
  };
  const marks: Mark[] = [{ span: [at("‹"), at("›")], role: "error", sign: "^" }];
  if (marked.includes("«")) marks.push({ span: [at("«"), at("»")], role: "place", sign: "-", words: "here" });
  return `\n${frame({ text, lines: linesOf(text) }, marks, screen(width), 4).join("\n")}\n`;
}

test("a line with its neighbours", () => {
  expect(drawn("one\ntwo\nthree ‹four› five\nsix\nseven")).toBe(`
   2 │ two
   3 │ three four five
     │       ^^^^
   4 │ six
`);
});

test("blank neighbours are left out, and so are line ends of every kind", () => {
  expect(drawn("\r\n‹one›\r\n  \r\ntwo\rthree")).toBe(`
   2 │ one
     │ ^^^
`);
});

test("a place it has to do with, near or far", () => {
  expect(drawn("a: «1»\nb: ‹2›")).toBe(`
   1 │ a: 1
     │    - here
   2 │ b: 2
     │    ^
`);
  expect(drawn("a: ‹1›\nb\nc\nd\ne: «2»\nf")).toBe(`
   1 │ a: 1
     │    ^
   2 │ b
   ⋮
   5 │ e: 2
     │    - here
`);
});

test("several lines are marked from their first sign to their last, a long stretch at its two ends", () => {
  expect(drawn("say: ‹one\n  two\n  three› four")).toBe(`
   1 │ say: one
     │      ^^^
   2 │   two
     │   ^^^
   3 │   three four
     │   ^^^^^
`);
  expect(drawn("say: ‹1\n 2\n 3\n 4\n 5\n 6›\nend")).toBe(`
   1 │ say: 1
     │      ^
   ⋮
   6 │  6
     │  ^
   7 │ end
`);
});

test("tabs, wide signs, accents and emoji are as wide as the terminal draws them", () => {
  expect(drawn("\tkey:\t‹value›")).toBe(`
   1 │     key:    value
     │             ^^^^^
`);
  expect(drawn("你好: ‹世界› e\u0301‹")).toBe(`
   1 │ 你好: 世界 e\u0301
     │       ^^^^
`);
  expect(drawn("👨‍👩‍👧 e\u0301 ‹👋🏽› x")).toBe(`
   1 │ 👨‍👩‍👧 e\u0301 👋🏽 x
     │      ^^
`);
});

test("where writing runs from right to left the words are said again", () => {
  expect(drawn("title: ‹שלום› עולם")).toBe(`
   1 │ title: שלום עולם
     │        ^^^^ “שלום”
`);
});

test("an empty place, at the end or in an empty file, is still a place", () => {
  expect(drawn("title:‹›")).toBe(`
   1 │ title:
     │       ^
`);
  expect(drawn("‹›")).toBe(`
   1 │
     │ ^
`);
});

test("a long line is cut around the words", () => {
  const long = "word ".repeat(40);
  expect(drawn(`${long}‹here› ${long}`, 40)).toBe(`
   1 │ …ord word word here word word wo…
     │                ^^^^
`);
  expect(drawn(`‹here› ${long}`, 40)).toBe(`
   1 │ here word word word word word wo…
     │ ^^^^
`);
  expect(drawn(`${long}‹here›`, 40)).toBe(`
   1 │ …ord word word here
     │                ^^^^
`);
  expect(drawn(`title: ‹${long}›`, 40)).toContain("│        ^^^");
});

test("whatever the line and the width, the squiggle stands under the words and nothing is too wide", () => {
  const sign = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("a", "b", " ", "-") },
    fc.constantFrom("\t", "世", "é", "e\u0301", "👋🏽", "👨‍👩‍👧", "\u001b", "\u200b"),
  );
  const line = fc
    .oneof(fc.array(sign, { maxLength: 30 }), fc.array(sign, { minLength: 100, maxLength: 1500 }))
    .map((signs) => signs.join(""));
  fc.assert(
    fc.property(line, fc.nat(), fc.nat(40), fc.integer({ min: 30, max: 120 }), (text, from, length, width) => {
      const cells = cellsOf(text).filter((cell) => cell.width > 0);
      const first = cells[from % Math.max(1, cells.length)];
      if (!first) return;
      const marked = cells.filter((cell) => cell.from >= first.from && cell.from < first.from + Math.max(1, length));
      const span = [first.from, (marked.at(-1) ?? first).to] as const;
      const rows = frame({ text, lines: [0] }, [{ span, role: "error", sign: "^" }], screen(width), 4);
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(width);
      const [above = "", below = ""] = rows;
      const column = below.indexOf("^");
      const squiggle = below.slice(column);
      expect(squiggle).toMatch(/^\^+$/);
      const covered = cellsUnder(above, column, squiggle.length);
      // A tab's width depends on where it stands, so all blanks are one here.
      const plain = (words: string) => words.replace(/\s+/g, " ");
      const wanted = plain(marked.map(({ drawn }) => drawn).join(""));
      expect(wanted.trim().startsWith(plain(covered).trim()), `${wanted}\n${covered}`).toBe(true);
      if (marked.length > 0 && squiggle.length + 8 < width - 7 && stringWidth(wanted) < 20)
        expect(plain(covered).trim()).toBe(wanted.trim());
    }),
  );
});

function cellsUnder(row: string, column: number, width: number): string {
  const gutter = row.slice(0, 7);
  const cells = cellsOf(row.slice(gutter.length));
  return cells
    .filter((cell) => cell.column + 7 >= column && cell.column + 7 < column + width && cell.width > 0)
    .map(({ drawn }) => drawn)
    .join("");
}

test("a line of plain signs is drawn as any other line would be", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 200 }), (line) => {
      const odd = `${line}é`;
      expect(cellsOf(line)).toEqual(cellsOf(odd).slice(0, -1));
    }),
  );
});
