import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check } from "../core/index.ts";
import { saidAgain, shortOf } from "./said.ts";

const badgering = readFileSync(path.join(import.meta.dirname, "../test/badgering.playbook.yaml"), "utf8");

test("what was kept of a finding says all of it again, also when it comes from another thread or a file", () => {
  const { findings, source } = check(badgering, { today: "2026-11-26" });
  expect(findings.length).toBeGreaterThan(50);
  expect(findings.some(({ story }) => story !== undefined)).toBe(true);
  expect(findings.some(({ related }) => related.length > 0)).toBe(true);
  for (const finding of findings) {
    const { rule, principle, kind, severity, message, what, why, todo, span, range, url, story, related } = finding;
    const all = { rule, principle, kind, severity, message, what, why, todo, span, range, url, story, related };
    const once = saidAgain(finding, source);
    for (const said of [
      once,
      saidAgain(JSON.parse(JSON.stringify(shortOf(once))), source),
      saidAgain(structuredClone(shortOf(once)), source),
    ])
      for (const [key, value] of Object.entries(all)) expect(said[key as keyof typeof all], `${rule}: ${key}`).toEqual(value);
  }
});
