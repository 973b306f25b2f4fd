import { expect, test } from "vitest";
import { beside } from "./beside.ts";

const of = () => [
  { id: "hello" },
  ["a", "b"],
  Object.create(null),
  Object.freeze({ id: "frozen" }),
  Object.freeze([1]),
  () => 1,
  new Map(),
];

test("what is known beside an object is known of it alone, and can be known anew", () => {
  const [one, other] = [beside<number>(), beside<string>()];
  for (const [i, part] of of().entries()) {
    expect(one.get(part)).toBeUndefined();
    one.set(part, i);
    one.set(part, i + 1);
    other.set(part, "else");
    expect(one.get(part)).toBe(i + 1);
    expect(other.get(part)).toBe("else");
  }
});

test("whoever copies, compares, lists or writes an object meets nothing of it", () => {
  const known = beside<number>();
  for (const [i, part] of of().entries()) {
    known.set(part, 1);
    expect(part).toEqual(of()[i] instanceof Function ? part : of()[i]);
    expect(Reflect.ownKeys(part)).toEqual(Reflect.ownKeys(of()[i]));
    expect(known.get({ ...part })).toBeUndefined();
    if (!(part instanceof Function)) expect(known.get(structuredClone(part))).toBeUndefined();
  }
});
