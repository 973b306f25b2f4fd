import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type CodeAction,
  type DocumentDiagnosticReport,
  ErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";
import { cursor, startWorkspace } from "../test/workspace.ts";

const faulty = cleanPlaybook.replace("    kind: take-away\n", "");
const withAsset = cleanPlaybook.replace("    ask: reply\n", "    ask: reply\n    asset: guide\n");
const ASSETS = "assets:\n  guide: { title: A guide, owner: Ines Roy <ines@northwind.example>, expires: 2030-01-01 }\n";
let server: Awaited<ReturnType<typeof startWorkspace>> | undefined;
afterEach(async () => {
  await server?.end();
  server = undefined;
});

test("a trace tells what was checked, when it is asked for", async () => {
  server = await startWorkspace();
  const said: string[] = [];
  server.connection.onNotification("$/logTrace", ({ message }) => {
    said.push(message);
  });
  const quiet = await server.opened(cleanPlaybook);
  await server.diagnostics(quiet, 1);
  expect(said).toEqual([]);
  await server.connection.sendNotification("$/setTrace", { value: "verbose" });
  const uri = await server.opened(faulty);
  await server.diagnostics(uri, 1);
  await server.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 1 } });
  expect(said.join("\n")).toMatch(new RegExp(`Checked ${uri} in \\d+\\.\\d ms`));
});

test("each folder of a workspace has its own configuration, and folders come and go", async () => {
  const folders = ["one", "two"].map((name) => mkdtempSync(path.join(tmpdir(), `cadence-${name}-`))) as [string, string];
  for (const folder of folders) {
    mkdirSync(path.join(folder, ".git"));
    writeFileSync(path.join(folder, "a.playbook.yaml"), faulty);
  }
  writeFileSync(path.join(folders[1], "cadence.config.yaml"), "severities: { ends-with-take-away: off }\n");
  const many = await startServer(
    folders[0],
    { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    undefined,
    folders,
  );
  onTestFinished(async () => {
    await many.stop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const pull = () => many.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
  const { items } = await pull();
  const loud = items.filter((item) => item.kind === "full" && item.items.some(({ code }) => code === "ends-with-take-away"));
  expect(loud.map(({ uri }) => uri)).toEqual([many.uri("a.playbook.yaml")]);
  expect(items).toHaveLength(3);
  const gone = { uri: many.uri("").replace(/\/$/, ""), name: "one" };
  await many.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [gone] } });
  expect((await pull()).items).toHaveLength(2);
});

test("a file's new name is written into the configuration that names it", async () => {
  server = await startWorkspace({
    "cadence.config.yaml": "overrides:\n  - files: [pilots/one.playbook.yaml, pilots/**] # pilots\n    caps: { most-touches: 4 }\n",
    "pilots/one.playbook.yaml": cleanPlaybook,
  });
  const files = [{ oldUri: server.uri("pilots/one.playbook.yaml"), newUri: server.uri("pilots/two.playbook.yaml") }];
  const edit = await server.connection.sendRequest<WorkspaceEdit>("workspace/willRenameFiles", { files });
  expect(edit.changes).toMatchObject({ [server.uri("cadence.config.yaml")]: [{ newText: "pilots/two.playbook.yaml" }] });
  const folder = [{ oldUri: server.uri("pilots"), newUri: server.uri("trials") }];
  const moved = await server.connection.sendRequest<WorkspaceEdit>("workspace/willRenameFiles", { files: folder });
  expect(moved.changes?.[server.uri("cadence.config.yaml")]?.map(({ newText }) => newText)).toEqual([
    "trials/one.playbook.yaml",
    "trials/**",
  ]);
  // Some clients end a folder with a slash.
  const ended = [{ oldUri: `${server.uri("pilots")}/`, newUri: `${server.uri("trials")}/` }];
  expect(await server.connection.sendRequest("workspace/willRenameFiles", { files: ended })).toEqual(moved);
  const unlike = [{ oldUri: server.uri("pil"), newUri: server.uri("trials") }];
  expect(await server.connection.sendRequest("workspace/willRenameFiles", { files: unlike })).toBeNull();
  const other = [{ oldUri: server.uri("x.playbook.yaml"), newUri: server.uri("y.playbook.yaml") }];
  expect(await server.connection.sendRequest("workspace/willRenameFiles", { files: other })).toBeNull();
});

