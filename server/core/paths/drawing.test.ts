import { expect, test } from "vitest";
import { check } from "../check.ts";
import { drawingOf } from "./drawing.ts";

const drawn = (text: string) => {
  const { playbook } = check(text);
  return playbook && drawingOf(playbook);
};

test("the main line, the branches that leave it, their days, and the fullest week", () => {
  const drawing = drawn(`
touches:
  - { id: hello, day: 1, channel: call }
  - { id: in-writing, day: 1, channel: email, pairs-with: hello }
  - { id: idea, day: 6, channel: email }
  - { id: more, day: 9, channel: email }
  - { id: bye, day: 20, channel: email, kind: take-away }
replies:
  no: stop
  not-now: { wait: until their date, touches: [{ id: guide, day: 22, channel: email }], then: return }
  out-of-office: { wait: 1 week, then: resume }
  silence: { touches: [{ id: later, day: 10, channel: post }], then: stop }
`);
  expect(drawing?.main.map(({ day, touches }) => [day, touches.length])).toEqual([
    [1, 2],
    [6, 1],
    [9, 1],
    [20, 1],
  ]);
  expect(
    drawing?.branches.map(({ reply, leaves, moments, ends, resumes }) => [reply, leaves, moments.map(({ day }) => day), ends, resumes]),
  ).toEqual([
    ["not-now", 1, [23], undefined, false],
    ["silence", 20, [30], 30, false],
    ["no", 1, [], 1, false],
    ["out-of-office", 1, [], 6, true],
  ]);
  expect(drawing?.lastDay).toBe(30);
  expect(drawing?.densest).toEqual({ from: 6, to: 10, moments: 2 });
});

test("nothing crowded, nothing marked; nothing sent, nothing drawn", () => {
  expect(drawn("touches: [{ id: a, day: 1, channel: call }, { id: b, day: 9, channel: call }]")?.densest).toBeUndefined();
  expect(drawn("replies: { no: stop }")).toBeUndefined();
});
