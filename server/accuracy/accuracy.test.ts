import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { accuracy, JUDGEMENTS, opened, type Rule, rules, weightOf } from "../core/index.ts";
import { learn } from "./learn.ts";
import { measure } from "./measure.ts";
import { textsFrom } from "./passages.ts";
import { digestOfTraining } from "./provenance.ts";
import { bare, labelled, lessons } from "./sentences.ts";
import { fileOf, inSteps } from "./steps.ts";
import { figuresOf, thresholdsFrom, trialOf } from "./thresholds.ts";

const build = labelled("build");
const measured = labelled("measured");
const families = Object.values<Rule>(rules).flatMap((rule) => (rule.reads === "prose" ? rule.family : []));

test("no sentence is learnt from and measured with", () => {
  const known = new Set(lessons().map(({ text }) => bare(text)));
  expect(measured.filter(({ text }) => known.has(bare(text))).map(({ text }) => text)).toEqual([]);
  expect(known.size).toBeGreaterThan(30_000);
});

test.each(["build", "measured"] as const)("the set “%s” has both sides of every family, and no other family", (set) => {
  const sentences = labelled(set);
  expect(sentences.length).toBeGreaterThan(1000);
  expect(new Set(sentences.flatMap((one) => one.families))).toEqual(new Set(families));
  for (const family of families) {
    expect(sentences.filter((one) => one.near === family && one.families.length > 0).length, family).toBeGreaterThanOrEqual(32);
    expect(sentences.filter((one) => one.near === family && one.families.length === 0).length, family).toBeGreaterThanOrEqual(28);
  }
});

describe("what is derived from the sentences is up to date", () => {
  // Training takes several minutes. What it is made from is compared here; that the same gives the same is tested below.
  test("the model (npm run train)", () => {
    const file = path.join(import.meta.dirname, "../core/prose/model.json");
    expect(JSON.parse(readFileSync(file, "utf8")).trainedFrom).toBe(digestOfTraining());
  });

  test("the figures that the handbook shows (npm run accuracy)", () => {
    expect(JSON.parse(JSON.stringify(measure(measured)))).toEqual(accuracy);
  });
});

describe("training", () => {
  const few = textsFrom(build.filter((_, i) => i % 40 === 0));
  const learnt = inSteps(few, learn(few));

  test("learns the same from the same", () => {
    const again = inSteps(few, learn(few));
    expect(again.bias).toEqual(learnt.bias);
    expect(again.weights).toEqual(learnt.weights);
  });

  test("is written and read without loss", () => {
    const file = fileOf(
      learnt,
      families.map(() => 0),
    );
    const model = opened(file);
    expect(learnt.rows.size).toBeGreaterThan(100);
    for (const [feature, row] of learnt.rows) {
      const read = Float32Array.from({ length: JUDGEMENTS }, (_, k) => weightOf(model, feature, k) * file.unit);
      expect(read).toEqual(learnt.weights.subarray(row * JUDGEMENTS, (row + 1) * JUDGEMENTS));
    }
    expect(model.placeOf(1)).toBe(-1);
  });

  test("thresholds keep to the false alarms that are allowed", () => {
    const trials = trialOf(opened(fileOf(learnt, [])), few);
    const { falseAlarms, anything } = figuresOf(trials, thresholdsFrom(trials));
    expect(falseAlarms).toBeLessThanOrEqual(0.07);
    expect(anything).toBeGreaterThan(0.5);
  });
});
