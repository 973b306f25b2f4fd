import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentDiagnosticReport, Position } from "vscode-languageserver-protocol";
import { check, kindOfFile } from "../core/index.ts";
import { everything, rangesIn } from "../test/everything.ts";
import { oddTexts } from "../test/odd-texts.ts";
import { startWorkspace } from "../test/workspace.ts";
import { completionsAt } from "./completion.ts";
import { toDiagnostic } from "./diagnostics.ts";

const WHOLE = process.env["CADENCE_WHOLE"] === "1";

const files = ["../../playbooks", "../test"].flatMap((folder) => {
  const there = path.join(import.meta.dirname, folder);
  return readdirSync(there)
    .filter((name) => kindOfFile(name))
    .map((name) => [name, readFileSync(path.join(there, name), "utf8")] as const);
});
const texts = [...files, ...oddTexts.filter((_, i) => i % 9 === 0).map(([what, text]) => [`${what}.playbook.yaml`, text] as const)];

/** Numbers that come the same on every run: a linear congruence (Numerical Recipes). */
function dice(seed: number) {
  let state = seed >>> 0;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const positionIn = (text: string): Position => {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
};

/**
 * Somebody types a file from its first character to its last. Some prefixes of each file in `npm test`, all of them with
 * CADENCE_WHOLE=1.
 */
test.each(texts)(
  "typing %s: always an answer, never one outside of what is typed",
  (name, text) => {
    const roll = dice(text.length);
    const kind = kindOfFile(name) ?? "playbook";
    const lengths = WHOLE ? Array.from({ length: text.length + 1 }, (_, i) => i) : Array.from({ length: 12 }, () => roll(text.length + 1));
    for (const length of lengths) {
      const typed = text.slice(0, length);
      const { findings, source } = check(typed, { kind, today: "2026-11-26" });
      for (const { span, message, related, fixes } of findings) {
        for (const [start, end] of [span, ...related.map((one) => one.span)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.text.length);
        }
        expect(message).not.toMatch(/undefined|\[object|NaN/);
        expect(fixes.every(({ title }) => title !== "")).toBe(true);
      }
      for (const { label } of completionsAt(typed, positionIn(typed), { kind, known: {}, snippets: true })) expect(label).not.toBe("");
    }
  },
  3_600_000,
);

test.each(files)("what %s offers while somebody types in it is what it offers anew", (name, text) => {
  const roll = dice(text.length);
  const options = { kind: kindOfFile(name) ?? "playbook", known: {}, snippets: true };
  const offered = (typed: string, end: number) => completionsAt(typed, positionIn(typed.slice(0, end)), options);
  let before = text;
  for (let i = 0; i < (WHOLE ? 400 : 25); i++) {
    const at = roll(text.length + 1);
    const typed = text.slice(0, at) + ["x", ":", " ", "- ", "\n", '"', "{"][roll(7)] + (roll(4) === 0 ? "" : text.slice(at));
    offered(before, Math.min(at, before.length));
    const readOn = offered(typed, at + 1);
    // A text that nothing can be read on from.
    offered("a: [", 4);
    expect(readOn).toEqual(offered(typed, at + 1));
    before = typed;
  }
});

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  server = await startWorkspace({}, { textDocument: { diagnostic: {} } });
});
afterAll(() => server.end());

test("while typing, every request is answered, with places in the text alone", async () => {
  const roll = dice(7);
  for (const [name, text] of texts.slice(0, WHOLE ? undefined : 6)) {
    const uri = await server.opened("", `typed-${name}`);
    let version = 1;
    for (let i = 0; i < (WHOLE ? 60 : 4); i++) {
      const typed = text.slice(0, roll(text.length + 1));
      await server.change(uri, ++version, [{ text: typed }]);
      const end = positionIn(typed);
      const answers = await everything(server.connection, uri, end, { start: { line: 0, character: 0 }, end });
      const lines = typed.split(/\r\n|\n|\r/);
      for (const { start, end: stop } of rangesIn(answers))
        for (const { line, character } of [start, stop]) {
          expect(line).toBeLessThan(lines.length);
          expect(character).toBeLessThanOrEqual(lines[line]?.length ?? 0);
        }
    }
  }
}, 3_600_000);

/** Pieces that somebody types, pastes or deletes, most of them harmless and some of them not. */
const PIECES = [
  "x",
  " ",
  "\n",
  "\n  ",
  "{{first_name}}",
  ": ",
  "- ",
  "#",
  '"',
  "'",
  "|",
  "Just checking in.",
  "👋🏽",
  "\r\n",
  "day: 3",
  "",
  "",
  "\n    ask: reply",
  "é",
];

test("after any edits, sent as edits, the verdict is that of a fresh reading, byte for byte", async () => {
  const roll = dice(26);
  let version = 1;
  for (let round = 0; round < (WHOLE ? 300 : 10); round++) {
    const [name, start] = texts[roll(texts.length)] ?? texts[0] ?? ["", ""];
    let text = start;
    const uri = await server.opened(text, `fuzz-${round}-${name}`);
    for (let burst = 0; burst < 6; burst++) {
      const changes = Array.from({ length: 1 + roll(4) }, () => {
        const from = roll(text.length + 1);
        const to = Math.min(text.length, from + (roll(3) === 0 ? roll(60) : 0));
        const piece = PIECES[roll(PIECES.length)] ?? "";
        const range = { start: positionIn(text.slice(0, from)), end: positionIn(text.slice(0, to)) };
        const [a, b] = [offsetOf(text, range.start), offsetOf(text, range.end)];
        text = text.slice(0, a) + piece + text.slice(b);
        return { range, text: piece };
      });
      await server.change(uri, ++version, changes);
      const answer = await server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
      const fresh = check(text, { kind: kindOfFile(name) ?? "playbook", file: decodeURIComponent(new URL(uri).pathname), today: today() });
      const expected = fresh.findings.map((finding) => toDiagnostic(finding, uri));
      expect(JSON.stringify(answer.kind === "full" ? answer.items : [])).toBe(JSON.stringify(expected));
    }
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }
}, 3_600_000);

/** The offset of a position, as an editor counts: a place between the two halves of a line end is before it. */
function offsetOf(text: string, { line, character }: Position): number {
  let offset = 0;
  for (const [i, { 0: whole = "" }] of [...text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)].entries()) {
    if (i === line) return offset + Math.min(character, whole.replace(/[\r\n]+$/, "").length);
    offset += whole.length;
  }
  return text.length;
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
