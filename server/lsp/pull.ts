import {
  type CancellationToken,
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
import { type Desk, given } from "./desk.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { Known, ToJudge } from "./host.ts";
import { turn } from "./turn.ts";
import { type Found, foundIn, told } from "./unopened.ts";

/** What was told of a file that is not open, and of what it was told. */
type Last = { readonly stamp: string; readonly known: Known; readonly today: string; readonly resultId: string };

/** A file of the workspace, and of what something is to be said of it. */
type Asked = ToJudge & { readonly stamp: string; readonly today: string };

/** Files from which threads of their own save more than their start costs. */
const MANY = 100;

/** Files told of at a time where a client takes an answer in parts. */
const PART = 50;

/** Tells a client that what it asked for has changed meanwhile, so that it asks once more. */
const askedTooSoon = (what: string) => new ResponseError(LSPErrorCodes.ServerCancelled, what, { retriggerRequest: true });

/** Answers clients that ask for diagnostics, for one document or for all files of the workspace. */
export function createPulls(desk: Desk) {
  const last = new Map<string, Last>();

  async function one({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken) {
    desk.staying();
    const asked = desk.documents.get(uri)?.version;
    const opened = await desk.opened(uri);
    if (token.isCancellationRequested || (opened && opened.document.version !== asked)) throw askedTooSoon("The text has changed since.");
    const items = opened ? desk.toldOf(opened).map((finding) => toDiagnostic(finding, uri)) : [];
    return reported(uri, told(items, previousResultId));
  }

  const reported = (uri: string, { resultId, items }: Found): DocumentDiagnosticReport =>
    items
      ? { kind: DocumentDiagnosticReportKind.Full, resultId, items: desk.told(items, uri) }
      : { kind: DocumentDiagnosticReportKind.Unchanged, resultId };

  async function all(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    part: ((items: WorkspaceDocumentDiagnosticReport[]) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    desk.staying();
    const { state } = desk;
    const today = desk.host.today();
    // What was judged by another configuration must not stand beside what is judged by this one.
    const going = () => {
      given(token);
      if (desk.state !== state) throw askedTooSoon("What the playbooks are judged by has changed since.");
    };
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    // The client may write the address of a file otherwise than we do, and would take one file for two.
    const keyOf = (uri: string) => desk.host.pathOf(uri) ?? uri;
    const written = new Map(previousResultIds.map(({ uri }) => [keyOf(uri), uri]));
    const files = (await desk.list()).map(({ uri, stamp }) => ({
      uri: desk.documents.get(uri) ? uri : (written.get(keyOf(uri)) ?? uri),
      stamp,
    }));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let sent = 0;
    const tell = (report: WorkspaceDocumentDiagnosticReport) => {
      items.push(report);
      if (part && items.length - sent >= PART) {
        part(items.slice(sent));
        sent = items.length;
      }
      if (items.length % 20 === 0) progress.report(Math.floor((100 * items.length) / files.length), `${items.length} of ${files.length}`);
    };
    progress.begin("Checking playbooks", 0, `${files.length} files`, true);
    try {
      const rest = new Map<string, Asked>();
      for (const { uri, stamp } of files) {
        going();
        const asked = { uri, stamp, previous: previous.get(uri), known: await desk.learn(uri), today };
        const report = await atHand(asked);
        if (report) tell(report);
        else rest.set(uri, asked);
      }
      if (rest.size >= MANY) await judgedElsewhere(rest, today, going, tell);
      for (const asked of rest.values()) {
        going();
        tell(await judgedHere(asked));
      }
      going();
      // What was told of a file that is gone is taken back.
      const there = new Set(files.map(({ uri }) => uri));
      for (const uri of previous.keys())
        if (!there.has(uri) && !desk.documents.get(uri))
          items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
      for (const uri of last.keys()) if (!there.has(uri)) last.delete(uri);
    } finally {
      progress.done();
    }
    if (!part) return { items };
    part(items.slice(sent));
    return { items: [] };
  }

  /** What can be said of a file without judging it anew: it is open, or nothing has changed since. */
  async function atHand({ uri, stamp, previous, known, today }: Asked): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    if (desk.documents.get(uri)) {
      const opened = await desk.opened(uri);
      const items = (opened ? desk.toldOf(opened) : []).map((finding) => toDiagnostic(finding, uri));
      return { uri, version: opened?.document.version ?? null, ...reported(uri, told(items, previous)) };
    }
    const before = last.get(uri);
    if (!before || before.resultId !== previous || before.stamp !== stamp || before.known !== known || before.today !== today)
      return undefined;
    return { uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
  }

  /** Has many files judged by other threads. Those of which `asked` still holds something afterwards were not. */
  async function judgedElsewhere(
    asked: Map<string, Asked>,
    today: string,
    going: () => void,
    tell: (report: WorkspaceDocumentDiagnosticReport) => void,
  ): Promise<void> {
    const how = { today, texts: desk.encoding !== "utf-16" };
    try {
      await desk.host.judgeElsewhere?.([...asked.values()], how, (batch) => {
        going();
        for (const { uri, found, text } of batch) {
          const one = asked.get(uri);
          // Whoever has opened a file meanwhile is told of it as it stands there.
          if (!one || desk.documents.get(uri)) continue;
          asked.delete(uri);
          tell(report(one, found, text));
        }
      });
    } catch (error) {
      going();
      desk.connection.console.warn(`Files are checked one after the other, because no thread could be had for them: ${String(error)}`);
    }
  }

  async function judgedHere(asked: Asked): Promise<WorkspaceDocumentDiagnosticReport> {
    const { uri } = asked;
    const open = desk.documents.get(uri) && (await atHand(asked));
    if (open) return open;
    const text = await desk.host.read(uri);
    if (text === undefined) return report(asked, undefined, undefined);
    await turn();
    return report(asked, foundIn(asked, text, { today: asked.today, file: desk.host.pathOf(uri) }), text);
  }

  /** What is told of a file that was judged, and remembered as told. */
  function report(
    { uri, stamp, known, today }: Asked,
    found: Found | undefined,
    text: string | undefined,
  ): WorkspaceDocumentDiagnosticReport {
    if (!found) return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (text !== undefined) desk.mention(uri, text);
    last.set(uri, { stamp, known, today, resultId: found.resultId });
    return { uri, version: null, ...reported(uri, found) };
  }

  return { one, all };
}
