import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApplyWorkspaceEditParams, DocumentSymbol, TextEdit } from "vscode-languageserver-protocol";
import { SymbolKind } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startWorkspace } from "../test/workspace.ts";

let server: Awaited<ReturnType<typeof startWorkspace>>;
let edits: ApplyWorkspaceEditParams[] = [];
let taken = true;
beforeAll(async () => {
  server = await startWorkspace({}, { workspace: { applyEdit: true } });
  server.connection.onRequest("workspace/applyEdit", (params: ApplyWorkspaceEditParams) => {
    edits.push(params);
    return { applied: taken };
  });
});
afterAll(() => server.end());

/** The touches of a text as its outline lists them, and a way to move what stands there, as the extension does. */
async function listed(text: string) {
  const uri = await server.opened(text);
  const outline = await server.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
  const touches = touchesIn(outline);
  return {
    names: touches.map(({ name, detail }) => `${name}: ${detail ?? ""}`),
    /** Moves the touch of that number in the outline, or of that id; the text afterwards. */
    async move(which: number | string, day: number): Promise<string> {
      edits = [];
      const place = typeof which === "string" ? which : touches[which]?.range.start;
      await server.connection.sendRequest("workspace/executeCommand", { command: "cadence.moveTouchTo", arguments: [uri, place, day] });
      return TextDocument.applyEdits(TextDocument.create(uri, "yaml", 1, text), (edits[0]?.edit.changes?.[uri] ?? []) as TextEdit[]);
    },
  };
}

const touchesIn = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
  symbols.flatMap((one) => (one.kind === SymbolKind.Event ? [one] : touchesIn(one.children ?? [])));

