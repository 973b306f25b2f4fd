import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { check } from "../core/index.ts";
import { type Desk, given } from "./desk.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { Known } from "./host.ts";
import { turn } from "./turn.ts";

/** What was told of a file that is not open, and of what it was told. */
type Told = { readonly stamp: string; readonly known: Known; readonly today: string; readonly resultId: string };

/** Files told of at a time where a client takes an answer in parts. */
const PART = 50;

/** Answers clients that ask for diagnostics, for one document or for all files of the workspace. */
export function createPulls(desk: Desk) {
  const told = new Map<string, Told>();

  async function one({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken) {
    const asked = desk.documents.get(uri)?.version;
    const opened = await desk.opened(uri);
    if (token.isCancellationRequested || (opened && opened.document.version !== asked))
      throw new ResponseError(LSPErrorCodes.ServerCancelled, "The text has changed since.", { retriggerRequest: true });
    const items = opened ? desk.toldOf(opened).map((finding) => toDiagnostic(finding, uri)) : [];
    return reported(uri, items, previousResultId);
  }

  /** A report under an id made of what it says, so that an id means the same after a restart. */
  function reported(uri: string, items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
    const resultId = fingerprint(items);
    return previous === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: desk.told(items, uri) };
  }

  async function all(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    part: ((items: WorkspaceDocumentDiagnosticReport[]) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const files = await desk.host.list(desk.folders);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let sent = 0;
    progress.begin("Checking playbooks", 0, `${files.length} files`, true);
    try {
      for (const [i, { uri, stamp }] of files.entries()) {
        given(token);
        items.push(await fileReport(uri, stamp, previous.get(uri)));
        if (part && items.length - sent >= PART) {
          part(items.slice(sent));
          sent = items.length;
        }
        if (i % 20 === 19) progress.report(Math.floor((100 * (i + 1)) / files.length), `${i + 1} of ${files.length}`);
      }
      // What was told of a file that is gone is taken back.
      const there = new Set(files.map(({ uri }) => uri));
      for (const uri of previous.keys())
        if (!there.has(uri) && !desk.documents.get(uri))
          items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
      for (const uri of told.keys()) if (!there.has(uri)) told.delete(uri);
    } finally {
      progress.done();
    }
    if (!part) return { items };
    part(items.slice(sent));
    return { items: [] };
  }

  async function fileReport(uri: string, stamp: string, previous: string | undefined): Promise<WorkspaceDocumentDiagnosticReport> {
    const open = desk.documents.get(uri);
    if (open) {
      const opened = await desk.opened(uri);
      const items = (opened ? desk.toldOf(opened) : []).map((finding) => toDiagnostic(finding, uri));
      return { uri, version: opened?.document.version ?? null, ...reported(uri, items, previous) };
    }
    const known = await desk.learn(uri);
    const today = desk.host.today();
    const before = told.get(uri);
    if (before && before.resultId === previous && before.stamp === stamp && before.known === known && before.today === today)
      return { uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
    const text = await desk.host.read(uri);
    if (text === undefined) return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] };
    await turn();
    desk.mention(uri, text);
    const items = check(text, desk.knowledgeOf(uri)).findings.map((finding) => toDiagnostic(finding, uri));
    const made = reported(uri, items, previous);
    told.set(uri, { stamp, known, today, resultId: made.resultId ?? "" });
    return { uri, version: null, ...made };
  }

  return { one, all };
}

/** A short name for what some diagnostics say (FNV-1a over their JSON, twice, 64 bits in all). */
function fingerprint(items: readonly Diagnostic[]): string {
  const words = JSON.stringify(items);
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}-${words.length.toString(36)}`;
}
