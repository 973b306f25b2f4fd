import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startWorkspace } from "../test/workspace.ts";
import { createOrder } from "./in-order.ts";

type Change = { readonly range: { readonly start: Place; readonly end: Place }; readonly text: string };
type Place = { readonly line: number; readonly character: number };
const at = (line: number, character: number, text: string): Change => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});

/** Nothing is counted otherwise, and nothing is done around it. */
const AS_IT_IS: Parameters<ReturnType<typeof createOrder>["arrived"]>[3] = {
  counts: (change) => change,
  around: (_, work) => work(),
};

let server: Awaited<ReturnType<typeof startWorkspace>> | undefined;
afterEach(async () => {
  await server?.end();
  server = undefined;
});

test.each(["utf-8", "utf-16", "utf-32"])("keys that overtake one another are judged as they were typed (%s)", async (encoding) => {
  server = await startWorkspace({}, { general: { positionEncodings: [encoding as "utf-16"] } });
  const uri = await server.opened(cleanPlaybook);
  await server.diagnostics(uri, 1);
  // “zusätze: 1” in a line of its own, the last keys in an order that happened.
  const keys = [..."\nzusätze: 1"];
  const places: Change[] = keys.map((key, i) => {
    if (key === "\n") return at(0, "format: 1".length, key);
    const before = keys.slice(1, i).join("");
    return at(1, encoding === "utf-8" ? Buffer.byteLength(before) : before.length, key);
  });
  for (const i of [0, 2, 1, 3, 5, 6, 4, 7, 8, 10, 9]) {
    const change = places[i];
    if (change) await server.change(uri, i + 2, [change]);
  }
  const { published } = server;
  const last = () =>
    published.findLast((one) => one.uri === uri && one.version === keys.length + 1)?.diagnostics.map(({ message }) => message);
  await expect.poll(last).toEqual([expect.stringContaining("no key “zusätze”")]);
  const symbols = await server.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
  expect(symbols.map(({ name }) => name)).toContain("zusätze");
});

test("in whatever order a few changes arrive, the text is the one that was written", () => {
  const words = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b", "é", "🙂", "\n", "\r\n"), maxLength });
  const change = fc.record({ from: fc.nat(), length: fc.nat(3), text: words(3), whole: fc.nat(9).map((one) => one === 0) });
  fc.assert(
    fc.property(
      words(30),
      fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 12 }),
      fc.infiniteStream(fc.nat(3)),
      (text, wanted, late) => {
        // What an editor does, change after change.
        const written = TextDocument.create("file:///a", "yaml", 0, text);
        const sent = wanted.map((wished, i) => {
          const changes = wished.map(({ from, length, text: put, whole }) => {
            const start = from % (written.getText().length + 1);
            const range = { start: written.positionAt(start), end: written.positionAt(start + length) };
            const made = whole ? { text: put } : { range, text: put };
            TextDocument.update(written, [made], i + 1);
            return made;
          });
          return { version: i + 1, changes };
        });
        // Each is held up for a while, so that it is overtaken by three at most.
        const held = sent.map((one, i) => ({ one, due: i + (late.next().value ?? 0) })).sort((a, b) => a.due - b.due);
        const order = createOrder();
        const read = TextDocument.create("file:///a", "yaml", 0, text);
        for (const { one } of held) order.arrived(read, one.changes, one.version, AS_IT_IS);
        expect(read.getText()).toBe(written.getText());
        expect(read.version).toBe(wanted.length);
      },
    ),
    { numRuns: 500 },
  );
});

test("a version that is only higher than the next is in order, and what was forgotten is made as it arrives", () => {
  const order = createOrder();
  const document = TextDocument.create("file:///a", "yaml", 1, "");
  const arrive = (version: number, text: string) => order.arrived(document, [at(0, document.getText().length, text)], version, AS_IT_IS);
  expect(arrive(5, "a")).toBe(false);
  expect(arrive(40, "b")).toBe(false);
  order.closed("file:///a");
  expect(arrive(7, "c")).toBe(false);
  expect(document.getText()).toBe("abc");
});
