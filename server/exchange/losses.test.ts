import { expect, test } from "vitest";
import { check } from "../core/index.ts";
import { exportPlaybook, TARGETS } from "./index.ts";

/** A playbook in which everything is said, each thing with a word of its own. */
const whole = `title: W-title
summary: W-summary
owner: Dana W-owner <dana@northwind.example>
audience: { situation: W-situation, persona: W-persona, stage: contacted, start-when: W-start, exclude: [W-exclude] }
motive: { benefit: W-benefit, belief: W-belief }
research: { minutes: 10, find: [W-find] }
calling-hours: { from: "09:11", to: "17:12" }
variables:
  first_name: { example: W-example, fallback: W-fallback, meaning: W-meaning }
  detail: { example: Leeds, fallback: skip the sentence }
touches:
  - id: ring
    day: 1
    channel: call
    reason: W-reason
    value: W-value
    asset: w-asset
    ask: reply
    script: W-script {{first_name}}
    voicemail: W-voicemail
    guidance: W-guidance
    words-from: w-words
    negative-option: W-negative
    deadline: { date: 2027-03-31, source: W-source }
  - { id: write, day: 1, pairs-with: ring, channel: email, mode: automatic, subject: W-subject, message: "W-message {{detail}}" }
  - { id: invite, day: 8, channel: event, message: W-invitation, event: { name: W-event, date: 2027-05-06, place: W-place } }
  - { id: greet, day: 12, kind: greeting, channel: post, message: W-card }
  - { id: away, day: 20, channel: email, kind: take-away, thread: reply, message: W-away }
replies:
  not-now: { do: W-do, wait: until their date, if-no-date: 90 days, then: return }
afterwards: { rest: 77 days, return-only-with: W-again, relationship: W-relationship }
`;

/** What stands where in an export when it is there, and how it is told when it is not. */
const things: Readonly<Record<string, readonly [there: RegExp, told: RegExp]>> = {
  summary: [/W-summary/, /The summary/],
  owner: [/W-owner/, /Who owns it/],
  audience: [/W-persona/, /For whom it is/],
  exclude: [/W-exclude/, /Who must not be enrolled: 1 kind of people\./],
  motive: [/W-benefit/, /why it serves them/],
  research: [/W-find/, /what to find out first/],
  "calling hours": [/09:11/, /calling hours/],
  examples: [/W-example/, /examples/],
  "meaning of a variable": [/W-meaning/, /examples and meanings/],
  fallback: [/W-fallback/, /“first_name”.* not known/],
  "sentence to skip": [/skip the sentence/, /“detail”.* not known/],
  reason: [/W-reason/, /reason of each touch/],
  asset: [/w-asset/, /what it brings|What each touch brings/],
  "shared words": [/w-words/, /“ring” takes the words of a shared asset/],
  ask: [/\breply\b.*W-script|Ask:\*\* reply|,reply,|"ask": "reply"/, /rung/],
  voicemail: [/W-voicemail/, /^never$/],
  guidance: [/W-guidance/, /guidance of “ring”/],
  deadline: [/W-source/, /deadline in “ring”/],
  event: [/W-place/, /event in “invite”/],
  pair: [/pairs-with|Pairs with/, /“write” completes/],
  greeting: [/greeting/, /“greet” only greets/],
  "take-away": [/take-away/, /“away” is the last word/],
  automatic: [/automatic|auto_email|"automated": true|"actionType": "EMAIL"|"type": "email"/, /“write” may go out by itself/],
  thread: [
    /"isReply": true|previous_email|threadEmailTo|reply_to_thread|"subject": ""|email,manual,reply|Thread:\*\* reply|"thread": "reply"/,
    /“away” continues/,
  ],
  branch: [/W-do/, /What happens on a reply: not-now/],
  afterwards: [/W-again/, /rest of 77 days/],
  relationship: [/W-relationship/, /relationship/],
};

test.each(TARGETS)("%s: what is not in the export is told, and what is told is not in it", (to) => {
  const report = check(whole);
  if (!report.playbook) throw new Error("It cannot be read.");
  expect(report.findings.filter(({ rule }) => ["readable-yaml", "known-keys", "fitting-values"].includes(rule))).toEqual([]);
  const { text, losses } = exportPlaybook(report.playbook, { id: "whole", to, start: "2027-03-01" });
  const told = losses.map(({ what }) => what).join("\n");
  const unfolded = text.replaceAll("\r\n ", "");
  const verdicts = Object.entries(things).map(([name, [there, loss]]) => [name, there.test(unfolded), loss.test(told)] as const);
  expect({ to, unsaid: verdicts.filter(([, there, lost]) => !there && !lost).map(([name]) => name) }).toEqual({ to, unsaid: [] });
  expect({ to, untrue: verdicts.filter(([, there, lost]) => there && lost).map(([name]) => name) }).toEqual({ to, untrue: [] });
});
