import type { ClientCapabilities, CodeLens } from "vscode-languageserver";
import type { Report } from "../core/index.ts";

/** The client's command that shows a playbook's preview beside its text: the document's address. */
const PREVIEW = "cadence.showPreview";

/** Whether a client can show a preview: it names the command under `experimental`, as clients name commands of their own to servers. */
export function previews({ experimental }: ClientCapabilities): boolean {
  const { commands } = (experimental as { commands?: { commands?: unknown } } | null | undefined)?.commands ?? {};
  return Array.isArray(commands) && commands.includes(PREVIEW);
}

/** The lens over a playbook's first line that opens its preview. */
export function previewLens(uri: string, { kind }: Report): CodeLens[] {
  return kind === "playbook" ? [{ range: FIRST, command: { title: "Preview", command: PREVIEW, arguments: [uri] } }] : [];
}

/** Where lenses about the whole file stand. */
export const FIRST = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
