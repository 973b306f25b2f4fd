import { describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { CAREFUL } from "./format/caps.ts";
import { fieldsAt } from "./format/fields.ts";
import { settingsFor } from "./settings.ts";

const configOf = (text: string) => {
  const { config, findings } = check(text, { kind: "config" });
  expect(findings.map(({ what }) => what)).toEqual([]);
  return config;
};

describe("an override", () => {
  const config = configOf(`
severities: { gaps-hold: warning }
caps:
  default: { most-touches: 8, smallest-gap: 3 }
  mid-market: { most-touches: 7 }
overrides:
  - files: ["pilots/**", "*-nurture.playbook.yaml"]
    severities: { gaps-hold: hint, calm-punctuation: off }
    caps: { most-touches: 5 }
  - files: [pilots/berlin/*]
    severities: { gaps-hold: error }
    caps: { most-touches: 4 }
`);
  const of = (file: string | undefined, configFile?: string) => {
    const { caps, severityOf } = settingsFor(config, { file, configFile }, "mid-market");
    return [
      caps["most-touches"],
      caps["smallest-gap"],
      severityOf("gaps-hold", { severity: "error" }),
      severityOf("calm-punctuation", { severity: "warning" }),
    ];
  };

  test.each([
    ["a.playbook.yaml", [7, 3, "warning", "warning"]],
    [undefined, [7, 3, "warning", "warning"]],
    ["pilots/a.playbook.yaml", [5, 3, "hint", "off"]],
    ["pilots/deep/er/a.playbook.yaml", [5, 3, "hint", "off"]],
    ["pilots\\deep\\a.playbook.yaml", [5, 3, "hint", "off"]],
    ["anywhere/else/q3-nurture.playbook.yaml", [5, 3, "hint", "off"]],
    ["pilots/berlin/a.playbook.yaml", [4, 3, "error", "off"]],
  ])("of %s says %j", (file, said) => expect(of(file)).toEqual(said));

  test.each([
    ["/team/pilots/a.playbook.yaml", "/team/cadence.config.yaml", 5],
    ["/elsewhere/pilots/a.playbook.yaml", "/team/cadence.config.yaml", 7],
    ["C:\\team\\pilots\\a.playbook.yaml", "C:\\team\\cadence.config.yaml", 5],
    ["file:///team/pilots/a.playbook.yaml", "file:///team/cadence.config.yaml", 5],
  ])("looks at %s from the folder of %s", (file, configFile, most) => expect(of(file, configFile)[0]).toBe(most));

  test("holds for the verdict on a file", () => {
    const shouting = "touches: [{ id: hello, day: 1, channel: call, script: Hello! Hello! }]\n";
    const said = (file: string) => check(shouting, { config, file }).findings.filter(({ rule }) => rule === "calm-punctuation").length;
    expect([said("a.playbook.yaml"), said("pilots/a.playbook.yaml")]).toEqual([1, 0]);
  });
});

test("a glob that means nothing is told with its place, and the others of its override still hold", () => {
  const text = 'overrides:\n  - files: ["pilots/**", "a[b", "!c", ../d]\n    caps: { most-touches: 5 }\n';
  const { findings, config } = check(text, { kind: "config" });
  expect(findings.map(({ rule, what, todo, span }) => [rule, text.slice(...span), what, todo])).toEqual([
    ["fitting-values", '"a[b"', "Item 2 of “files” has a bracket without its partner.", "Close it, or take it out."],
    ["fitting-values", '"!c"', "Item 3 of “files” says which files are not meant.", "Write those that are."],
    ["fitting-values", "../d", "Item 4 of “files” leads out of the configuration's folder.", "Begin at that folder, as in pilots/**."],
  ]);
  expect(settingsFor(config, { file: "pilots/a.playbook.yaml" }).caps["most-touches"]).toBe(5);
});

test("an override for a rule that does not exist is told", () => {
  const text = "overrides: [{ files: [a], severities: { gap-holds: off } }]\n";
  expect(check(text, { kind: "config" }).findings.map(({ what }) => what)).toEqual([
    "There is no rule “gap-holds”; did you mean “gaps-hold”?",
  ]);
});

test("every number says its careful default, and allows it", () => {
  const fields = fieldsAt("config", ["caps", "default"], undefined);
  expect(fields.map(({ key }) => key)).toEqual(Object.keys(CAREFUL));
  for (const [key, careful] of Object.entries(CAREFUL)) {
    const { description = "", type = "" } = fields.find((field) => field.key === key) ?? {};
    expect(description).toMatch(new RegExp(`\\. Careful default: ${careful}\\.$`));
    const [least = 0, most = 0] = (type.match(/\d+/g) ?? []).map(Number);
    expect(careful).toBeGreaterThanOrEqual(least);
    expect(careful).toBeLessThanOrEqual(most);
  }
});
