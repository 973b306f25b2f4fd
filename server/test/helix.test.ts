import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import picomatch from "picomatch";
import { parse } from "smol-toml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  DidChangeWatchedFilesRegistrationOptions,
  Hover,
  InlayHint,
  Registration,
  RegistrationParams,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { cleanPlaybook } from "./clean-playbook.ts";
import { startServer } from "./client.ts";

/**
 * What docs/editors.md tells users of Helix, and what Helix says of itself: the capabilities are those of its `helix-lsp/src/client.rs`.
 * Where Helix can be had, `extension/helix` drives it; this holds what a screen does not show.
 */
const HELIX: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: false },
    workspaceFolders: true,
    applyEdit: true,
    symbol: { dynamicRegistration: false },
    executeCommand: { dynamicRegistration: false },
    inlayHint: { refreshSupport: false },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      failureHandling: "abort",
      normalizesLineEndings: false,
    },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
    fileOperations: { willRename: true, didRename: true },
  },
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
        insertReplaceSupport: true,
        deprecatedSupport: true,
        tagSupport: { valueSet: [1] },
      },
    },
    hover: { contentFormat: ["markdown"] },
    rename: { dynamicRegistration: false, prepareSupport: true, honorsChangeAnnotations: false },
    formatting: { dynamicRegistration: false },
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: {
          valueSet: [
            "",
            "quickfix",
            "refactor",
            "refactor.extract",
            "refactor.inline",
            "refactor.rewrite",
            "source",
            "source.organizeImports",
          ],
        },
      },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit", "command"] },
    },
    publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
    inlayHint: { dynamicRegistration: false },
  },
  window: { workDoneProgress: true },
  general: { positionEncodings: ["utf-8", "utf-32", "utf-16"] },
};
/** The requests that Helix answers; to any other it answers with an error. */
const ANSWERED = new Set([
  "window/workDoneProgress/create",
  "workspace/applyEdit",
  "workspace/workspaceFolders",
  "workspace/configuration",
  "client/registerCapability",
  "client/unregisterCapability",
  "window/showDocument",
]);

const root = path.join(import.meta.dirname, "../..");
const docs = readFileSync(path.join(root, "docs/editors.md"), "utf8");
const written = /```toml\n([\s\S]*?)```/.exec(docs)?.[1] ?? "";
type Language = {
  readonly name: string;
  readonly "file-types": readonly { readonly glob: string }[];
  readonly "language-servers": string[];
};
type Configuration = {
  readonly "language-server": Readonly<Record<string, { readonly command: string; readonly args: readonly string[] }>>;
  readonly language: readonly Language[];
};
const configuration = parse(written) as unknown as Configuration;
const [language] = configuration.language;
const program = configuration["language-server"][language?.["language-servers"][0] ?? ""];

test("the configuration names a program that this project has, and starts it as it is to be started", () => {
  const { bin } = JSON.parse(readFileSync(path.join(root, "server/package.json"), "utf8")) as { bin: Record<string, string> };
  expect(Object.keys(bin)).toContain(path.basename(program?.command ?? ""));
  expect(program?.args).toEqual(["--stdio"]);
});

test("it claims the files of ours and no other YAML", () => {
  const claimed = picomatch(language?.["file-types"].map(({ glob }) => `**/${glob}`) ?? []);
  for (const ours of ["playbooks/a.playbook.yaml", "a.playbook.yml", "cadence.config.yaml", "team/cadence.assets.yaml"])
    expect(claimed(ours), ours).toBe(true);
  for (const other of ["playbook.yaml", "docker-compose.yml", "a.playbook.yaml.txt", "config.yaml", "a.approval.yaml"])
    expect(claimed(other), other).toBe(false);
});