test("files of any scheme get new names: in a browser none is on a disk", async () => {
  server = await startWorkspace();
  const { willRename, didRename } = server.capabilities.workspace?.fileOperations ?? {};
  for (const { scheme } of [...(willRename?.filters ?? []), ...(didRename?.filters ?? [])]) expect(scheme).toBeUndefined();
});

test("whoever asks for it sees how far a search through all files is", async () => {
  const many = Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`team/${i}.playbook.yaml`, withAsset]));
  server = await startWorkspace({ ...many, "cadence.assets.yaml": ASSETS });
  const { connection } = server;
  const told: { token: string; value: { kind: string } }[] = [];
  connection.onNotification("$/progress", (progress) => {
    told.push(progress);
  });
  const { text, position } = cursor(withAsset.replace("asset: guide", "asset: gui|>de"));
  const textDocument = { uri: await server.opened(text) };
  for (const [method, params] of [
    ["textDocument/definition", {}],
    ["textDocument/references", { context: { includeDeclaration: true } }],
    ["textDocument/rename", { newName: "handbook" }],
    ["workspace/symbol", { query: "call" }],
  ] as const) {
    await connection.sendRequest(method, { textDocument, position, ...params, workDoneToken: method });
    const own = told.filter(({ token }) => token === method).map(({ value }) => value);
    expect([method, own.map(({ kind }) => kind)]).toEqual([method, ["begin", "report", "report", "end"]]);
    expect(own[1]).toEqual({ kind: "report", message: "20 of 43", percentage: 46 });
  }
  // What looks into this file alone is over before anybody could look.
  const here = { textDocument, position: { line: text.split("\n").findIndex((line) => line.includes("id: two-causes")), character: 10 } };
  await connection.sendRequest("textDocument/references", { ...here, context: { includeDeclaration: true }, workDoneToken: "here" });
  expect(told.filter(({ token }) => token === "here")).toEqual([]);
});

test("requests about a document that is not open are answered with nothing", async () => {
  server = await startWorkspace();
  const textDocument = { uri: server.uri("never.playbook.yaml") };
  const position = { line: 3, character: 4 };
  const range = { start: position, end: position };
  const asked: [string, object][] = [
    ["hover", { position }],
    ["completion", { position }],
    ["definition", { position }],
    ["references", { position, context: { includeDeclaration: true } }],
    ["documentHighlight", { position }],
    ["prepareRename", { position }],
    ["rename", { position, newName: "x" }],
    ["linkedEditingRange", { position }],
    ["documentSymbol", {}],
    ["documentLink", {}],
    ["foldingRange", {}],
    ["selectionRange", { positions: [position] }],
    ["inlayHint", { range }],
    ["formatting", { options: { tabSize: 2, insertSpaces: true } }],
    ["rangeFormatting", { range, options: { tabSize: 2, insertSpaces: true } }],
    ["onTypeFormatting", { position, ch: "\n", options: { tabSize: 2, insertSpaces: true } }],
    ["codeAction", { range, context: { diagnostics: [] } }],
  ];
  for (const [method, more] of asked) {
    const answer = await server.connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });
    expect([method, answer === null || (Array.isArray(answer) && answer.length === 0)]).toEqual([method, true]);
  }
  expect(await server.connection.sendRequest("textDocument/semanticTokens/full", { textDocument })).toEqual({ data: [] });
});

