import { cachedDataVersionTag } from "node:v8";
import { afterEach, expect, test } from "vitest";
import { compileAlone, compileLightly } from "./compilers.ts";
import { type Switch, turn, turnBack, untouched } from "./switches.ts";

const before = cachedDataVersionTag();
const ALL: readonly Switch[] = [
  "allocation-site-pretenuring",
  "concurrent-recompilation",
  "expose-gc",
  "heap-growing-percent",
  "maglev-destroy-on-background",
  "opt",
  "parallel-scavenge",
  "semi-space-growth-factor",
];

afterEach(() => turnBack(ALL));

test("how threads that begin later compile leaves what was compiled before as it is", () => {
  const together = compileAlone();
  expect(cachedDataVersionTag()).toBe(before);
  together();
  expect(cachedDataVersionTag()).toBe(before);
  compileLightly()();
  expect(cachedDataVersionTag()).toBe(before);
});

// The engine's own mark of what it would take of what it has compiled before.
test("turned back, the engine takes what it compiled before", () => {
  turn({ opt: false, "heap-growing-percent": 400, "semi-space-growth-factor": 1 });
  turn({ "allocation-site-pretenuring": false, "parallel-scavenge": false, "expose-gc": true, "heap-growing-percent": 25 });
  expect(cachedDataVersionTag()).not.toBe(before);
  turnBack(["opt", "expose-gc"]);
  expect(cachedDataVersionTag()).not.toBe(before);
  turnBack(ALL);
  expect(cachedDataVersionTag()).toBe(before);
});

test("for the time of some work all are as they were, and then as they were turned, also where it fails", () => {
  turn({ opt: false, "heap-growing-percent": 25 });
  const turned = cachedDataVersionTag();
  expect(untouched(cachedDataVersionTag)).toBe(before);
  expect(cachedDataVersionTag()).toBe(turned);
  expect(() =>
    untouched(() => {
      throw new Error("No.");
    }),
  ).toThrow("No.");
  expect(cachedDataVersionTag()).toBe(turned);
});