describe("a touch is found and moved, with nothing else changed, where touches are written", () => {
  // The second of each is moved from its third day to its fourth, and the one behind it from its fifth to its sixth.
  test.each<[how: string, text: string]>([
    [
      "one to a line",
      "touches:\n  - {id: a, day: 1, channel: call}\n  - {id: b, day: 3, channel: call}\n  - { channel: call, day: 5 , id: c }\n",
    ],
    ["all in one line", "touches: [{id: a, day: 1, channel: call}, {id: b, day: 3, channel: call},{id: c, day: 5, channel: call}]\n"],
    [
      "as JSON",
      '{"touches":[{"id":"a","day":1,"channel":"call"},{"id":"b","day":3,"channel":"call"},{"id":"c","day":5,"channel":"call"}]}\n',
    ],
    [
      "with comments between and behind",
      "touches:\n  # One.\n  - {id: a, day: 1, channel: call} # a: day 3\n\n  # day: 3\n  - # b\n    id: b # b\n    day: 3 # three\n    channel: call\n  # day: 5\n  - {id: c, # c\n     day: 5, # five\n     channel: call}\n",
    ],
    [
      "with comments within the brackets",
      "touches: [\n  # One.\n  {id: a, day: 1, channel: call}, # a\n  # Two.\n  {id: b, # b\n   day: 3, # three\n   channel: call\n  }, {id: c, day: 5, channel: call} # c\n] # the end\n",
    ],
    [
      "over several lines",
      "touches:\n  - {\n      id: b-,\n      day: 1,\n      channel: call\n    }\n  - {id: b,\n      day:\n        3,\n      channel: call}\n  - id: c\n    day:\n      5\n    channel: call\n",
    ],
    [
      "with Windows' line ends, and letters of two units",
      "touches:\r\n  # 🙂\r\n  - {id: a, day: 1, channel: call, reason: 🙂🙂}\r\n  - {reason: 🙂🙂, id: b,\r\n     day: 3, channel: call} # 🙂\r\n  - id: c\r\n    day: 5\r\n    channel: call\r\n",
    ],
    [
      "after a reply",
      "touches: []\nreplies: {not-now: {then: return, touches: [{id: b, day: 3, channel: call}, {id: c, day: 5, channel: call}]}}\n",
    ],
    [
      "with keys that begin with a question mark",
      "touches:\n  - ? id\n    : b\n    ? day\n    : 3\n    ? channel\n    : call\n  - {id: c, ? day : 5, channel: call}\n",
    ],
  ])("%s", async (_, text) => {
    const { names, move } = await listed(text);
    expect(names.slice(-2)).toEqual(["b: day 3, call", "c: day 5, call"]);
    const [day, later] = [/("?\bday"?\s*:\s*)3(?=[\s,}]+(?:#[^\n]*\n\s*)?\S)/, /("?\bday"?\s*:\s*)5(?=[\s,}])/];
    // Comments say the same words; only what is written as a value is meant.
    const lines = text.replace(/#[^\r\n]*/g, (comment) => comment.replaceAll("day", "DAY"));
    const meant = lines.replace(day, "$14").replace(later, "$16").replaceAll("DAY", "day");
    expect(await move(names.length - 2, 4)).toBe(meant);
    expect(await move("b", 4)).toBe(meant);
  });
});

test("of two touches with one id, and of one without, that is moved which was chosen", async () => {
  const text =
    "touches: [{id: b, day: 1, channel: call}, {day: 3, channel: call}]\nreplies:\n  not-now: {then: return, touches: [{id: b, day: 3, channel: call}]}\n";
  const { names, move } = await listed(text);
  expect(names).toEqual(["b: day 1, call", "touch 2: day 3, call", "b: day 3, call"]);
  expect(await move(2, 7)).toBe(text.replace("id: b, day: 3", "id: b, day: 7"));
  await expect(move("b", 7)).rejects.toThrow("Several touches are called “b”. Give each an id of its own, and move it once more.");
  expect(await move(1, 7)).toBe(text.replace("{day: 3", "{day: 7"));
  expect(edits[0]?.label).toBe("Move “touch-2” to day 7");
});

test("a touch with a name too long for a list is moved all the same", async () => {
  const text = `touches: [{id: a, day: 1, channel: call}, {id: ${"b".repeat(70)}, day: 3, channel: call}]\n`;
  const { names, move } = await listed(text);
  expect(names[1]).toContain("…");
  expect(await move(1, 4)).toBe(text.replace("day: 3", "day: 4"));
});

test("what is listed and cannot be read as a touch is not moved, and whoever asks is told why", async () => {
  const { names, move } = await listed(
    "touches:\n  - {id: a, day: 1, channel: call}\n  - {id: b, day: 3}\n  - {id: c, day: {}, channel: []}\n",
  );
  expect(names).toEqual(["a: day 1, call", "b: day 3", "c: "]);
  await expect(move("b", 4)).rejects.toThrow("“b” cannot be read as a touch. Mend what is found in it, and move it once more.");
  await expect(move(2, 4)).rejects.toThrow("What stands there cannot be read as a touch.");
});

test("an outline is there whatever stands in the place of a day", async () => {
  for (const day of ["{}", "[1]", "5, x: y", "!!binary x", "2026-01-01", "~", "*nobody"]) {
    const { names } = await listed(`touches:\n  - id: a\n    day: ${day}\n    channel: {}\n`);
    expect(
      names.map((one) => one.slice(0, 2)),
      day,
    ).toEqual(["a:"]);
  }
});

test("an editor that does not take the change, or can take none, says so", async () => {
  taken = false;
  const { move } = await listed(cleanPlaybook);
  await expect(move("two-causes", 6)).rejects.toThrow("“two-causes” was not moved, because the playbook was changed meanwhile.");
  taken = true;
  const other = await startWorkspace();
  try {
    const uri = await other.opened(cleanPlaybook);
    const asked = { command: "cadence.moveTouchTo", arguments: [uri, "two-causes", 6] };
    await expect(other.connection.sendRequest("workspace/executeCommand", asked)).rejects.toThrow(
      "Write 6 as the day of “two-causes” yourself.",
    );
  } finally {
    await other.end();
  }
});
