import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, lapsesOf, rules, surelyKeeps } from "../index.ts";
import { contentDigest } from "./digest.ts";
import { rulesDigest } from "./rules-digest.ts";

const playbooks = path.join(import.meta.dirname, "../../../playbooks");
const read = (name: string) => readFileSync(path.join(playbooks, name), "utf8");
const text = read("first-conversation.playbook.yaml");
const assets = check(read("cadence.assets.yaml"), { kind: "assets" }).assets;
const config = (yaml: string) => check(yaml, { kind: "config" }).config;
const brought = assets?.assets ?? {};
const record = { assets: brought };
const now = { config: config(read("cadence.config.yaml")), assets, today: "2026-11-26", file: "first-conversation.playbook.yaml" };

test("what held still holds", () => {
  expect(lapsesOf({ text, record }, now)).toEqual([]);
});

test("an asset is good until the day its owner says now; where nobody says, as it was approved", () => {
  const later = { ...now, today: "2027-07-01" };
  const lapses = lapsesOf({ text, record }, later);
  expect(lapses).toHaveLength(1);
  expect(lapses[0]).toMatchObject({
    what: expect.stringContaining("brings “pick-error-benchmark”, which expired on 2027-06-30."),
    todo: expect.stringMatching(/^Have Dana Ortiz look at it and set a new date/),
  });
  const line = text.split("\n")[lapses[0]?.start.line ?? 0] ?? "";
  expect(line.slice(lapses[0]?.start.character)).toMatch(/^pick-error-benchmark/);
  const benchmark = brought["pick-error-benchmark"];
  if (!benchmark) throw new Error("The repository's benchmark is gone.");
  const renewed = { assets: { ...brought, "pick-error-benchmark": { ...benchmark, expires: "2028-06-30" } } };
  expect(lapsesOf({ text, record }, { ...later, assets: renewed })).toEqual([]);
  expect(lapsesOf({ text, record }, { ...later, assets: undefined })).toHaveLength(1);
  expect(lapsesOf({ text, record: renewed }, { ...later, assets: undefined })).toEqual([]);
  // A record that names none of what the copy brings hides nothing.
  expect(lapsesOf({ text, record: { assets: {} } }, later)).toHaveLength(1);
});

test("shared words are good until that day as well", () => {
  const borrowed = text.replace("    asset: pick-error-benchmark\n", "    words-from: pick-error-benchmark\n");
  const [lapse, ...others] = lapsesOf({ text: borrowed, record }, { ...now, today: "2027-07-01" });
  expect(others).toEqual([]);
  expect(lapse?.what).toMatch(/takes its words from “pick-error-benchmark”, which expired on 2027-06-30\.$/);
  const line = borrowed.split("\n")[lapse?.start.line ?? 0] ?? "";
  expect(line.slice(0, lapse?.start.character)).toMatch(/^ +words-from: $/);
});

test("a promise is held against the numbers of today, with what the team decided about its rule", () => {
  const stricter = { ...now, config: config("caps: { default: { smallest-gap: 4 } }\n") };
  const lapses = lapsesOf({ text, record }, stricter);
  expect(lapses.length).toBeGreaterThan(0);
  expect(lapses[0]).toMatchObject({
    why: rules["gaps-hold"].why,
    todo: expect.stringMatching(/Then approve that as a new version; or revoke/),
  });
  const quiet = config("caps: { default: { smallest-gap: 4 } }\nseverities: { gaps-hold: warning }\n");
  expect(lapsesOf({ text, record }, { ...stricter, config: quiet })).toEqual([]);
  const elsewhere = config("overrides:\n  - { files: [first-*], caps: { smallest-gap: 4 } }\n");
  expect(lapsesOf({ text, record }, { ...stricter, config: elsewhere }).length).toBeGreaterThan(0);
  expect(lapsesOf({ text, record }, { ...stricter, config: elsewhere, file: "another.playbook.yaml" })).toEqual([]);
});

test("what its rules say besides, of no run, was the approver's to see", () => {
  const restless = text.replace(/^ {2}rest: .*\n/m, "");
  expect(check(restless, now).findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(["rest-before-return", "error"]);
  expect(lapsesOf({ text: restless, record }, now)).toEqual([]);
});

test("what has too many runs to follow is not proven", () => {
  const [, tangled] = rules["runs-can-be-followed"].examples as readonly string[];
  const written = (tangled ?? "").replace(/^ *\^.*\n/m, "");
  expect(lapsesOf({ text: written, record: { assets: {} } }, now).map(({ what }) => what)).toContainEqual(
    expect.stringContaining("too many runs to follow"),
  );
});

test("what was checked with today's rules and configuration, and brings nothing that expired, need not be read", async () => {
  const alike = { ...record, rules: await rulesDigest(), config: now.config ? await contentDigest(now.config) : "none" };
  expect(await surelyKeeps(alike, now)).toBe(true);
  expect(await surelyKeeps({ ...alike, rules: "sha256:other" }, now)).toBe(false);
  expect(await surelyKeeps(alike, { ...now, config: config("caps: { default: { smallest-gap: 4 } }\n") })).toBe(false);
  expect(await surelyKeeps(alike, { ...now, config: undefined })).toBe(false);
  expect(await surelyKeeps(alike, { ...now, today: "2027-07-01" })).toBe(false);
  expect(await surelyKeeps({ ...alike, config: "none" }, { ...now, config: undefined })).toBe(true);
});
