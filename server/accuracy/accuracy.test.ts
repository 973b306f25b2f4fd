import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { accuracy, type Rule, rules } from "../core/index.ts";
import { measure } from "./measure.ts";
import { train } from "./model.ts";
import { labelled } from "./sentences.ts";

const build = labelled("build");
const measured = labelled("measured");
const families = Object.values<Rule>(rules).flatMap((rule) => (rule.reads === "prose" ? rule.family : []));

test("no sentence is built on and measured with", () => {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const known = new Set(build.map(({ text }) => bare(text)));
  expect(measured.filter(({ text }) => known.has(bare(text))).map(({ text }) => text)).toEqual([]);
});

test.each(["build", "measured"] as const)("the set “%s” has both sides of every family, and no other family", (set) => {
  const sentences = labelled(set);
  expect(sentences.length).toBeGreaterThan(1200);
  expect(new Set(sentences.flatMap((one) => one.families))).toEqual(new Set(families));
  for (const family of families) {
    expect(sentences.filter((one) => one.near === family && one.families.length > 0).length, family).toBeGreaterThanOrEqual(32);
    expect(sentences.filter((one) => one.near === family && one.families.length === 0).length, family).toBeGreaterThanOrEqual(32);
  }
});

describe("what is derived from the sentences is up to date", () => {
  test("the model (npm run train)", () => {
    const file = path.join(import.meta.dirname, "../core/prose/model.json");
    expect(train(build)).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  test("the figures that the handbook shows (npm run accuracy)", () => {
    expect(JSON.parse(JSON.stringify(measure(measured)))).toEqual(accuracy);
  });
});
