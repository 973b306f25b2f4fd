import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startWorkspace } from "../test/workspace.ts";

const faulty = cleanPlaybook.replace("    kind: take-away\n", "");
const FILES = {
  "cadence.config.yaml": "team: Northwind\n",
  "a.playbook.yaml": faulty,
  "team/b.playbook.yaml": cleanPlaybook.replace("summary:", "sumary:"),
  "approved/a/1.playbook.yaml": faulty,
  "notes.yaml": "sumary: not ours\n",
};

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeEach(async () => {
  server = await startWorkspace(FILES, { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
});
afterEach(() => server.end());

const ids = ({ items }: WorkspaceDiagnosticReport) => items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
const pull = (previousResultIds: { uri: string; value: string }[] = [], more: object = {}) =>
  server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds, ...more });
const codes = (report: WorkspaceDocumentDiagnosticReport | DocumentDiagnosticReport | undefined) =>
  report?.kind === "full" ? report.items.map(({ code }) => code) : report?.kind;
const of = (report: WorkspaceDiagnosticReport, name: string) => report.items.find(({ uri }) => uri === server.uri(name));

test("of one document: an id for what was said, and nothing said twice", async () => {
  const uri = await server.opened(faulty);
  const ask = (previousResultId?: string) =>
    server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  const first = await ask();
  expect(codes(first)).toContain("ends-with-take-away");
  expect(await ask(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  await server.change(uri, 2, [{ text: cleanPlaybook }]);
  const second = await ask(first.resultId);
  expect(second.kind).toBe("full");
  expect(codes(second)).not.toContain("ends-with-take-away");
  expect(second.resultId).not.toBe(first.resultId);
  // An id stands for what it says and not for a moment: what is said again has it again.
  await server.change(uri, 3, [{ text: faulty }]);
  expect(await ask(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
});

test("of files nobody opened: ours, not approved copies, and only what changed the second time", async () => {
  const first = await pull();
  expect(first.items.map(({ uri }) => uri).sort()).toEqual(
    ["a.playbook.yaml", "cadence.config.yaml", "team/b.playbook.yaml"].map(server.uri).sort(),
  );
  expect(codes(of(first, "a.playbook.yaml"))).toContain("ends-with-take-away");
  expect(codes(of(first, "team/b.playbook.yaml"))).toContain("known-keys");
  expect(codes(of(first, "cadence.config.yaml"))).toEqual([]);

  const second = await pull(ids(first));
  expect(second.items.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "unchanged"]);

  writeFileSync(path.join(server.folder, "team/b.playbook.yaml"), cleanPlaybook);
  const third = await pull(ids(first));
  expect(of(third, "team/b.playbook.yaml")?.kind).toBe("full");
  expect(of(third, "a.playbook.yaml")?.kind).toBe("unchanged");

  rmSync(path.join(server.folder, "a.playbook.yaml"));
  const fourth = await pull(ids(first));
  expect(of(fourth, "a.playbook.yaml")).toMatchObject({ kind: "full", items: [] });
});

test("an open file counts as it stands in the editor, with its version", async () => {
  const uri = server.uri("a.playbook.yaml");
  await server.open(uri, cleanPlaybook, 7);
  const item = of(await pull(), "a.playbook.yaml");
  expect(item).toMatchObject({ version: 7, kind: "full" });
  expect(codes(item)).not.toContain("ends-with-take-away");
});

test("a change of the configuration counts for files nobody opened", async () => {
  const first = await pull();
  writeFileSync(path.join(server.folder, "cadence.config.yaml"), "severities: { ends-with-take-away: off }\n");
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: server.uri("cadence.config.yaml"), type: 2 }],
  });
  expect(codes(of(await pull(ids(first)), "a.playbook.yaml"))).not.toContain("ends-with-take-away");
});

test.each([60, 160])(
  "a change of the configuration while %i files are looked through is asked about again, and then counts for all",
  async (many) => {
    for (let i = 0; i < many; i++)
      writeFileSync(path.join(server.folder, `n${i}.playbook.yaml`), faulty.replace("title: ", `title: ${i} `));
    const begun = new Promise<void>((resolve) => {
      server.connection.onNotification("$/progress", ({ token, value }) => {
        if (token === "work" && value.kind === "report") resolve();
      });
    });
    let refreshed = 0;
    server.connection.onRequest("workspace/diagnostic/refresh", () => {
      refreshed++;
      return null;
    });
    const whole = pull([], { workDoneToken: "work" });
    await begun;
    writeFileSync(path.join(server.folder, "cadence.config.yaml"), "severities: { ends-with-take-away: off }\n");
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: server.uri("cadence.config.yaml"), type: 2 }],
    });
    // It may have been answered before the change was heard of.
    const first = await whole.catch(({ code }: { code: number }) => {
      expect(code).toBe(LSPErrorCodes.ServerCancelled);
      return { items: [] };
    });
    await expect.poll(() => refreshed).toBeGreaterThan(0);
    const second = await pull(ids(first));
    const told = new Map(first.items.map((item) => [item.uri, codes(item)]));
    for (const item of second.items) told.set(item.uri, item.kind === "unchanged" ? told.get(item.uri) : codes(item));
    expect(told.size).toBe(many + 3);
    for (const [uri, said] of told) expect(said, uri).not.toContain("ends-with-take-away");
  },
);

