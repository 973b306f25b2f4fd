import { Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { screenOn } from "./screen.ts";

/** Somebody who reads at leisure, and what they have read. */
function slowReader() {
  let read = "";
  let most = 0;
  const stream = new Writable({
    decodeStrings: false,
    async write(chunk: string, _, done) {
      most = Math.max(most, stream.writableLength);
      await setTimeout(1);
      read += chunk;
      done();
    },
  });
  return { screen: screenOn(stream as unknown as NodeJS.WriteStream), read: () => read, most: () => most };
}

test("what is poured comes whole, ends its last line, and is never far ahead of who reads", async () => {
  const { screen, read, most } = slowReader();
  const pieces = Array.from({ length: 20_000 }, (_, i) => `${i} is a number that takes some room, ${"so to speak ".repeat(5)}\n`);
  await screen.pour(pieces);
  await screen.taken();
  await expect.poll(read).toBe(`${pieces.join("")}\n`);
  expect(read().length).toBeGreaterThan(1_500_000);
  expect(most()).toBeLessThan(300_000);
});

test.each<[string, readonly string[], string]>([
  ["nothing", [], ""],
  ["nothing in pieces", ["", ""], ""],
  ["one piece", ["[]"], "[]\n"],
  ["an empty piece among others", ["", "a", "", "b"], "ab\n"],
])("%s is printed as it is", async (_, pieces, printed) => {
  const { screen, read } = slowReader();
  await screen.pour(pieces);
  await setTimeout(20);
  expect(read()).toBe(printed);
});
