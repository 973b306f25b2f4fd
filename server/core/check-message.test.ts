import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkMessage } from "./check-message.ts";

const found = (text: string, context = {}) =>
  checkMessage(text, context).findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]);

test.each([
  ["Just checking in to see how things are going.", "reason-not-checking-in"],
  ["Thought I’d check\nin and see how you’re getting on with it all.", "reason-not-checking-in"],
  ["Hi {{first_name}},\r\n\r\nI hope this email finds you well.", "opens-with-substance"],
  ["I've left you several voicemails now.", "attempts-not-counted"],
  ["Unless I hear otherwise by Friday, I'll start your trial.", "silence-is-not-consent"],
])("%j is heard by %s, at its words", (text, rule) => {
  const findings = found(text);
  expect(findings.map(([id]) => id)).toContain(rule);
  for (const [, words] of findings) expect(words?.trim()).toBe(words);
});

test.each([
  ["Please check in at the front desk and ask for Priya."],
  ["The weekly check-in call you scheduled is in the invite."],
  ["Here is the pricing you asked for on Tuesday, with the freight split out."],
  ["I'll leave it here. The benchmark stays yours."],
])("%j is fine", (text) => expect(found(text, { stage: "proposal" })).toEqual([]));

test.each([
  ["calm-punctuation", {}, "This is it!! And more!"],
  ["message-is-short", { channel: "email", stage: "cold" }, "word ".repeat(121)],
  ["message-is-short", { channel: "sms", stage: "cold" }, "word ".repeat(200)],
  ["voicemail-is-short", { channel: "voicemail" }, "word ".repeat(200)],
  ["quiet-letters", {}, "This is URGENT."],
  ["plain-speech", {}, "Our best-in-class tool reads it."],
  ["words-filled-in", {}, "Hello [First Name], the dock is ready."],
] as const)("%s needs no playbook", (rule, context, text) => {
  expect(found(text, context).map(([id]) => id)).toContain(rule);
});

test("what is long for a stranger is a letter to somebody who knows us", () => {
  expect(found("word ".repeat(200), { channel: "email", stage: "proposal" }).map(([id]) => id)).not.toContain("message-is-short");
  expect(found("word ".repeat(200), { channel: "call", stage: "cold" }).map(([id]) => id)).not.toContain("voicemail-is-short");
});

test.each(["Hi {{first_name}}!", "Hello {{first_name}}. Hello!", "Good morning, Dana."])("%j greets, and nobody objects", (greeting) =>
  expect(found(`${greeting}\n\nYour March review names pick errors. Here is the count from twenty warehouses.`)).toEqual([]),
);

test("what is known about a message counts", () => {
  const text = "As we discussed last week, here is the pricing.";
  expect(found(text, { stage: "cold" }).map(([rule]) => rule)).toEqual(["thread-is-true"]);
  expect(found(text, { stage: "proposal" })).toEqual([]);
});

test.each([
  ["", 0],
  ["Hello Priya [the dock]!", 0],
  ["Good morning, Dana. ?", 0],
  ["👋🏽👋🏽👋🏽", 0],
  ["Hi", 0],
  ["{{ {{ {{first_name} }} {{", 0],
  ["שלום, רציתי לשאול על ההצעה", 1],
])("%j has an answer", (text, count) => expect(found(text)).toHaveLength(count));

test("a message of a megabyte has an answer", () => {
  expect(found("Just checking in. ".repeat(60_000)).length).toBeGreaterThan(0);
});

test("any text has an answer, and its places lie within it", () => {
  const words = fc.constantFrom(
    "just",
    "checking",
    "in",
    "{{",
    "}}",
    "I",
    "you",
    "'",
    "’",
    ".",
    "\n",
    "\r\n",
    "?",
    "call",
    "again",
    "no",
    "but",
    "😀",
    "é",
    ",",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join(" ");
      for (const { start, end } of checkMessage(text).findings) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["Guten Tag Frau Weber, ich wollte nur kurz nachfragen, ob Sie meine letzte E-Mail gesehen haben."],
  ["Bonjour, je me permets de revenir vers vous concernant mon dernier message resté sans réponse."],
  ["Hola Marta, solo quería saber si has podido ver mi propuesta de la semana pasada."],
  ["Ik wilde alleen even vragen of u mijn mail van vorige week heeft gezien."],
  ["お世話になっております。先日お送りしたご提案の件でご連絡いたしました。"],
])("%j is in another language, which is said, and nothing else is guessed", (text) => {
  expect(found(text).map(([rule]) => rule)).toEqual(["message-is-in-english"]);
});
