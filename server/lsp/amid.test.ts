import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startWatched } from "../test/watched.ts";
import { startWorkspace } from "../test/workspace.ts";

// What playbooks are judged by changes here while somebody waits for a judgement.
const slip = cleanPlaybook.replace("summary:", "sumary:");
const loudness = (severity: string) => `severities: { known-keys: ${severity} }\n`;

async function waiting(files: Readonly<Record<string, string>>, workspace: ClientCapabilities["workspace"] = {}) {
  const server = await startWatched(files, { workspace, textDocument: { diagnostic: {} } });
  return {
    ...server,
    configure: (severity: string) => server.write("cadence.config.yaml", loudness(severity)),
    one: (name: string, previousResultId?: string) =>
      server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument: { uri: server.uri(name) },
        previousResultId,
      }),
    all: (previousResultIds: readonly object[] = []) =>
      server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds }),
  };
}

const idsOf = ({ items }: WorkspaceDiagnosticReport) => items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
const loud = (items: readonly Diagnostic[]) => items.filter(({ code }) => code === "known-keys").map(({ severity }) => severity);
/** How loud each playbook's slip is, by each answer that says it. */
const louds = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
  items.filter(({ uri }) => uri.includes(".playbook.")).map((item) => (item.kind === "full" ? loud(item.items)[0] : item.kind));

const FILES = { "cadence.config.yaml": loudness("warning"), "a.playbook.yaml": slip, "b.playbook.yaml": slip, "c.playbook.yaml": slip };

test("one document is judged by the configuration that holds when it is told, though it changed while it was read", async () => {
  const editor = await waiting(FILES);
  editor.learning.shut();
  await editor.open("open.playbook.yaml", slip);
  const asked = editor.one("open.playbook.yaml");
  await editor.learning.reached;
  await editor.configure("info");
  await editor.heard();
  editor.learning.open();
  const answer = await asked;
  expect(answer.kind === "full" && loud(answer.items)).toEqual([3]);
});

test("an id from before a change is answered with what is said now, and not as unchanged", async () => {
  const editor = await waiting(FILES);
  await editor.open("open.playbook.yaml", slip);
  const before = await editor.one("open.playbook.yaml");
  await editor.configure("info");
  const after = await editor.one("open.playbook.yaml", before.resultId);
  expect(after.kind === "full" && loud(after.items)).toEqual([3]);
  expect(await editor.one("open.playbook.yaml", after.resultId)).toEqual({ kind: "unchanged", resultId: after.resultId });
});

test.each<[what: string, change: (editor: Awaited<ReturnType<typeof waiting>>) => Promise<void>]>([
  ["the configuration", (editor) => editor.configure("info")],
  ["the configuration, in the editor,", (editor) => editor.open("cadence.config.yaml", loudness("info"))],
])("%s changes amid a pull of all files: it is asked for anew, and answered by what holds then", async (_, change) => {
  const editor = await waiting(FILES, { workspaceFolders: true });
  const before = await editor.all();
  expect(louds(before.items)).toEqual([2, 2, 2]);
  const parts: WorkspaceDocumentDiagnosticReport[] = [];
  editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, "parts", ({ items }) => void parts.push(...items));
  editor.reading.shut();
  const asked = editor.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
    previousResultIds: [],
    partialResultToken: "parts",
  });
  await editor.reading.reached;
  await change(editor);
  await editor.heard();
  editor.reading.open();
  await expect(asked).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  const after = await editor.all([...idsOf(before), ...idsOf({ items: parts })]);
  expect(louds(after.items)).toEqual([3, 3, 3]);
  expect(louds((await editor.all(idsOf(after))).items)).toEqual(["unchanged", "unchanged", "unchanged"]);
});

test.each([
  ["the list of folders", "workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [] } }],
  [
    "what is told while somebody types",
    "workspace/didChangeConfiguration",
    { settings: { cadence: { findings: { whileTyping: "held" } } } },
  ],
])("amid a pull of all files %s may change, too", async (_, method, params) => {
  const editor = await waiting(FILES, { workspaceFolders: true });
  editor.reading.shut();
  const asked = editor.all();
  await editor.reading.reached;
  await editor.connection.sendNotification(method, params);
  await editor.heard();
  editor.reading.open();
  await expect(asked).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
});

test("what changes nothing that is told does not end a pull", async () => {
  const editor = await waiting(FILES);
  editor.reading.shut();
  const asked = editor.all();
  await editor.reading.reached;
  await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: { cadence: { hints: { words: false } } } });
  await editor.heard();
  editor.reading.open();
  expect(louds((await asked).items)).toEqual([2, 2, 2]);
});

test("of so many files that threads judge them, no answer mixes two configurations", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 160 }, (_, i) => [`n${i}.playbook.yaml`, slip.replace("warehouses", `warehouses ${i}`)]),
  );
  const server = await startWorkspace({ ...many, "cadence.config.yaml": loudness("warning") }, { textDocument: { diagnostic: {} } });
  onTestFinished(() => server.end());
  const pull = (previousResultIds: object[], more: object = {}) =>
    server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds, ...more });
  const begun = new Promise<void>((hear) =>
    server.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
      if (value.kind === "begin") hear();
    }),
  );
  const asked = pull([], { workDoneToken: "work" }).catch((error: { code: number; data?: unknown }) => error);
  await begun;
  writeFileSync(path.join(server.folder, "cadence.config.yaml"), loudness("info"));
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: server.uri("cadence.config.yaml"), type: 2 }],
  });
  const answer = await asked;
  if ("code" in answer) expect(answer).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  else expect(new Set(louds(answer.items)).size).toBe(1);
  const after = await pull("items" in answer ? idsOf(answer) : []);
  const wasNew = "items" in answer && louds(answer.items)[0] === 3;
  expect([...new Set<unknown>(louds(after.items))]).toEqual([wasNew ? "unchanged" : 3]);
});
