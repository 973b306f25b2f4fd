import { describe, expect, test } from "vitest";
import { check, type Knowledge, type RuleId } from "./check.ts";
import { yaml } from "./rule.ts";

const said = (text: string, knowledge?: Knowledge) => check(text, knowledge).findings.map(({ rule, what }) => [rule, what]);

describe("files that are no playbook are told as what they are", () => {
  test.each<[string, string, RuleId, string]>([
    [
      "ten megabytes",
      "x: y\n".repeat(2_000_000),
      "playbook-is-small",
      "This file has 10,000,000 characters; a playbook has 262,144 at most.",
    ],
    ["a program", "\u007fELF\u0002\u0001\u0001\u0000", "playbook-is-small", "This is not a text file."],
    ["text in UTF-16, read as UTF-8", "t\u0000i\u0000t\u0000l\u0000e\u0000", "playbook-is-small", "This is not a text file."],
    ["nothing", "", "has-content", "This file is empty."],
    ["white space", " \r\n\t\n", "has-content", "This file is empty."],
    ["a null", "~\n", "has-content", "This file is empty."],
    ["prose", "Call them until they pick up.\n", "has-content", "This file is not made of keys and values."],
    ["a list", "- call\n- call\n", "has-content", "This file is not made of keys and values."],
    ["JSON cut off", '{ "touches": [ { "id": "a" ', "readable-yaml", "The bracket that opens here is never closed."],
  ])("%s", (_, text, rule, what) => {
    expect(said(text)[0]).toEqual([rule, what]);
    expect(check(text).playbook).toBeUndefined();
  });

  test.each([100, 1_000, 3_000, 10_000, 60_000])("%i brackets", (depth) => {
    expect(said(`a: ${"[".repeat(depth)}${"]".repeat(depth)}`).map(([rule]) => rule)).toContain("playbook-is-small");
    expect(["playbook-is-small", "readable-yaml"]).toContain(said(`a: ${"[".repeat(depth)}`)[0]?.[0]);
    expect(said("- ".repeat(depth)).length).toBeGreaterThan(0);
    expect(said(`${"? ".repeat(depth)}x`).length).toBeGreaterThan(0);
    expect(said(Array.from({ length: Math.min(depth, 500) }, (_, i) => `${" ".repeat(i)}a:`).join("\n")).length).toBeGreaterThan(0);
  });

  test("a billion laughs are one laugh: nothing is copied", () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(", ")}]`);
    const text = `l0: &l0 ha\n${laughs.join("\n")}\ntouches: [{ id: hello, day: 1, channel: call, reason: *l9 }]\n`;
    const told = said(text).filter(([rule]) => rule === "plain-yaml");
    expect(told).toEqual([
      ["plain-yaml", "“&l0” marks these words for copying (10 in all)."],
      ["plain-yaml", "“*l0” copies words from another place (91 in all)."],
    ]);
  });

  test("JSON is YAML, so a playbook in JSON is one", () => {
    expect(check('{ "touches": [{ "id": "hello", "day": 1, "channel": "call" }] }').playbook?.touches[0]?.id).toBe("hello");
  });
});

describe("what a team decides holds", () => {
  const daily = yaml`
    audience: { segment: shops }
    touches:
      - { id: hello, day: 1, channel: call }
      - { id: again, day: 2, channel: call }
  `;
  const gaps = (knowledge: Knowledge) => check(daily, knowledge).findings.filter(({ rule }) => rule === "gaps-hold");
  const config = (text: string) => ({ config: check(text, { kind: "config" }).config });

  test("a severity", () => {
    expect(gaps({}).map(({ severity }) => severity)).toEqual(["error"]);
    expect(gaps(config("severities: { gaps-hold: info }")).map(({ severity }) => severity)).toEqual(["info"]);
    expect(gaps(config("severities: { gaps-hold: off }"))).toEqual([]);
  });

  test("a cap: the segment's own, else the team's, else the careful one", () => {
    expect(gaps(config("caps: { shops: { smallest-gap: 1 } }"))).toEqual([]);
    expect(gaps(config("caps: { default: { smallest-gap: 1 } }"))).toEqual([]);
    expect(gaps(config("caps: { default: { smallest-gap: 1 }, shops: { smallest-gap: 4 } }")).map(({ what }) => what)).toEqual([
      "“again” comes 1 business day after “hello”; at least 4 should pass.",
    ]);
    expect(gaps(config("caps: { banks: { smallest-gap: 1 } }")).length).toBe(1);
  });

  test("the address of the handbook", () => {
    expect(gaps(config("handbook: https://handbook.northwind.example/plays"))[0]?.url).toBe(
      "https://handbook.northwind.example/plays/rules/gaps-hold/",
    );
  });

  test("what is not known is not judged", () => {
    const text = "touches: [{ id: hello, day: 1, channel: email, asset: guide }]\n";
    const { assets } = check("assets: { other: { title: x, owner: Dana <d@northwind.example>, expires: 2020-01-01 } }", { kind: "assets" });
    const ids = (knowledge: Knowledge) => said(text, knowledge).map(([rule]) => rule);
    expect(ids({})).not.toContain("assets-exist");
    expect(ids({ assets })).toContain("assets-exist");
    expect(ids({ today: "2026-11-22" })).not.toContain("asset-is-current");
  });
});

test("a finding leads to no more places than somebody may go through", () => {
  const after = Array.from({ length: 40 }, (_, i) => `  - { id: after-${i}, day: ${i + 2}, channel: call, kind: call-back }\n`).join("");
  const text = `title: Long\ntouches:\n  - { id: bye, day: 1, channel: email, kind: take-away, message: Goodbye. }\n${after}`;
  const last = check(text).findings.find(({ rule }) => rule === "take-away-is-last");
  expect(last?.related).toHaveLength(20);
  expect(last?.related[0]?.message).toContain("after-0");
});
