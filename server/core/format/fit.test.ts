import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yaml } from "../rule.ts";
import { addressOf } from "../text/address.ts";
import { read } from "../text/read.ts";
import type { Path } from "../text/span.ts";
import type { FileKind } from "./file-kind.ts";
import { fit } from "./fit.ts";
import { near } from "./near.ts";

/** What is told of a text: each misfit's kind and the place it names. */
function told(text: string, kind: FileKind = "playbook"): readonly string[] {
  return fit(kind, read(text).value).misfits.map((misfit) => {
    const place = "key" in misfit && misfit.kind !== "bad-key" ? [...misfit.path, misfit.key] : misfit.path;
    return `${misfit.kind} ${place.join(".")}`;
  });
}

const fitted = (text: string) => fit("playbook", read(text).value).value;

const touch = (lines: string) => `touches:\n  - id: hello\n    day: 1\n    channel: email\n${lines}`;

describe("each slip is told once, where it is", () => {
  test.each<[string, string, readonly string[]]>([
    ["a number in words", "touches: [{ id: a, day: one, channel: call }]", ["wrong-type touches.0.day"]],
    ["a quoted number", 'touches: [{ id: a, day: "3", channel: call }]', ["wrong-type touches.0.day"]],
    ["a channel nobody has", "touches: [{ id: a, day: 1, channel: fax }]", ["not-one-of touches.0.channel"]],
    ["a bad id", "touches: [{ id: Hello There, day: 1, channel: call }]", ["malformed touches.0.id"]],
    ["two things missing", "touches: [{ channel: call }]", ["missing touches.0.id", "missing touches.0.day"]],
    ["an empty value", touch("    reason:"), ["missing touches.0.reason"]],
    ["an empty list item", "audience:\n  exclude:\n    - a\n    -\n", ["missing audience.exclude.1"]],
    ["words for a list", "audience: { exclude: everyone }", ["wrong-type audience.exclude"]],
    ["a variable in one word", "variables: { first_name: Priya }", ["wrong-type variables.first_name"]],
    ["a date for a deadline", touch("    deadline: 2027-03-01"), ["wrong-type touches.0.deadline"]],
    ["a day that does not exist", touch("    deadline: { date: 2027-02-30 }"), ["malformed touches.0.deadline.date"]],
    ["a number out of bounds", "research: { minutes: 900 }", ["out-of-bounds research.minutes"]],
    ["a bad name", "variables: { First Name: { example: Priya } }", ["bad-key variables.First Name"]],
    ["a version in quotes", 'format: "1"', ["not-one-of format"]],
    ["a branch that does not say how it ends", "replies: { not-now: { wait: 90 days } }", ["missing replies.not-now.then"]],
    ["a misspelt key in a branch", "replies: { not-now: { wiat: 90 days, then: return } }", ["unknown-key replies.not-now.wiat"]],
    ["a key of another reply", "replies: { no: { evidence: x, then: stop } }", ["unknown-key replies.no.evidence"]],
    [
      "several slips in a branch",
      "replies: { not-now: { wait: soon, then: retrun, touches: [{ id: a, channel: emial, day: 1 }] } }",
      ["malformed replies.not-now.wait", "not-one-of replies.not-now.touches.0.channel", "not-one-of replies.not-now.then"],
    ],
    ["a word a reply cannot be", "replies: { no: maybe }", ["not-one-of replies.no"]],
    [
      "a misspelt key inside a misspelt key",
      "touchs: [{ id: a, day: 1, chanel: call }]",
      ["unknown-key touchs", "unknown-key touchs.0.chanel"],
    ],
  ])("%s", (_, text, expected) => {
    expect([...told(text)].sort()).toEqual([...expected].sort());
  });

  test("in lists with several wrong items, each item by its own number", () => {
    const text = yaml`
      audience:
        exclude:
          - Open tickets
          -
          - 3
          - { b: c }
      touches:
        - { channel: call }
        - { id: second, day: 4, channel: call }
        - { id: third, day: 9, channel: fax }
    `;
    expect([...told(text)].sort()).toEqual([
      "missing audience.exclude.1",
      "missing touches.0.day",
      "missing touches.0.id",
      "not-one-of touches.2.channel",
      "wrong-type audience.exclude.2",
      "wrong-type audience.exclude.3",
    ]);
  });

  test("in the other files too", () => {
    expect(told("assets: { guide: { title: Guide } }", "assets")).toEqual(["missing assets.guide.owner"]);
    expect(told("approvers: [Sam]", "config")).toEqual(["wrong-type approvers.0"]);
    expect(told("severities: { gaps-hold: loud }", "config")).toEqual(["not-one-of severities.gaps-hold"]);
    expect(told("title: x", "assets")).toEqual(["unknown-key title", "missing assets"]);
  });
});

