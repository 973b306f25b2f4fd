import { expect, test } from "vitest";
import { pauseIn, saidIn, type When } from "./said-when.ts";

test.each<[string, When | undefined]>([
  ["Email #1 - send immediately", { after: 0, of: undefined, weeks: false }],
  ["Email #2 - 3 days later", { after: 3, of: undefined, weeks: false }],
  ["Email 2 (2 days after Email 1)", { after: 2, of: "Email 1", weeks: false }],
  ["Email 2 (2 days after the previous email)", { after: 2, of: undefined, weeks: false }],
  ["Final email +2 days", { after: 2, of: undefined, weeks: false }],
  ["Email 2 - two days later", { after: 2, of: undefined, weeks: false }],
  ["Call (a week later)", { after: 7, of: undefined, weeks: true }],
  ["Email 2 (two business days after Email 1)", { after: 2, of: "Email 1", weeks: false }],
  ["LinkedIn - the next day", { after: 1, of: undefined, weeks: false }],
  ["Email: a week in the life", undefined],
  ["Email about a day in your warehouse", undefined],
  ["Email 2, 1 day, 12 hours", { after: 1.5, of: undefined, weeks: false }],
  ["Call, after 1 week", { after: 7, of: undefined, weeks: true }],
  ["Email – Day +3", { plus: 3 }],
  ["Week 2, Day 1: Email", { day: 1, week: 2 }],
  ["Week 2: Email", { week: 2 }],
  ["Business day 4: Email", { day: 4 }],
  // What is understood only in part is not read at all.
  ["Day 3-5: Email", undefined],
  ["Days 3 to 5: Email", undefined],
  ["Email 2 - 3 days or 4", undefined],
  ["Email 2 - 3 to 5 days later", undefined],
  ["Email 2 - a few days later", undefined],
  ["Email 2 - Thursday", undefined],
  ["Monday numbers by email", undefined],
  ["Day one: Email", { day: 1 }],
  ["Monday: Email", { weekday: 1, week: undefined }],
  ["Thurs. call", { weekday: 4, week: undefined }],
  ["Week two, Tuesday - LinkedIn", { weekday: 2, week: 2 }],
  ["Email 2 - within 3 days", undefined],
  ["Call (15 minutes)", undefined],
  ["Email 2", undefined],
])("%s", (heading, when) => expect(saidIn(heading)?.when).toEqual(when));

test.each([
  ["Wait 3 days", 3],
  ["**Wait 1 week**", 7],
  ["(wait 2 business days)", 2],
  ["→ 3 days later", 3],
  ["A week later", 7],
  ["Then wait two days", 2],
  ["The next day", 1],
  ["Wait until Thursday", undefined],
])("a line such as %s is a wait", (line, days) => expect(pauseIn(line)).toMatchObject(days === undefined ? {} : { when: { after: days } }));
test.each(["We wait 3 days", "Wait 3 days and see what comes of it, for we would not want to hurry anybody", "Three days"])(
  "%s is none",
  (line) => expect(pauseIn(line)).toBeUndefined(),
);
