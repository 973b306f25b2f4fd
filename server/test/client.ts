import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const bin = path.join(import.meta.dirname, "../bin/cadence-language-server.js");

/**
 * The real language server, or another program, in a process of its own, spoken to over standard input and output. Whatever it asks is
 * answered with nothing, or by `answer`.
 */
export async function startServer(
  folder: string,
  capabilities: ClientCapabilities = {},
  program: string = bin,
  folders?: readonly string[],
  answer?: (method: string, params: unknown) => unknown,
) {
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const published: PublishDiagnosticsParams[] = [];
  let wake = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
    wake();
  });
  if (answer) (connection as MessageConnection).onRequest((method, params) => answer(method, params));
  else {
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("workspace/diagnostic/refresh", () => null);
  }
  connection.listen();
  const died = once(child, "exit").then(([code]) => Promise.reject(new Error(`The server left with ${code}: ${errors.join("")}`)));
  died.catch(() => {});
  const initialized = await Promise.race([
    connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      ...(folders ? { workspaceFolders: folders.map((one) => ({ uri: pathToFileURL(one).href, name: path.basename(one) })) } : {}),
      capabilities,
    }),
    died,
  ]);
  await connection.sendNotification("initialized", {});

  return {
    pid: child.pid ?? 0,
    connection,
    capabilities: initialized.capabilities,
    published,
    errors,
    uri: (name: string) => pathToFileURL(path.join(folder, name)).href,
    open: (uri: string, text: string, version = 1) =>
      connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "cadence-playbook", version, text } }),
    change: (uri: string, version: number, contentChanges: readonly unknown[]) =>
      connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    /** Waits for diagnostics of a document at a version; rejects when the server dies first. */
    async diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
      for (;;) {
        const found = published.findLast((params) => params.uri === uri && (version === undefined || params.version === version));
        if (found) return found;
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          died,
        ]);
      }
    },
    /** Says goodbye as the protocol asks; answers the exit code. */
    async stop(): Promise<number | null> {
      const exit = once(child, "exit");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const [code] = (await exit) as [number | null];
      connection.dispose();
      return code;
    },
  };
}
