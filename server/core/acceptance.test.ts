import { describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { yaml } from "./rule.ts";
import { applied, edits } from "./text/edit.ts";

const playbook = yaml`
  touches:
    - id: hello
      day: 1
      channel: email
      subject: Your audit
      message: |
        I’m just checking
        in to see how things are going.

        My quota is due on Friday.
`;
const accepting = (entry: string) => `${playbook}\naccepted:\n  - ${entry}\n`;
const heard = (text: string) =>
  check(text)
    .findings.filter(({ kind }) => kind === "heuristic")
    .map(({ rule }) => rule);
const acceptedIn = (text: string) => check(text).accepted.map(({ finding, because }) => [finding.rule, because]);

describe("accepting a finding", () => {
  test("takes it out of the findings and lists it with its reason", () => {
    const before = heard(playbook);
    expect(before).toContain("reason-not-checking-in");
    const text = accepting("{ rule: reason-not-checking-in, at: hello, because: They asked. }");
    expect(acceptedIn(text)).toEqual([["reason-not-checking-in", "They asked."]]);
    expect(heard(text)).toEqual(before.filter((rule) => rule !== "reason-not-checking-in"));
  });

  test.each([
    ["over a line break, with other quotes and capitals", `"I'm JUST checking in"`],
    ["a part of what is underlined", "checking in"],
  ])("by its words: %s", (_, words) => {
    const text = accepting(`{ rule: reason-not-checking-in, at: hello, words: ${words}, because: They asked. }`);
    expect(acceptedIn(text)).toHaveLength(1);
  });

  test.each([
    ["other words", "{ rule: reason-not-checking-in, at: hello, words: touching base, because: They asked. }"],
    ["another touch", "{ rule: reason-not-checking-in, at: goodbye, because: They asked. }"],
    ["another rule", "{ rule: worry-is-real, at: hello, because: They asked. }"],
    ["no reason", `{ rule: reason-not-checking-in, at: hello, because: "" }`],
  ])("not by %s", (_, entry) => {
    expect(acceptedIn(accepting(entry))).toEqual([]);
    expect(heard(accepting(entry))).toContain("reason-not-checking-in");
  });

  test("survives edits elsewhere: touches before it, other days, other words of the message", () => {
    const text = accepting("{ rule: reason-not-checking-in, at: hello, words: checking in, because: They asked. }")
      .replace("touches:\n", "title: Audits\ntouches:\n  - { id: first, day: 1, channel: call, script: Hello }\n")
      .replace("day: 1\n", "day: 4\n")
      .replace("My quota is due on Friday.", "The audit is attached.");
    expect(acceptedIn(text)).toHaveLength(1);
  });

  test("is offered as a change that waits for the reason; with it, the finding is gone", () => {
    const report = check(playbook);
    const finding = report.findings.find(({ rule }) => rule === "reason-not-checking-in");
    const text = applied(playbook, edits(report.source, "playbook", finding?.acceptance ?? []));
    expect(check(text).findings.map(({ rule }) => rule)).toContain("fitting-values");
    expect(acceptedIn(text.replace('because: ""', "because: They asked."))).toHaveLength(1);
  });

  test("what is certain offers none", () => {
    const certain = check(playbook).findings.filter(({ kind }) => kind === "certain");
    expect(certain.length).toBeGreaterThan(0);
    expect(certain.every(({ acceptance }) => acceptance === undefined)).toBe(true);
  });
});
