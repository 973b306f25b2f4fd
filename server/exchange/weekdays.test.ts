import { expect, test } from "vitest";
import { documents } from "../test/documents.ts";
import { weekdayOf } from "./weekdays.ts";

const plan = documents(6);
/** The steps that come of a document: day, channel and words. */
function steps(...lines: readonly string[]): readonly string[] {
  const { plan: days, words } = plan(...lines);
  return days.map((day, i) => `${day} ${words[i]?.replaceAll("\n", " / ")}`);
}

test("weekdays stand in the week above them", () => {
  expect(
    steps("# Plan", "", "Week 1", "", "Monday: Email", "Hi", "", "Wednesday: Call", "Yes", "", "Week 2", "", "Tues. - LinkedIn", "Bye"),
  ).toEqual(["1 email Hi", "3 call Yes", "7 linkedin Bye"]);
});

test("or in the week of their own line, and days count from the first of them", () => {
  expect(steps("## Week 1 Wednesday - Email", "Hi", "", "## Week 2, Monday: Call", "Yes")).toEqual(["1 email Hi", "4 call Yes"]);
});

test("without any week each is the next there is, and a weekend's waits for Monday", () => {
  expect(steps("Thursday: Email", "Hi", "", "Monday: Call", "Yes", "", "Monday: LinkedIn", "So", "", "Saturday: Email", "Bye")).toEqual([
    "1 email Hi",
    "3 call Yes",
    "8 linkedin So",
    "13 email Bye",
  ]);
});

test("where days have numbers, or no channel stands alone behind it, a weekday offers a time", () => {
  const offers = ["Would any of these suit you?", "", "Tuesday: call", "Thursday: call at 10"];
  expect(steps("Day 1: Email", "Hi", ...offers, "", "Day 4: Call", "Yes")).toEqual([`1 email Hi / ${offers.join(" / ")}`, "4 call Yes"]);
  expect(steps("Monday: Email", "Hi", offers[0] ?? "", offers[3] ?? "", "", "Friday: Call", "Yes")).toEqual([
    `1 email Hi / ${offers[0]} / ${offers[3]}`,
    "5 call Yes",
  ]);
});

test("days and steps are counted in words, too", () => {
  expect(steps("Day one: Email", "Hi", "", "Day three – Call", "Yes", "", "Day ten", "LinkedIn", "Bye")).toEqual([
    "1 email Hi",
    "3 call Yes",
    "8 linkedin Bye",
  ]);
});

test("a name is a weekday as a whole", () => {
  expect(["Mon", "tues.", "Thursday", "Sun", "month", "Wedding", ""].map(weekdayOf)).toEqual([1, 2, 4, 7, 0, 0, 0]);
});
