import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic, Message } from "vscode-languageserver/node";
import { encoded } from "./writing.ts";

const position = fc.record({ line: fc.nat(3000), character: fc.nat(200) });
const range = fc.record({ start: position, end: position });
const words = fc.oneof(fc.string({ unit: "grapheme" }), fc.constant('A “quote”, a \\ and a "\u2028"'), fc.constant("🙂\ud83d"));
const diagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  { range, message: words, severity: fc.constantFrom(1, 2, 3, 4), code: words, source: fc.constant("cadence") },
  { requiredKeys: ["range", "message"] },
);

const read = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

test("whatever is published, and however often, it is what JSON says it is", () => {
  fc.assert(
    fc.property(fc.array(diagnostic, { maxLength: 6 }), words, fc.option(fc.nat(), { nil: undefined }), (diagnostics, uri, version) => {
      for (const said of [diagnostics, diagnostics.slice(1), diagnostics.toReversed()]) {
        const message = { jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params: { uri, version, diagnostics: said } };
        expect(read(encoded(message as Message))).toBe(JSON.stringify(message));
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  { jsonrpc: "2.0", id: 1, result: { items: [{ message: "a “word”" }] } },
  { jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params: { uri: "file:///a", diagnostics: [] } },
  { jsonrpc: "2.0", method: "window/logMessage", params: { type: 3, message: "é 🙂" } },
  { jsonrpc: "2.0", id: "x", error: { code: -32_603, message: "no" } },
])("any other message is its JSON: %j", (message) => {
  expect(read(encoded(message))).toBe(JSON.stringify(message));
});
