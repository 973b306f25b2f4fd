import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BITS } from "./features.ts";
import { fromLaidOut, laidOut } from "./laid-out.ts";
import { learnt } from "./learnt.ts";
import { JUDGEMENTS, type Model } from "./model.ts";

const NUMBERS = 2 ** BITS;

/** A model with a row for each of some numbers that rise, whose weights tell the rows apart. */
function modelOf(numbers: readonly number[]): Model {
  const rows = new Map(numbers.map((number, row) => [number, row]));
  return {
    bias: Float32Array.of(0.5, -1.25),
    unit: 3,
    thresholds: [0.1, 0.69],
    rowOf: (feature) => rows.get(feature) ?? -1,
    weights: Int8Array.from({ length: numbers.length * JUDGEMENTS }, (_, i) => (i % 15) - 7),
  };
}

const edges = [0, 1, 7, 8, 31, 32, 33, 63, 64, NUMBERS - 33, NUMBERS - 32, NUMBERS - 1];
const numbers = fc
  .uniqueArray(fc.oneof(fc.nat(NUMBERS - 1), fc.constantFrom(...edges), fc.integer({ min: 320, max: 420 })), { maxLength: 300 })
  .map((some) => some.sort((a, b) => a - b));

test("what was laid out is the model it was", () => {
  fc.assert(
    fc.property(numbers, (some) => {
      const model = modelOf(some);
      const again = fromLaidOut(laidOut(model));
      expect(again.weights).toEqual(model.weights);
      expect([...again.bias]).toEqual([...model.bias]);
      expect(again).toMatchObject({ unit: model.unit, thresholds: model.thresholds });
      for (const number of [...some, ...edges, ...some.map((one) => one + 1)]) expect(again.rowOf(number)).toBe(model.rowOf(number));
    }),
    { numRuns: 30 },
  );
});

test("it is so for every feature of ours, wherever in a larger buffer its bytes lie", () => {
  const model = learnt();
  const out = laidOut(model);
  const larger = new Uint8Array(out.bytes.length + 3);
  larger.set(out.bytes, 3);
  const again = fromLaidOut({ ...out, bytes: larger.subarray(3) });
  let wrong = 0;
  for (let number = 0; number < NUMBERS; number++) if (again.rowOf(number) !== model.rowOf(number)) wrong++;
  expect(wrong).toBe(0);
  expect(Buffer.from(again.weights.buffer, again.weights.byteOffset, again.weights.length).equals(Buffer.from(model.weights.buffer))).toBe(
    true,
  );
});

test("more rows than can be counted are refused when it is built, not misread when it is used", () => {
  const rows = 2 ** 16 + 1;
  expect(() => laidOut({ ...modelOf([]), weights: new Int8Array(rows * JUDGEMENTS) })).toThrow("at most 65536 features");
});