describe("a client that can what Helix can", () => {
  let folder = "";
  let helix: Awaited<ReturnType<typeof startServer>>;
  const asked: string[] = [];
  const registered: Registration[] = [];
  // A line whose bytes, code points and code units differ, before the place that is found.
  const text = cleanPlaybook
    .replace("    kind: take-away\n", "")
    .replace(/^title: .*$/m, "title: Zürich 👋 déjà {{unheard}}")
    .replace(/\n/, "\nsurprise: 1\n");
  let uri = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "helix-"));
    helix = await startServer(folder, HELIX, undefined, undefined, (method, params) => {
      asked.push(method);
      if (method === "client/registerCapability") registered.push(...(params as RegistrationParams).registrations);
      return method === "workspace/configuration" ? [null] : null;
    });
    uri = helix.uri("a.playbook.yaml");
    await helix.open(uri, text);
  });
  afterAll(async () => {
    await helix.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
  const bytes = (line: string, until: string) => Buffer.byteLength(line.slice(0, line.indexOf(until)));

  test("counts bytes, as it likes best", async () => {
    expect(helix.capabilities.positionEncoding).toBe("utf-8");
    const { diagnostics, version } = await helix.diagnostics(uri, 1);
    expect(version).toBe(1);
    const lines = text.split("\n");
    for (const { range } of diagnostics) {
      expect(range.end.line).toBeLessThan(lines.length);
      expect(range.end.character).toBeLessThanOrEqual(Buffer.byteLength(lines[range.end.line] ?? ""));
    }
    expect(diagnostics.map(({ code }) => code)).toContain("ends-with-take-away");
  });

  test("is asked for nothing that it does not answer, and told of no pattern that it cannot read", async () => {
    await helix.diagnostics(uri, 1);
    expect(asked.filter((method) => !ANSWERED.has(method))).toEqual([]);
    expect(registered.map(({ method }) => method)).toEqual(["workspace/didChangeWatchedFiles"]);
    const patterns = registered.flatMap(({ registerOptions }) =>
      (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers.map(({ globPattern }) => globPattern),
    );
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(pattern).toBeTypeOf("string");
  });

  test("gets an edit for an action it resolves, in bytes and for the version it has", async () => {
    const { diagnostics } = await helix.diagnostics(uri, 1);
    const unknown = diagnostics.find(({ message }) => String(message).includes("surprise"));
    if (!unknown) throw new Error(`Nothing was said of the key: ${JSON.stringify(diagnostics)}`);
    const actions = await helix.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: unknown.range,
      context: { diagnostics: [unknown], triggerKind: 1 },
    });
    const edits: WorkspaceEdit[] = [];
    for (const action of actions) {
      const { edit } =
        action.edit || action.command ? action : await helix.connection.sendRequest<CodeAction>("codeAction/resolve", action);
      if (edit) edits.push(edit);
    }
    expect(edits.length).toBeGreaterThan(0);
    for (const { documentChanges = [] } of edits)
      for (const { textDocument } of documentChanges as TextDocumentEdit[]) expect(textDocument).toEqual({ uri, version: 1 });
  });

  test("hovers, completes, gets hints and renames", async () => {
    const hover = await helix.connection.sendRequest<Hover>("textDocument/hover", at(0, 1));
    expect(hover.contents).toMatchObject({ kind: "markdown" });
    const lines = text.split("\n");
    const channel = lines.findIndex((line) => line.includes("channel: "));
    const line = lines[channel] ?? "";
    const answer = await helix.connection.sendRequest<CompletionList | CompletionItem[]>(
      "textDocument/completion",
      at(channel, bytes(line, "channel: ") + "channel: ".length),
    );
    const items = Array.isArray(answer) ? answer : answer.items;
    expect(items.map(({ label }) => label)).toContain("voicemail");
    const hints = await helix.connection.sendRequest<InlayHint[]>("textDocument/inlayHint", {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
    });
    expect(hints.length).toBeGreaterThan(0);
    const id = lines.findIndex((one) => /- id: /.test(one));
    const place = at(id, bytes(lines[id] ?? "", "id: ") + 5);
    expect(await helix.connection.sendRequest("textDocument/prepareRename", place)).toBeTruthy();
    const renamed = await helix.connection.sendRequest<WorkspaceEdit>("textDocument/rename", { ...place, newName: "first-hello" });
    expect(renamed.documentChanges?.length).toBeGreaterThan(0);
  });
});
