import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClientCapabilities, Position } from "vscode-languageserver-protocol";
import { startServer } from "./client.ts";

/** A text that holds `|>` where the cursor is: the text without it, and where that is. */
export function cursor(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf("|>");
  if (offset < 0) throw new Error("The text says nowhere where the cursor is.");
  const before = marked.slice(0, offset).split("\n");
  return { text: marked.replace("|>", ""), position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

/** The words of a text that a range holds. */
export function cut(text: string, { start, end }: { start: Position; end: Position }): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: Position) => lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
  return text.slice(offset(start), offset(end));
}

/**
 * A folder with some files in it, the server in it, and a way to ask it. Each text that is asked about is opened under a name of
 * its own, so that many tests can share one server.
 */
export async function startWorkspace(files: Readonly<Record<string, string>> = {}, capabilities: ClientCapabilities = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "cadence-asked-"));
  mkdirSync(path.join(folder, ".git"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const server = await startServer(folder, capabilities);
  let names = 0;

  /** Opens a text and answers its address. */
  async function opened(text: string, name = `asked-${++names}.playbook.yaml`): Promise<string> {
    const uri = server.uri(name);
    await server.open(uri, text);
    return uri;
  }

  return {
    ...server,
    folder,
    opened,
    /** Asks about a place in a text, marked with `|>`. */
    async at<R>(method: string, marked: string, more: object = {}): Promise<R> {
      const { text, position } = cursor(marked);
      return server.connection.sendRequest<R>(method, { textDocument: { uri: await opened(text) }, position, ...more });
    },
    /** Asks about a whole text. */
    async about<R>(method: string, text: string, more: object = {}): Promise<R> {
      return server.connection.sendRequest<R>(method, { textDocument: { uri: await opened(text) }, ...more });
    },
    async end(): Promise<void> {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
