import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromLaidOut, laidOut } from "./laid-out.ts";
import { learnt } from "./learnt.ts";
import { LAST, type Model } from "./model.ts";
import { BITS } from "./numbers.ts";

const NUMBERS = 2 ** BITS;
const bytesOf = ({ buffer, byteOffset, length }: Uint8Array | Int8Array) => Buffer.from(buffer, byteOffset, length);

/** Weights of each feature. */
const EACH = 3;

/** A model with some features, whose numbers rise and whose weights tell them apart. */
function modelOf(numbers: readonly number[]): Model {
  const places = new Map(numbers.map((number, row) => [number, row * EACH]));
  return {
    bias: Float32Array.of(0.5, -1.25),
    unit: 3,
    thresholds: [0.1, 0.69],
    placeOf: (feature) => places.get(feature) ?? -1,
    judgements: Uint8Array.from({ length: numbers.length * EACH }, (_, i) => (i % EACH) + (i % EACH === EACH - 1 ? LAST : 0)),
    weights: Int8Array.from({ length: numbers.length * EACH }, (_, i) => (i % 15) - 7),
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
      expect(again.judgements).toEqual(model.judgements);
      expect([...again.bias]).toEqual([...model.bias]);
      expect(again).toMatchObject({ unit: model.unit, thresholds: model.thresholds });
      for (const number of [...some, ...edges, ...some.map((one) => one + 1)]) expect(again.placeOf(number)).toBe(model.placeOf(number));
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
  for (let number = 0; number < NUMBERS; number++) if (again.placeOf(number) !== model.placeOf(number)) wrong++;
  expect(wrong).toBe(0);
  for (const part of ["judgements", "weights"] as const) expect(Buffer.compare(bytesOf(again[part]), bytesOf(model[part]))).toBe(0);
});

test("more rows than can be counted are refused when it is built, not misread when it is used", () => {
  expect(() => laidOut(modelOf(Array.from({ length: 2 ** 16 + 1 }, (_, i) => i)))).toThrow("at most 65536 features");
});
