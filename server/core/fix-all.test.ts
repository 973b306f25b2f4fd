import { readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { check } from "./check.ts";
import { knowledgeOf } from "./example.ts";
import { fixAll } from "./fix-all.ts";
import { allTouches, textsOf } from "./model.ts";
import type { Example, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { unmarked } from "./squiggle.ts";

const badgering = readFileSync(path.join(import.meta.dirname, "../test/badgering.playbook.yaml"), "utf8");
const textOf = (example: Example) => unmarked(typeof example === "string" ? example : example.text);
/** What a prospect meets: words and days. */
const met = (text: string) => {
  const { playbook } = check(text);
  return playbook && allTouches(playbook).map((touch) => [touch.channel, touch.day, ...textsOf(touch).map((one) => one.text.trimEnd())]);
};

function expectMended(text: string, knowledge: Parameters<typeof fixAll>[1]): void {
  const once = fixAll(text, knowledge);
  const twice = fixAll(once.text, knowledge);
  expect(twice.text, "doing it twice is doing it once").toBe(once.text);
  expect(twice.fixes).toEqual([]);
  expect(check(once.text, knowledge).findings).toEqual(once.report.findings);
  const { source } = check(text, knowledge);
  if (source.sound) expect(once.report.source.sound).toBe(true);
}

describe("everything safe is put right at once", () => {
  const examples = Object.entries<Rule>(rules).flatMap(([id, { examples: shown }]) => shown.map((example) => ({ id, example })));
  test.each(examples)("$id: done twice is done once, and nothing is made worse", ({ example }) => {
    expectMended(textOf(example), knowledgeOf(example));
  });

  test("the badgering cadence keeps every word and day that reaches a prospect", () => {
    const { text, fixes } = fixAll(badgering);
    expect(fixes.length).toBeGreaterThan(1);
    expect(met(text)).toEqual(met(badgering));
    expectMended(badgering, {});
  });

  test("a clean playbook stays as it is, byte for byte", () => {
    expect(fixAll(cleanPlaybook)).toMatchObject({ text: cleanPlaybook, fixes: [] });
  });

  test("a fix that shows up only once another is made is made too", () => {
    const { text, fixes } = fixAll(cleanPlaybook.replace("summary:", "sumary:").replace("title:", "titel:"));
    expect(text).toBe(cleanPlaybook);
    expect(fixes).toHaveLength(2);
  });

  test("harmed playbooks: done twice is done once, and the words stay", () => {
    const lines = badgering.split("\n");
    fc.assert(
      fc.property(fc.array(fc.nat(lines.length - 1), { minLength: 1, maxLength: 5 }), (gone) => {
        const text = lines.filter((_, i) => !gone.includes(i)).join("\n");
        expectMended(text, {});
        const { text: after } = fixAll(text);
        if (check(text).source.sound) expect(met(after)).toEqual(met(text));
      }),
      { numRuns: 12 },
    );
  });
});

test("a copy from another place is no empty value: its words are not taken out", () => {
  const text =
    "touches:\n  - { id: a, day: 1, channel: email, message: &words Hello }\n  - { id: b, day: 4, channel: email, message: *words }\nresearch:\n  find: [&one The review, *one]\n";
  expect(fixAll(text).text).toContain("message: *words");
  expect(fixAll(text).text).toContain("*one]");
  expect(check(text).findings.map(({ what }) => what)).not.toContain("“message” has nothing after it.");
});

test("what is used in a part that cannot be understood just now is not taken out as unused", () => {
  const text = cleanPlaybook
    .replace("variables:\n", "variables:\n  carrier: { example: DHL }\n  city: { example: Leeds }\n  gone: { example: nothing }\n")
    .replace("    channel: linkedin\n", "")
    .replace("In the twenty sites", "In {{carrier}} and the twenty sites")
    .concat("accepted:\n  - { rule: opens-with-substance, at: two-causes, because: We met there. }\nlater:\n  - For {{city}}\n");
  const { text: mended, report } = fixAll(text);
  expect(report.playbook?.touches.map(({ id }) => id)).not.toContain("two-causes");
  for (const kept of ["carrier:", "city:", "because: We met there."]) expect(mended).toContain(kept);
  expect(mended).not.toContain("gone:");
});
