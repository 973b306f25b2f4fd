import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { check, type Knowledge, type RuleId, rules } from "../core/index.ts";
import { unmarked } from "../core/squiggle.ts";

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");
const { config } = check(read("badgering.config.yaml"), { kind: "config" });
const { assets } = check(read("../../playbooks/cadence.assets.yaml"), { kind: "assets" });

/** A day on which every asset has expired. */
const TODAY = "2030-01-01";
const knowledge: Knowledge = { config, assets, today: TODAY, regionOf: () => undefined };

const FOUR_CALLS =
  "touches: [{ id: a, day: 1, channel: call }, { id: b, day: 1, channel: call }, { id: c, day: 1, channel: call }, { id: d, day: 1, channel: call }]\n";

/** The rules that no readable playbook can break beside all the others, each with a file that breaks it. */
const ALONE: Partial<Record<RuleId, { readonly because: string; readonly text: string; readonly kind?: Knowledge["kind"] }>> = {
  "readable-yaml": { because: "what cannot be read has nothing else to be said of it", text: "title: First: heads of operations\n" },
  "message-is-in-english": {
    because: "what is in another language is not read at all",
    text: `touches: [{ id: hallo, day: 1, channel: email, message: "Guten Tag Frau Weber, ich wollte nur kurz fragen, ob Sie meinen Brief gelesen haben." }]\n`,
  },
  "playbook-is-small": { because: "what is too large is not read", text: `summary: ${"x".repeat(300_000)}\n` },
  "has-content": { because: "without touches there is nothing to badger with", text: "title: First conversation\n" },
  "enough-touches": {
    because: "the cadence has too many touches",
    text: "touches: [{ id: hello, day: 1, channel: email }, { id: bye, day: 4, channel: email, kind: take-away }]\n",
  },
  "channels-vary": {
    because: "the cadence uses too many channels on one day",
    text: `touches:\n${[1, 3, 5, 7].map((day) => `  - { id: call-${day}, day: ${day}, channel: call }\n`).join("")}`,
  },
  "runs-can-be-followed": {
    because: "a playbook with more runs than can be followed is more than one person could read",
    text: unmarked(String(rules["runs-can-be-followed"].examples[1])),
  },
  "talk-is-recalled": {
    because: "the cadence is cold, and there was no talk",
    text: "audience: { stage: contacted }\ntouches: [{ id: hello, day: 1, channel: email, message: Twenty warehouses count their errors. }]\n",
  },
  "severities-name-rules": { because: "it is a rule of the configuration", kind: "config", text: "severities: { be-nice: error }\n" },
  "florida-calls-a-day": { because: "the cadence spreads its calls over the days", text: FOUR_CALLS },
  "oklahoma-calls-a-day": { because: "the cadence spreads its calls over the days", text: FOUR_CALLS },
  "caps-agree": {
    because: "it is a rule of the configuration",
    kind: "config",
    text: "caps: { default: { most-touches: 2, fewest-touches: 3 } }\n",
  },
  "house-phrases-hold": {
    because: "it is a rule of the configuration",
    kind: "config",
    text: "phrases: { avoid: [{ because: It promises nothing. }] }\n",
  },
  "regions-exist": {
    because: "it is a rule of the configuration",
    kind: "config",
    text: "calendars: { default: { region: UK } }\n",
  },
  "assets-current": {
    because: "it is a rule of the assets",
    kind: "assets",
    text: "assets: { guide: { title: Guide, owner: Dana Ortiz <dana@northwind.example>, expires: 2026-01-31 } }\n",
  },
};

describe("a cadence that badgers", () => {
  const text = read("badgering.playbook.yaml");
  const { findings, playbook } = check(text, knowledge);
  const broken = new Set(findings.map(({ rule }) => rule));

  test("can be read", () => expect(playbook?.touches.length).toBeGreaterThan(9));

  test.each(Object.keys(rules).filter((id) => !(id in ALONE)))("breaks %s", (id) => expect([...broken]).toContain(id));

  test("breaks none of those that stand alone", () => {
    expect(Object.keys(ALONE).filter((id) => broken.has(id))).toEqual([]);
  });

  test("is told what is wrong in the order of the text, each finding with its place, why, and page", () => {
    expect(findings.map(({ span }) => span[0])).toEqual(findings.map(({ span }) => span[0]).sort((a, b) => a - b));
    for (const { span, message, url, rule } of findings) {
      expect(text.slice(...span), message).toMatch(/\S/);
      expect(url).toBe(`${config?.handbook}rules/${rule}/`);
    }
    expect(new Set(findings.map(({ principle }) => principle)).size).toBe(10);
  });
});

describe.each(Object.entries(ALONE))("%s stands alone", (id, { because, text, kind }) => {
  test(`because ${because}`, () => {
    expect(check(text, { ...knowledge, kind }).findings.map(({ rule }) => rule)).toContain(id);
  });
});