describe("what is meant is read", () => {
  test.each<[string, string, unknown]>([
    ["touches: [{ id: a, day: '3', channel: call }]", "day", 3],
    ["touches: [{ id: a, day: day 3, channel: call }]", "day", 3],
    ["touches: [{ id: a, day: 1, chanel: call }]", "channel", "call"],
    ["touches: [{ id: a, day: 1, channel: Emial }]", "channel", "email"],
    ["touches: [{ id: 7, day: 1, channel: call }]", "id", "7"],
  ])("%s", (text, key, value) => {
    expect((fitted(text)?.touches[0] as Record<string, unknown> | undefined)?.[key]).toBe(value);
  });

  test("a variable in one word is its example", () => {
    expect(fitted("variables: { first_name: Priya }")?.variables).toEqual({ first_name: { example: "Priya" } });
  });

  test("what cannot be read is left out, and its neighbours keep their places", () => {
    const playbook = fitted("touches: [hello, { id: a, day: 1, channel: call }, { id: b, day: 2 }, { id: c, day: 4, channel: call }]");
    expect(playbook?.touches.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(playbook?.touches.map((part) => addressOf(part))).toEqual<Path[]>([
      ["touches", 1],
      ["touches", 3],
    ]);
  });
});

test.each<[touches: string, id: string, day: number]>([
  ["{ id: a, day: 4, channel: call }, { id: b, day: soon, channel: sms }, { id: c, day: 10, channel: email }", "b", 7],
  ["{ id: a, day: 4, channel: call }, { id: b, channel: email, pairs-with: a }, { id: c, day: 10, channel: email }", "b", 4],
  ["{ id: a, day: 4, channel: call }, { id: b, day: , channel: email }", "b", 8],
  ["{ id: a, day: first, channel: call }, { id: b, day: 5, channel: email }", "a", 1],
  ["{ id: a, day: 4, channel: call }, { day: 9, channel: email }", "touch-2", 9],
])("in %s, %s is judged as on day %s", (touches, id, day) => {
  expect(fitted(`touches: [${touches}]`)?.touches.find((touch) => touch.id === id)?.day).toBe(day);
});

test("whatever a playbook holds, it is read or told about, and fitting ends", () => {
  const names = fc.constantFrom("touches", "replies", "audience", "id", "day", "channel", "then", "not-now", "ask", "exclude", "x");
  const words = fc.oneof(fc.constantFrom("email", "call", "stop", "none", "", "3"), fc.integer(), fc.constant(null), fc.boolean());
  const { node } = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 5 }, words, fc.dictionary(names, tie("node"), { maxKeys: 5 }), fc.array(tie("node"), { maxLength: 4 })),
  }));
  fc.assert(
    fc.property(fc.dictionary(names, node), (value) => {
      const { value: playbook, misfits } = fit("playbook", value);
      expect(playbook).toBeDefined();
      const places = misfits.map((misfit) => JSON.stringify(misfit));
      expect(new Set(places).size).toBe(places.length);
      if (misfits.length === 0) expect(playbook).toMatchObject(value);
    }),
  );
});

describe("near", () => {
  test.each([
    ["subjet", "subject"],
    ["wiat", "wait"],
    ["emial", "email"],
    ["E-Mail", "email"],
    ["first name", "first-name"],
    ["cat", undefined],
  ])("%s: %s", (word, meant) => {
    expect(near(word, ["subject", "wait", "email", "first-name"])).toBe(meant);
  });

  test("of nothing is nothing", () => expect(near("word", [])).toBeUndefined());
});
