import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, Range, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadence-actions-"));
  await mkdir(path.join(folder, ".git"));
  server = await startServer(folder, { workspace: { workspaceEdit: { documentChanges: true } } });
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function opened(text: string) {
  const uri = server.uri("first.playbook.yaml");
  await server.open(uri, text);
  const { diagnostics } = await server.diagnostics(uri, 1);
  const actions = (range: Range, only?: string[]) =>
    server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  const after = ({ edit }: CodeAction) => {
    const edits = (edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? (change.edits as TextEdit[]) : []));
    return TextDocument.applyEdits(TextDocument.create(uri, "cadence-playbook", 1, text), edits);
  };
  return { uri, diagnostics, actions, after };
}

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe("letting a finding stand", () => {
  const checkingIn = cleanPlaybook.replace(
    /message: \|\n( +)/,
    (line, indent) => `${line}Just checking in to see how things are going.\n${indent}`,
  );

  test("is offered for a reading of prose, waits for a reason, and then holds", async () => {
    const { uri, diagnostics, actions, after } = await opened(checkingIn);
    const finding = diagnostics.find(({ code }) => code === "reason-not-checking-in");
    if (!finding) throw new Error("The words were not heard.");
    const action = (await actions(finding.range)).find(({ title }) => title.startsWith("Let it stand"));
    if (!action) throw new Error("Nothing was offered.");
    const waiting = after(action);
    await server.change(uri, 2, [{ text: waiting }]);
    const codes = (await server.diagnostics(uri, 2)).diagnostics.map(({ code }) => code);
    expect(codes).toContain("reason-not-checking-in");
    expect(codes).toContain("fitting-values");
    await server.change(uri, 3, [{ text: waiting.replace('because: ""', "because: They asked us to.") }]);
    expect((await server.diagnostics(uri, 3)).diagnostics).toEqual([]);
  });

  test("is not offered for what is certain", async () => {
    const { diagnostics, actions } = await opened(cleanPlaybook.replace("    kind: take-away\n", ""));
    expect(diagnostics.length).toBeGreaterThan(0);
    expect((await actions(everything)).filter(({ title }) => title.startsWith("Let it stand"))).toEqual([]);
  });
});

describe("everything safe at once", () => {
  const slips = cleanPlaybook.replace("summary:", "sumary:").replace("title:", "titel:");

  test("is one action with one edit, for whoever asks by its kind or its family", async () => {
    const { actions, after } = await opened(slips);
    for (const kind of ["source.fixAll.cadence", "source.fixAll", "source"]) {
      const made = await actions(everything, [kind]);
      expect(made).toHaveLength(1);
      expect(made[0]?.kind).toBe("source.fixAll.cadence");
      expect(after(made[0] as CodeAction)).toBe(cleanPlaybook);
    }
  });

  test("is not in the menu of a finding, and not offered by others' kinds or where there is nothing to do", async () => {
    const { actions } = await opened(slips);
    expect((await actions(everything)).map(({ kind }) => kind)).not.toContain("source.fixAll.cadence");
    expect(await actions(everything, ["source.fixAll.eslint"])).toEqual([]);
    const uri = server.uri("second.playbook.yaml");
    await server.open(uri, cleanPlaybook);
    const params = { textDocument: { uri }, range: everything, context: { diagnostics: [], only: ["source.fixAll"] } };
    expect(await server.connection.sendRequest("textDocument/codeAction", params)).toEqual([]);
  });
});

test("a menu offers the same thing once, though it mends a finding and could be done without one", async () => {
  const { diagnostics, actions } = await opened(cleanPlaybook.replace("day: 9", "day: 5"));
  const tooSoon = diagnostics.find(({ code }) => code === "gaps-hold");
  if (!tooSoon) throw new Error("The touch is not too soon.");
  const offered = (await actions(tooSoon.range)).map(({ title, kind }) => `${kind}: ${title}`);
  const later = "Move “case-in-brief” and what follows it 1 business day later";
  expect(offered.filter((one) => one.includes(later))).toEqual([`quickfix: ${later}`]);
  expect(await actions(tooSoon.range, ["refactor.rewrite"])).toContainEqual(expect.objectContaining({ title: later }));
});
