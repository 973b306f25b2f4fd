import * as fc from "fast-check";
import { expect, test } from "vitest";
import { JUDGEMENTS, LARGEST, opened, weightOf, written } from "./model.ts";
import { BITS } from "./numbers.ts";

const weight = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -LARGEST, max: LARGEST }));
const weights = fc.array(weight, { minLength: JUDGEMENTS, maxLength: JUDGEMENTS }).filter((row) => row.some((one) => one !== 0));
const models = fc.dictionary(
  fc.nat(2 ** BITS - 1).map(String),
  weights.map((row) => Int8Array.from(row)),
  { maxKeys: 40 },
);

test("a model is read as it was written", () => {
  fc.assert(
    fc.property(models, (rows) => {
      const features = Object.keys(rows)
        .map(Number)
        .sort((a, b) => a - b);
      const model = opened({
        bias: [0.25],
        unit: 2,
        thresholds: [],
        ...written(
          features,
          features.map((one) => rows[one] as Int8Array),
        ),
      });
      for (const feature of features) {
        expect(Int8Array.from({ length: JUDGEMENTS }, (_, k) => weightOf(model, feature, k))).toEqual(rows[feature]);
      }
      for (const feature of [0, 1, 77, 2 ** BITS - 1]) if (!(feature in rows)) expect(model.placeOf(feature)).toBe(-1);
    }),
  );
});
