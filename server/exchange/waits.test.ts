import { expect, test } from "vitest";
import { countsBusinessDays, unitOf, waitIn } from "./waits.ts";

test.each([
  ["3", 3],
  ["0", 0],
  ["-2", -2],
  ["2,5", 2.5],
  ["48h", 2],
  ["36 hours", 1.5],
  ["90 min", 90 / 1440],
  ["1w", 7],
  ["2 weeks", 14],
  ["2d 12h", 2.5],
  ["1 day, 12 hours", 1.5],
  ["1 day and 12 hrs", 1.5],
  ["after 3 business days", 3],
  ["3 day(s)", 3],
  ["+2 days", 2],
  ["Day 4", 4],
  ["D4", 4],
  ["wait 2 days", 2],
  ["Immediately", 0],
  ["same day", 0],
  ["two days", 2],
  ["a week later", 7],
  ["after one business day", 1],
  ["in a fortnight", 14],
  ["the next day", 1],
  ["an hour", 1 / 24],
  ["a week and two days", 9],
])("%s", (written, days) => expect(waitIn(written)).toBeCloseTo(days as number, 6));

test.each([
  "soon",
  "3-5",
  "Day 3-5",
  "2024-03-01",
  "3/4/2027",
  "2 moons",
  "1 day 4",
  "",
  "two moons",
  "a few days",
  "a day or two",
  "a",
  "3 days or 4",
])("%s is not read halfway", (written) => expect(waitIn(written)).toBeUndefined());

test("a number alone counts in the unit that is said elsewhere; one with a unit does not", () => {
  expect(waitIn("48", unitOf("Hours"))).toBeCloseTo(2, 6);
  expect(waitIn("1440", unitOf("minute"))).toBeCloseTo(1, 6);
  expect(waitIn("2 days", unitOf("hours"))).toBe(2);
  expect(unitOf("moons")).toBeUndefined();
  expect(["2 business days", "3 days", "working days"].map(countsBusinessDays)).toEqual([true, false, true]);
});