describe("commands", () => {
  test("a rule's page is shown by the client that can show it", async () => {
    server = await startWorkspace({}, { window: { showDocument: { support: true } } });
    const shown: unknown[] = [];
    server.connection.onRequest("window/showDocument", (params) => {
      shown.push(params);
      return { success: true };
    });
    const uri = await server.opened(faulty);
    const { diagnostics } = await server.diagnostics(uri, 1);
    const [finding] = diagnostics.filter(({ code }) => code === "ends-with-take-away");
    const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: finding?.range,
      context: { diagnostics, only: ["quickfix"] },
    });
    const explain = actions.find(({ title }) => title === "Explain “ends-with-take-away”");
    await server.connection.sendRequest("workspace/executeCommand", explain?.command);
    expect(shown).toEqual([{ uri: "http://localhost:4321/rules/ends-with-take-away/", external: true }]);
    await expect(
      server.connection.sendRequest("workspace/executeCommand", { command: "cadence.explainRule", arguments: ["file:///etc/passwd"] }),
    ).rejects.toThrow("There is no page to show.");
  });

  test("a new playbook is written from five answers, and not from fewer", async () => {
    server = await startWorkspace();
    const begin = (answers: object) =>
      server?.connection.sendRequest<string>("workspace/executeCommand", { command: "cadence.textOfNewPlaybook", arguments: [answers] });
    const answers = { title: "A start", persona: "Buyer", stage: "cold", benefit: "A list of theirs to keep.", owner: "A B <a@b.example>" };
    expect(await begin(answers)).toContain("title: A start\n");
    await expect(begin({ ...answers, benefit: " " })).rejects.toThrow("Each of the five questions needs an answer.");
    await expect(begin({ ...answers, stage: "warm" })).rejects.toThrow("Each of the five questions needs an answer.");
  });

  test("some words are judged as a message, under the configuration beside them", async () => {
    server = await startWorkspace({ "cadence.config.yaml": "phrases: { avoid: [{ phrase: circle back, because: We say when. }] }\n" });
    const judge = (text: string) =>
      server?.connection.sendRequest<{ words: string; rule: string }[]>("workspace/executeCommand", {
        command: "cadence.judgeMessage",
        arguments: [text, server.uri("a.playbook.yaml")],
      });
    expect(await judge("Shall I circle back on Tuesday?")).toMatchObject([{ rule: "house-phrases-avoided", words: "circle back" }]);
    expect(await judge("Here is the table you asked for on Tuesday.")).toEqual([]);
  });

  test("a touch is moved to a day with all that follow it, and no further than it can go", async () => {
    server = await startWorkspace({}, { workspace: { applyEdit: true } });
    const edits: WorkspaceEdit[] = [];
    server.connection.onRequest("workspace/applyEdit", ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const uri = await server.opened(cleanPlaybook);
    const move = (id: string, day: unknown) =>
      server?.connection.sendRequest("workspace/executeCommand", { command: "cadence.moveTouchTo", arguments: [uri, id, day] });
    await move("two-causes", 6);
    expect(edits[0]?.changes?.[uri]?.map(({ newText }) => newText)).toEqual(["6", "11", "18"]);
    await expect(move("case-in-brief", 3)).rejects.toThrow(/it would come before the touch in front of it/);
    await expect(move("nobody", 3)).rejects.toThrow("There is no touch called “nobody” in this file.");
    await expect(move("two-causes", 1.5)).rejects.toThrow("A day is a whole number.");
  });

  test.each([
    ["touches: [{ id: hello, day: 1, channel: email }, { id: again, day: 4, channel: call }, { id: bye, day: 9, channel: email }]\n"],
    [
      '{ "touches": [\n  { "id": "hello", "day": 1, "channel": "email" }, # one\n  { "channel": "call", "day": 4, "id": "again" },\n  { "id": "bye", "day": 9, "channel": "email" } ] }\n',
    ],
  ])("a touch is moved where touches stand in brackets, too: %j", async (text) => {
    server = await startWorkspace({}, { workspace: { applyEdit: true } });
    const edits: WorkspaceEdit[] = [];
    server.connection.onRequest("workspace/applyEdit", ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const uri = await server.opened(text);
    await server.connection.sendRequest("workspace/executeCommand", { command: "cadence.moveTouchTo", arguments: [uri, "again", 6] });
    const moved = TextDocument.applyEdits(TextDocument.create(uri, "yaml", 1, text), edits[0]?.changes?.[uri] ?? []);
    expect(moved).toBe(text.replace(/("?day"?: )4/, "$16").replace(/("?day"?: )9/, "$111"));
  });
});

