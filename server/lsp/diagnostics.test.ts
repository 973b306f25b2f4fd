import { expect, test } from "vitest";
import { check } from "../core/index.ts";
import { toDiagnostic } from "./diagnostics.ts";

test("each step of the shortest run that breaks a promise is a related place", () => {
  const { findings } = check(`touches:
  - { id: hello, day: 1, channel: email }
  - { id: again, day: 4, channel: call }
replies:
  no: resume
`);
  const finding = findings.find(({ rule }) => rule === "no-ends-the-cadence");
  const { relatedInformation } = finding ? toDiagnostic(finding, "file:///a.playbook.yaml") : {};
  expect(relatedInformation?.map(({ message, location: { range, uri } }) => [message, range.start.line, uri])).toEqual([
    ["Day 1: email “hello”.", 1, "file:///a.playbook.yaml"],
    ["They say no.", 4, "file:///a.playbook.yaml"],
    ["Day 4: the main line goes on, call “again”.", 2, "file:///a.playbook.yaml"],
  ]);
});
