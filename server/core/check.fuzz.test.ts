import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { check, checkAll } from "./check.ts";
import type { FileKind } from "./format/file-kind.ts";
import { applied, edits } from "./text/edit.ts";
import { offsetAt } from "./text/lines.ts";

const files = (folder: string) => {
  const there = path.join(import.meta.dirname, folder);
  return readdirSync(there)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readFileSync(path.join(there, file), "utf8"));
};
const TEXTS = [...files("../../playbooks"), ...files("../test")];
const ASSETS = check(TEXTS.find((text) => /^assets:/m.test(text)) ?? "", { kind: "assets" }).assets;
/** Everything that is off by default, turned on. */
const CONFIG = check(TEXTS.find((text) => /^laws:/m.test(text)) ?? "", { kind: "config" }).config;
const KINDS: readonly FileKind[] = ["playbook", "config", "assets"];

/** Findings of a text whose fixes are tried: enough over many texts, and few enough for one. */
const TRIED = 10;

/** What holds of every check of every text. */
function expectSound(text: string, kind: FileKind): void {
  const { findings, source } = check(text, { kind, assets: ASSETS, config: CONFIG, today: "2026-11-22" });
  const every = Math.ceil(findings.length / TRIED);
  for (const [nth, { span, range, message, fixes, related }] of findings.entries()) {
    for (const [start, end] of [span, ...related.map((one) => one.span)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(offsetAt(text, source.lines, range.start)).toBe(span[0]);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
    for (const fix of nth % every === 0 ? fixes : []) {
      const made = edits(source, kind, fix.changes);
      for (const [i, { span: edit }] of made.entries()) {
        expect(edit[0]).toBeGreaterThanOrEqual(made[i - 1]?.span[1] ?? 0);
        expect(edit[1]).toBeGreaterThanOrEqual(edit[0]);
        expect(edit[1]).toBeLessThanOrEqual(text.length);
      }
      check(applied(text, made), { kind });
    }
  }
}

const kinds = fc.constantFrom(...KINDS);

test("any text has an answer, and every finding a place in it", () => {
  const signs = fc.constantFrom(
    ..." \n\t:-#|>\"'{}[],&*!%@`?~",
    "\r\n",
    "\r",
    "\ufeff",
    "\u2028",
    "é",
    "שלום",
    "👩‍💻",
    "\u0000",
    "---",
    "<<: ",
  );
  const words = fc.constantFrom("touches:", "- id: a", "day: 1", "channel: email", "replies:", "no: stop", "{{first_name}}", "key: ", "  ");
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(signs, words), { maxLength: 60 }).map((parts) => parts.join("")),
    fc.array(fc.oneof(words, signs), { maxLength: 30 }).map((parts) => parts.join("\n")),
  );
  fc.assert(
    fc.property(texts, kinds, (text, kind) => expectSound(text, kind)),
    { numRuns: 400 },
  );
});

type Harm = (text: string, at: number, other: number) => string;

/** What happens to a text while somebody types, pastes and deletes. */
const HARMS: readonly Harm[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, other) => text.slice(0, at) + text.slice(at + (other % 200)),
  (text, at) => text.slice(0, at) + (text[at] ?? "") + text.slice(at),
  (text, at, other) => `${text.slice(0, at)}${": - \n#\"'{[}]|&*!\t\u0000\r"[other % 19]}${text.slice(at)}`,
  (text, at, other) => onLines(text, at, (lines, i) => lines.toSpliced(i, 1 + (other % 3))),
  (text, at) => onLines(text, at, (lines, i) => lines.toSpliced(i, 0, lines[i] ?? "")),
  (text, at, other) => onLines(text, at, (lines, i) => lines.toSpliced(i, 0, lines[other % lines.length] ?? "")),
  (text, at) => onLines(text, at, (lines, i) => lines.toSpliced(i, 1, ` ${lines[i]}`)),
  (text, at) => onLines(text, at, (lines, i) => lines.toSpliced(i, 1, lines[i]?.replace(/:.*/, ":") ?? "")),
  (text, at) => onLines(text, at, (lines, i) => lines.toSpliced(i, 1, lines[i]?.replace(/: (.*)/, ": [$1]") ?? "")),
  (text, at) => onLines(text, at, (lines, i) => lines.toSpliced(i, 1, lines[i]?.replace(/(\w)(\w)/, "$2$1") ?? "")),
  (text) => text.replaceAll("\n", "\r\n"),
];

function onLines(text: string, at: number, change: (lines: readonly string[], line: number) => readonly string[]): string {
  const lines = text.split("\n");
  return change(lines, text.slice(0, at).split("\n").length - 1).join("\n");
}

test("any playbook, however harmed, has an answer, and every finding a place in it", () => {
  const harms = fc.array(fc.tuple(fc.constantFrom(...HARMS), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), harms, kinds, (whole, list, kind) => {
      const text = list.reduce((harmed, [harm, at, other]) => harm(harmed, at % (harmed.length + 1), other), whole);
      expectSound(text, /^assets:/m.test(whole) ? "assets" : /^handbook:/m.test(whole) ? "config" : kind === "assets" ? "playbook" : kind);
    }),
    { numRuns: 200 },
  );
});

test("many texts together are judged as each is by itself", () => {
  const harms = fc.array(fc.tuple(fc.constantFrom(...HARMS), fc.nat(), fc.nat()), { maxLength: 2 });
  const harmed = fc.tuple(fc.constantFrom(...TEXTS), harms, kinds).map(([whole, list, kind]) => ({
    text: list.reduce((text, [harm, at, other]) => harm(text, at % (text.length + 1), other), whole),
    kind,
  }));
  fc.assert(
    fc.property(fc.array(harmed, { minLength: 17, maxLength: 40 }), (texts) => {
      const knowledge = (kind: FileKind, i: number) => ({ kind, assets: ASSETS, config: i % 3 ? CONFIG : undefined, today: "2026-11-22" });
      const together = [...checkAll(texts.map(({ text, kind }, i) => ({ text, knowledge: knowledge(kind, i) })))];
      expect(together).toHaveLength(texts.length);
      for (const [i, { text, kind }] of texts.entries()) {
        const alone = check(text, knowledge(kind, i));
        expect(together[i]?.source.text).toBe(text);
        expect(together[i]?.findings).toEqual(alone.findings);
        expect(together[i]?.accepted).toEqual(alone.accepted);
        expect(together[i]?.playbook).toEqual(alone.playbook);
      }
    }),
    { numRuns: 10 },
  );
});
