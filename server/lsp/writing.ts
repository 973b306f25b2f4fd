import type { Writable } from "node:stream";
import {
  type Diagnostic,
  type Message,
  type MessageWriter,
  type PublishDiagnosticsParams,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { beside } from "../core/index.ts";

/** What a diagnostic is in bytes. */
const written = beside<Uint8Array>();

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), "utf8");

/**
 * A message in bytes, as JSON. Of the diagnostics of a long document all but a few are those of the key before, and are not written anew: that
 * took as long as a tenth of what else a key asks for.
 */
export function encoded(message: Message): Uint8Array {
  const { method, params } = message as { readonly method?: string; readonly params?: PublishDiagnosticsParams };
  if (method !== "textDocument/publishDiagnostics" || !params || params.diagnostics.length === 0) return bytesOf(message);
  const { diagnostics, ...rest } = params;
  // Everything but the list, which comes last and is empty: it is filled before the three brackets that are left are closed.
  const whole = bytesOf({ ...message, params: { ...rest, diagnostics: [] } });
  const parts: Uint8Array[] = [whole.subarray(0, whole.length - CLOSED.length)];
  for (const [i, diagnostic] of diagnostics.entries()) {
    if (i > 0) parts.push(COMMA);
    parts.push(pieceOf(diagnostic));
  }
  parts.push(CLOSED);
  return Buffer.concat(parts);
}

const COMMA = Buffer.from(",");
const CLOSED = Buffer.from("]}}");

function pieceOf(diagnostic: Diagnostic): Uint8Array {
  const known = written.get(diagnostic);
  if (known) return known;
  const made = bytesOf(diagnostic);
  written.set(diagnostic, made);
  return made;
}

/** Writes messages to a stream, the way `StreamMessageWriter` does. */
export const writerOn = (stream: Writable): MessageWriter =>
  new StreamMessageWriter(stream, { contentTypeEncoder: { name: "application/json", encode: async (message) => encoded(message) } });
