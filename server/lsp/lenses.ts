import type { ClientCapabilities, CodeLens } from "vscode-languageserver";
import { locate, type Report, rangeOf } from "../core/index.ts";
import { provedOf } from "./proof.ts";

/** The client's command that shows a playbook's preview beside its text: the document's address. */
const PREVIEW = "cadence.showPreview";
/** Our command that tells of a playbook's paths, for every client: the document's address. */
export const TELL_PATHS = "cadence.tellPaths";

/** Whether a client can show a preview: it names the command under `experimental`, as clients name commands of their own to servers. */
export function previews({ experimental }: ClientCapabilities): boolean {
  const { commands } = (experimental as { commands?: { commands?: unknown } } | null | undefined)?.commands ?? {};
  return Array.isArray(commands) && commands.includes(PREVIEW);
}

/** The lens over a playbook's first line that opens its preview. */
export function previewLens(uri: string, { kind }: Report): CodeLens[] {
  return kind === "playbook" ? [{ range: FIRST, command: { title: "Preview", command: PREVIEW, arguments: [uri] } }] : [];
}

/**
 * The lens over the touches that says whether every promise holds on every run. Where all hold and the client draws previews, it
 * opens one; else it tells. None where nothing is sent or nothing can be read.
 */
export function pathsLens(uri: string, report: Report, preview: boolean): CodeLens[] {
  const proved = provedOf(report);
  if (!proved) return [];
  const command = proved.holds && preview ? PREVIEW : TELL_PATHS;
  const range = rangeOf(report.source.lines, locate(report.source, { path: ["touches"], on: "key" }));
  return [{ range, command: { title: proved.title, command, arguments: [uri] } }];
}

/** Where lenses about the whole file stand. */
export const FIRST = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