test("progress is told, and parts come as they are ready", async () => {
  for (let i = 0; i < 60; i++) writeFileSync(path.join(server.folder, `n${i}.playbook.yaml`), "title: [\n");
  const told: { kind: string; percentage?: number }[] = [];
  const parts: WorkspaceDocumentDiagnosticReport[] = [];
  server.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, "parts", ({ items }) => {
    parts.push(...items);
  });
  server.connection.onNotification("$/progress", ({ token, value }) => {
    if (token === "work") told.push(value);
    if (token === "parts") parts.push(...value.items);
  });
  const answer = await pull([], { workDoneToken: "work", partialResultToken: "parts" });
  expect(answer.items).toEqual([]);
  expect(new Set(parts.map(({ uri }) => uri)).size).toBe(63);
  expect(told[0]?.kind).toBe("begin");
  expect(told.at(-1)?.kind).toBe("end");
  expect(told.filter(({ kind }) => kind === "report").length).toBeGreaterThan(1);
});

test("given up on, it stops; what is typed meanwhile is answered", async () => {
  for (let i = 0; i < 150; i++)
    writeFileSync(path.join(server.folder, `n${i}.playbook.yaml`), cleanPlaybook.replaceAll("warehouse", `warehouse ${i}`));
  const uri = await server.opened(faulty);
  const { CancellationTokenSource } = await import("vscode-languageserver-protocol");
  const giveUp = new CancellationTokenSource();
  const long = server.connection.sendRequest("workspace/diagnostic", { previousResultIds: [] }, giveUp.token);
  const order: string[] = [];
  const ended = long.then(
    () => order.push("all"),
    (error: { code?: number }) => order.push(`given up ${error.code}`),
  );
  await server.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 1 } });
  order.push("hover");
  giveUp.cancel();
  await ended;
  expect(order).toEqual(["hover", "given up -32800"]);
});

/** Enough files that threads of their own are worth it, in two folders that are judged differently. */
function writeMany(): string[] {
  mkdirSync(path.join(server.folder, "other"));
  writeFileSync(path.join(server.folder, "other/cadence.config.yaml"), "severities: { ends-with-take-away: info }\n");
  return Array.from({ length: 130 }, (_, i) => {
    const name = `${i % 2 ? "other/" : ""}n${i}.playbook.yaml`;
    // A letter of two units before a fault, so that ways of counting differ.
    writeFileSync(path.join(server.folder, name), faulty.replace(/^title: .*/m, `title: "🙂 ${i}", nonsense`));
    return name;
  });
}

test.each(["utf-8", "utf-16", "utf-32"])(
  "of so many files that threads judge them: what is told of each once it is open (%s)",
  async (encoding) => {
    await server.end();
    server = await startWorkspace(FILES, { textDocument: { diagnostic: {} }, general: { positionEncodings: [encoding] } });
    const names = writeMany();
    const first = await pull();
    expect(first.items.length).toBe(names.length + 4);
    for (const name of names.slice(0, 4)) {
      const uri = await server.opened(readFileSync(path.join(server.folder, name), "utf8"), name);
      const open = await server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
      expect(codes(open)?.length).toBeGreaterThan(0);
      const { version: _, uri: __, ...unopened } = of(first, name) ?? { uri };
      expect(unopened).toEqual(open);
    }
    const second = await pull(ids(first));
    expect(second.items.every(({ kind }) => kind === "unchanged")).toBe(true);
  },
);

test("where threads cannot be had, the files are judged all the same, and somebody is told why", async () => {
  await server.end();
  const refuses = path.join(mkdtempSync(path.join(tmpdir(), "cadence-threads-")), "refuse.cjs");
  writeFileSync(refuses, "if (!require('node:worker_threads').isMainThread) throw new Error('No threads here.');\n");
  vi.stubEnv("NODE_OPTIONS", `--require=${refuses}`);
  try {
    server = await startWorkspace(FILES, { textDocument: { diagnostic: {} } });
  } finally {
    vi.unstubAllEnvs();
  }
  const said: string[] = [];
  server.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void said.push(message));
  const names = writeMany();
  const answer = await pull();
  expect(codes(of(answer, names[1] ?? ""))).toContain("readable-yaml");
  expect(answer.items.length).toBe(names.length + 4);
  expect(said.join()).toContain("No threads here");
});
