import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { drawingOf } from "./drawing.ts";
import { drawingTold, pictureOf } from "./picture.ts";

const drawn = (text: string) => {
  const { playbook } = check(text);
  const drawing = playbook && drawingOf(playbook);
  if (!drawing) throw new Error("There is nothing to draw.");
  return drawing;
};

const TEXT = `
touches:
  - { id: hello, day: 1, channel: call }
  - { id: in-writing, day: 1, channel: email, pairs-with: hello }
  - { id: idea, day: 4, channel: email }
  - { id: bye, day: 20, channel: email, kind: take-away }
replies:
  no: stop
  reflex-no: stop
  not-now: { wait: until their date, touches: [{ id: guide, day: 22, channel: email }], then: return }
  out-of-office: { wait: 1 week, then: resume }
  silence: { touches: [{ id: later, day: 10, channel: post }], then: stop }
`;

test("days go from left to right, a branch starts where it leaves, and what ends at once shares a line", () => {
  const { main, rows, week } = pictureOf(drawn(TEXT), 720);
  expect(main.dots.map(({ words, away }) => [words, away])).toEqual([
    ["Day 1: Call and Email", false],
    ["Day 4: Email", false],
    ["Day 20: Email", true],
  ]);
  expect(main.dots.map(({ x }) => x)).toEqual([...main.dots.map(({ x }) => x)].sort((a, b) => a - b));
  expect(rows.map(({ text, branches }) => [text.lines.map(({ words }) => words).join(" "), branches.map(({ reply }) => reply)])).toEqual([
    ["Not now, later: come back later", ["not-now"]],
    ["Silence to the end: stop", ["silence"]],
    ["Out of office: carry on", ["out-of-office"]],
    ["Stop: “Not interested”, at once, a considered no", ["reflex-no", "no"]],
  ]);
  expect(rows.map(({ strokes }) => strokes.some(({ open }) => open))).toEqual([true, false, false, false]);
  expect(rows[1]?.strokes[0]?.d).toMatch(new RegExp(`^M${main.to} `));
  expect(week?.text.words).toBe("Fullest seven days: 2 touches");
});

test("the same is told in sentences", () => {
  expect(drawingTold(drawn(TEXT))).toBe(
    "Day 1: Call and Email. Day 4: Email. Day 20: Email. Not now, later: come back later. Silence to the end: stop. " +
      "Out of office: carry on. Stop: “Not interested”, at once, a considered no. The fullest seven days are 1 to 5, with 2 touches.",
  );
});

test("whatever the days and the width, everything stands within the picture and no line of words in another", () => {
  const days = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(days, days, fc.integer({ min: 240, max: 1200 }), (main, branch, width) => {
      const touches = (list: number[], name: string) =>
        list.map((day, i) => `{ id: ${name}-${i}, day: ${day}, channel: email }`).join(", ");
      const replies = `replies: { no: stop, referral: { touches: [${touches(branch, "b")}], then: resume } }`;
      const picture = pictureOf(drawn(`touches: [${touches(main, "a")}]\n${replies}`), width);
      const dots = [...picture.main.dots, ...picture.rows.flatMap((row) => row.dots)];
      for (const { x } of dots) expect(x >= 0 && x <= width).toBe(true);
      const lines = picture.rows.flatMap(({ text, y }) => [...text.lines.map((line) => line.y), y]);
      for (const [i, y] of lines.entries()) {
        expect(y).toBeLessThan(picture.height);
        if (i > 0) expect(y - (lines[i - 1] ?? 0)).toBeGreaterThan(8);
      }
    }),
    { numRuns: 200 },
  );
});
