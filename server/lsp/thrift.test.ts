import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { collectNowAndThen, collectWhenQuiet } from "./thrift.ts";

const work = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

test("garbage is collected after work, and the collecting asks for no other", async () => {
  let collected = 0;
  const end = collectWhenQuiet(() => {
    collected++;
    work(100);
  }, 200);
  try {
    work(60);
    await expect.poll(() => collected, { timeout: 30_000 }).toBeGreaterThan(0);
    const before = collected;
    // Fifteen times over: if each collection asked for the next, there would be seven.
    await setTimeout(3_000);
    expect(collected - before).toBeLessThan(5);
    work(60);
    const after = collected;
    await expect.poll(() => collected, { timeout: 30_000 }).toBeGreaterThan(after);
  } finally {
    end();
  }
});

test("garbage is collected when many documents have been opened, and not for each", () => {
  const collected: number[] = [];
  let opened = 0;
  const open = collectNowAndThen(() => collected.push(opened), 3);
  for (opened = 1; opened <= 7; opened++) open();
  expect(collected).toEqual([3, 6]);
});
