import * as fc from "fast-check";
import { expect, test } from "vitest";
import { packing, unpacking } from "./packed.ts";

const lists = fc.array(fc.array(fc.oneof(fc.nat(3), fc.nat(300), fc.nat(2 ** 19))), { maxLength: 6 });

test("what is packed is read as it was", () => {
  fc.assert(
    fc.property(lists, (all) => {
      const { add, done } = packing();
      for (const list of all) add(list);
      const next = unpacking(done());
      expect(all.map((list) => [...next(list.length)])).toEqual(all);
    }),
  );
});

test("a list of small numbers takes little more room than it must", () => {
  const { add, done } = packing();
  // Gaps between things that are one in eight: 4.35 bits of news each.
  add(Array.from({ length: 10_000 }, (_, i) => Math.floor(Math.log(((i * 7919) % 10_000) / 10_000 + 5e-5) / Math.log(7 / 8))));
  expect(atob(done()).length * 8).toBeLessThan(10_000 * 4.5);
});

test("more numbers than were packed are not made up", () => {
  const { add, done } = packing();
  add([1, 2, 3]);
  expect(() => unpacking(done())(40)).toThrow("ends too early");
  expect(() => unpacking("")(1)).toThrow("ends too early");
});
