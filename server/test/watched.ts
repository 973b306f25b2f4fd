import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  type ClientCapabilities,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { createKnowledge } from "../disk/knowledge.ts";
import { list, pathOf, read, uriOf } from "../lsp/locations.ts";
import { serve } from "../lsp/serve.ts";

/** A place where work stops once until it is let go on. */
function gate() {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  let shut = false;
  return {
    reached: reached.promise,
    open: opened.resolve,
    /** From now on, whoever comes waits. */
    shut: () => {
      shut = true;
    },
    async pass() {
      if (!shut) return;
      shut = false;
      reached.resolve();
      await opened.promise;
    },
  };
}

/**
 * The real server over a connection, in this process, on a disk that says what is read and waits where a test tells it to: so the
 * middle of a request is a place, and not a matter of luck. It is gone when the test ends.
 */
export async function startWatched(files: Readonly<Record<string, string>>, capabilities: ClientCapabilities = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "cadence-watched-"));
  mkdirSync(path.join(folder, ".git"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const [up, down] = [new PassThrough(), new PassThrough()];
  const [learning, reading] = [gate(), gate()];
  const reads: string[] = [];
  serve(createConnection(ProposedFeatures.all, up, down), {
    knowledge(readOpen) {
      const known = createKnowledge(readOpen);
      return {
        ...known,
        for: async (file) => {
          reads.push(`around ${path.relative(folder, file)}`);
          const learnt = await known.for(file);
          await learning.pass();
          return learnt;
        },
      };
    },
    read: async (uri) => {
      reads.push(path.relative(folder, pathOf(uri) ?? uri));
      await reading.pass();
      return read(uri);
    },
    ...{ list, pathOf, uriOf, today: () => "2026-03-02" },
  });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    rmSync(folder, { recursive: true });
  });
  await connection.sendRequest("initialize", { processId: null, rootUri: pathToFileURL(folder).href, capabilities });
  await connection.sendNotification("initialized", {});
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  return {
    folder,
    connection,
    uri,
    /** What the server has read so far: files, and what is known around one. */
    reads,
    /** Where it waits once it has learnt what is known around a file. */
    learning,
    /** Where it waits before it reads a file. */
    reading,
    /** Until what was sent has been heard. */
    heard: () => connection.sendRequest("cadence/nothing").catch(() => undefined),
    /** Writes a file, and tells the server. */
    async write(name: string, text: string) {
      writeFileSync(path.join(folder, name), text);
      await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uri(name), type: 2 }] });
    },
    open: (name: string, text: string) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uri(name), languageId: "cadence-playbook", version: 1, text },
      }),
  };
}
