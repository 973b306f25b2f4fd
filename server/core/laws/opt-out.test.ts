import { expect, test } from "vitest";
import { check } from "../check.ts";
import { laws } from "./index.ts";
import { saysObjection, saysOptOut } from "./opt-out.ts";

test.each([
  "If you'd rather not hear from me again, just say so.",
  "Reply STOP to opt out.",
  "Answer with the word “stop” and that's that.",
  "To unsubscribe, click here.",
  "Don't want these emails? Tell me.",
  "Let me know and I'll take you off my list.",
  "Just tell me to stop and I will.",
  "Say the word and I won't write again.",
  "You can opt out at any time.",
  "No more emails? One word will do.",
  "Manage your email preferences",
  "{{unsubscribe_link}}",
  "{{ opt_out_line }}",
])("%s says how to opt out", (text) => expect([saysOptOut(text), saysObjection(text)]).toEqual([true, true]));

test.each([
  "A one-word no is plenty.",
  "Do you count wrong items?",
  "I will write again in spring.",
  "Trucks no longer stop at the dock.",
  "We can send the list of errors on Friday.",
  "The subscription ends in March.",
  "",
])("%s does not", (text) => expect([saysOptOut(text), saysObjection(text)]).toEqual([false, false]));

test.each(["You can object to this at any time.", "You have the right to object.", "Your objection is noted at once."])(
  "%s tells of the right to object",
  (text) => expect([saysOptOut(text), saysObjection(text)]).toEqual([false, true]),
);

test("every pack is dated, cited, and says in a sentence what it looks at and what it does not", () => {
  for (const { name, jurisdiction, cite, verified, asks, beyond } of Object.values(laws)) {
    expect(verified).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const words of [name, jurisdiction, cite]) expect(words).toMatch(/\S{3}/);
    for (const words of [asks, beyond]) expect(words).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test("calling hours are two times of a day, the earlier first", () => {
  const said = (hours: string) => check(`calling-hours: ${hours}\ntouches: [{ id: a, day: 1, channel: call }]\n`);
  const told = (hours: string) => said(hours).findings.filter(({ rule }) => ["fitting-values", "nothing-missing"].includes(rule));
  expect(told("{ from: 09:00, to: 17:30 }")).toEqual([]);
  expect(told("{ from: 9:00, to: 17.30 }").map(({ what, fixes }) => [what, fixes[0]?.title])).toEqual([
    ["“9:00” is not a time of day.", 'Write "09:00"'],
    ["“to” should be a time of day, as in 09:00, and is 17.3.", undefined],
  ]);
  expect(told("{ from: 17:00, to: 09:00 }").map(({ what }) => what)).toEqual(["“calling-hours” ends before it begins."]);
  expect(said("{ from: 17:00, to: 09:00 }").playbook?.["calling-hours"]).toBeUndefined();
});