test("diagnostics are asked again where the text changed meanwhile", async () => {
  server = await startWorkspace({}, { textDocument: { diagnostic: {} } });
  const uri = await server.opened(faulty);
  const late = server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
  await server.change(uri, 2, [{ text: cleanPlaybook }]);
  const answer = await late.catch((error: { code: number; data?: unknown }) => error);
  // Either the first text was judged before the change came, or the client is asked to come again: never a stale answer to a new text.
  if ("code" in answer) expect(answer).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  else expect(answer.kind).toBe("full");
});

test("an editor that refuses whatever it is asked has its findings all the same", async () => {
  const editor = await startWorkspace(
    { "cadence.config.yaml": "team: Northwind\n" },
    {
      workspace: {
        configuration: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        inlayHint: { refreshSupport: true },
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
      textDocument: { diagnostic: {} },
    },
  );
  onTestFinished(editor.end);
  const { connection, uri } = editor;
  const refused: string[] = [];
  for (const method of [
    "client/registerCapability",
    "workspace/configuration",
    "workspace/inlayHint/refresh",
    "workspace/diagnostic/refresh",
    "workspace/codeLens/refresh",
  ])
    connection.onRequest(method, () => {
      refused.push(method);
      return new ResponseError(ErrorCodes.InternalError, "This editor is closing.");
    });
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("cadence.config.yaml"), type: 2 }] });
  await vi.waitFor(() => expect(refused).toEqual(expect.arrayContaining(["workspace/configuration", "workspace/diagnostic/refresh"])));
  const found = await editor.about<{ items: unknown[] }>("textDocument/diagnostic", "title: x\n");
  expect(found.items.length).toBeGreaterThan(3);
  expect(editor.errors.join("")).toBe("");
});

test("hundreds of findings of a rule do not keep an editor waiting that cannot ask for their edit later", async () => {
  const editor = await startWorkspace();
  onTestFinished(editor.end);
  const touches = Array.from({ length: 300 }, (_, i) => `  - { id: t${i}, day: ${i + 1}, channel: email, message: hi }\n`).join("");
  const actions = await editor.at<{ title: string }[]>("textDocument/codeAction", `touches:\n${touches}`.replace("id: t7,", "|>id: t7,"), {
    range: { start: { line: 8, character: 4 }, end: { line: 8, character: 60 } },
    context: { diagnostics: [] },
  });
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter(({ title }) => title.startsWith("Do so everywhere"))).toEqual([]);
}, 20_000);

test("after its farewell the server answers no more, as the protocol asks, and leaves in order", async () => {
  const editor = await startServer(tmpdir());
  const uri = editor.uri("late.playbook.yaml");
  await editor.open(uri, cleanPlaybook);
  await editor.connection.sendRequest("shutdown");
  const late = {
    "textDocument/hover": { textDocument: { uri }, position: { line: 0, character: 0 } },
    "textDocument/diagnostic": { textDocument: { uri } },
    "workspace/diagnostic": { previousResultIds: [] },
    "workspace/symbol": { query: "" },
    "completionItem/resolve": { label: "plain-speech", data: { rule: "plain-speech" } },
    "codeAction/resolve": { title: "Do so everywhere" },
    "workspace/willRenameFiles": { files: [{ oldUri: uri, newUri: editor.uri("later.playbook.yaml") }] },
    "workspace/executeCommand": { command: "cadence.tellPaths", arguments: [uri] },
    "cadence/playbooks": undefined,
  };
  for (const [method, params] of Object.entries(late))
    await expect(
      params ? editor.connection.sendRequest(method, params) : editor.connection.sendRequest(method),
      method,
    ).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  expect(await editor.stop()).toBe(0);
});
