import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkMessage } from "../core/index.ts";
import { cadence } from "../test/cadence.ts";

const folder = mkdtempSync(path.join(tmpdir(), "cadence-message-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = "Hi Priya,\n\nJust checking in to see how things are going.\n";

test("the words of a message are judged as the core judges them", async () => {
  const { code, out } = await cadence(folder, ["message", "--stage", "contacted", "--format", "json"], { input: text });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ version: 1, ...checkMessage(text, { stage: "contacted" }) });
});

test("and drawn for people, with the reason", async () => {
  const { code, out } = await cadence(folder, ["message"], { input: text });
  expect(code).toBe(0);
  expect(out).toMatch(/3 │ Just checking in[^\n]*\n\s+│ +\^+/);
  expect(out).toContain("rule  reason-not-checking-in");
  expect(out).toContain("A person decides.");
});

test("what is no message is told plainly", async () => {
  const { code, err } = await cadence(folder, ["message"], { input: Buffer.from([0, 1, 2]) });
  expect([code, err]).toEqual([2, expect.stringContaining("This is not text")]);
  const { code: usage, err: help } = await cadence(folder, ["message", "--stage", "frozen"], { input: text });
  expect([usage, help]).toEqual([2, expect.stringContaining("cold")]);
});
