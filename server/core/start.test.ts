import { expect, test } from "vitest";
import { check } from "./check.ts";
import { STAGES } from "./format/stages.ts";
import { startPlaybook } from "./start.ts";
import { tidied } from "./text/tidy.ts";

const answers = {
  title: "First conversation with a head of operations",
  persona: "Head of operations",
  benefit: "They learn where their late orders begin, and get a list they can use without us.",
  owner: "Dana Ortiz <dana@northwind.example>",
};

test.each(STAGES)("a start for the stage %s reads, and nothing is found in it", (stage) => {
  const text = startPlaybook({ ...answers, stage });
  const { findings, source } = check(text, { today: "2026-11-26" });
  expect(findings.map(({ rule, what }) => `${rule}: ${what}`)).toEqual([]);
  expect(tidied(source)).toEqual([]);
});

test.each(["a: b # c", '"quoted', "- x", "{y}", "ends with: ", "שלום 👋🏽", "true", "12", "", "on\nlines", "| bar", "@at"])(
  "an answer like %j is written so that it reads back",
  (odd) => {
    const { source, playbook } = check(startPlaybook({ ...answers, title: odd, persona: odd, benefit: odd, stage: "cold" }));
    expect(source.sound).toBe(true);
    if (odd !== "") expect(playbook?.title).toBe(odd.trim().replace(/\s+/g, " "));
  },
);
