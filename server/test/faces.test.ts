import { expect, test } from "vitest";
import { explanation } from "../cli/explain.ts";
import { screenOn } from "../cli/screen.ts";
import {
  check,
  jsonSchema,
  messageFindings,
  offersOf,
  type Report,
  type Rule,
  read,
  ruleList,
  rules,
  shownExample,
} from "../core/index.ts";
import { hoverAt } from "../lsp/hover.ts";

const spaced = (words: string) => words.replace(/\s+/g, " ");

/** Every rule with the first of its examples in which it finds something, judged as that example asks. */
const shown = Object.entries<Rule>(rules).map(([id, rule]) => {
  const example = rule.examples.find((one) => shownExample(id, one).findings.length > 0) ?? "";
  const { text, findings } = shownExample(id, example);
  const listed = ruleList.find((one) => one.id === id);
  return { id, rule, text, findings, listed };
});

test("the list holds every rule, with what its file says", () => {
  expect(ruleList.map(({ id }) => id)).toEqual(Object.keys(rules));
  for (const { rule, listed } of shown) {
    const { summary, why, todo, kind, severity, principle, articles } = rule;
    expect(listed).toMatchObject({ summary, why, todo, kind, severity, principle, articles });
  }
});

test.each(shown)(
  "$id says the same of itself on the command line, in a hover, and in the settings",
  ({ id, rule, text, findings, listed }) => {
    const { summary, why, todo } = rule;
    if (!listed) throw new Error(`${id} is not listed`);

    const explained = spaced(explanation(listed, undefined, screenOn(process.stdout)).join("\n"));
    for (const words of [summary, why, todo, listed.serves, ...listed.drawnFrom, ...offersOf(id)])
      expect(explained).toContain(spaced(words));

    const [finding] = findings;
    if (!finding) throw new Error(`${id} finds nothing in its examples`);
    const report: Report = { ...check(""), source: read(text), findings: [finding] };
    const hover = hoverAt(report, finding.span[0], { config: undefined, assets: undefined });
    expect(JSON.stringify(hover)).toContain(JSON.stringify(summary).slice(1, -1));
    // Editors show the message of a finding in the same hover.
    // A team's own phrases bring their own reasons.
    if (!id.startsWith("house-phrases-")) expect(finding.message).toContain(why.replace(/`([^`]+)`/g, "“$1”"));
    expect(finding.message).toContain(finding.todo);

    const setting = jsonSchema("config").properties?.["severities"]?.properties?.[id];
    expect(setting?.title).toBe(summary);
    expect(setting?.description).toContain(`${why} ${todo}`);
    expect(setting?.enum).toContain("off");
  },
);

test("a configuration that turns any rule down fits its schema", () => {
  const severities = Object.keys(rules).map((id) => `  ${id}: "off"`);
  expect(check(`severities:\n${severities.join("\n")}\n`, { kind: "config" }).findings).toEqual([]);
});

test("what is offered is what the fixes of the examples are called", () => {
  expect(offersOf("ends-with-take-away").length).toBeGreaterThan(0);
  expect(offersOf("no-such-rule")).toEqual([]);
  const [finding] = messageFindings("Hi Priya,\n\nI just wanted to check in. Your review names two wrong items on one shelf.");
  expect(offersOf("reason-not-checking-in")).toEqual(expect.arrayContaining(finding?.fixes.slice(1).map(({ title }) => title) ?? []));
});
