import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { check, fixAll, type Knowledge, kindOfFile, offsetAt, type Report } from "../core/index.ts";
import { serveApprovals } from "./approval.ts";
import { codeActions, FIX_ALL } from "./code-actions.ts";
import { completionsAt } from "./completion.ts";
import { toDiagnostic } from "./diagnostics.ts";
import type { Host, Known } from "./host.ts";
import { hoverAt } from "./hover.ts";

/** Answers a client on a connection until it leaves. Wiring only: each request is one call into the file named after it. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const openFiles = new Map<string, TextDocument>();
  const knowledge = host.knowledge((file) => openFiles.get(file)?.getText());
  const reports = new Map<string, { readonly version: number; readonly known: Known; readonly report: Report }>();
  const waiting = new Map<string, number>();
  let client: InitializeParams["capabilities"] = {};

  const pulls = () => client.textDocument?.diagnostic !== undefined;
  const knownTo = (uri: string): Known => {
    const file = host.pathOf(uri);
    return (file !== undefined && knowledge.peek(file)) || {};
  };

  /** What a document is judged with, besides its own text. */
  const knowledgeOf = (uri: string): Knowledge => ({
    kind: kindOfFile(uri) ?? "playbook",
    ...knownTo(uri),
    file: host.pathOf(uri),
    today: host.today(),
  });

  /** The verdict on what a document says now, made once for each version and each state of the files around it. */
  function reportOn(document: TextDocument): Report {
    const known = knownTo(document.uri);
    const made = reports.get(document.uri);
    if (made?.version === document.version && made.known === known) return made.report;
    const report = check(document.getText(), knowledgeOf(document.uri));
    reports.set(document.uri, { version: document.version, known, report });
    return report;
  }

  const diagnosticsOf = (document: TextDocument): Diagnostic[] =>
    reportOn(document).findings.map((finding) => toDiagnostic(finding, document.uri));

  /** Learns about the files around a document, once; answers whether it is still open. */
  async function learn(uri: string): Promise<TextDocument | undefined> {
    const file = host.pathOf(uri);
    if (file !== undefined && !knowledge.peek(file)) await knowledge.for(file);
    return documents.get(uri);
  }

  /**
   * Publishes the newest version of a document as soon as no newer one is already waiting to be read. There is no timer:
   * the wait is one turn of the event loop, in which a change that has arrived takes the older one's place.
   */
  function publish(uri: string): void {
    if (pulls()) return;
    const version = documents.get(uri)?.version;
    if (version === undefined) return;
    waiting.set(uri, version);
    setImmediate(() =>
      setImmediate(async () => {
        if (waiting.get(uri) !== version) return;
        waiting.delete(uri);
        const document = await learn(uri);
        if (document?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(document) });
      }),
    );
  }

  const approvals =
    host.approvals &&
    serveApprovals(connection, host.approvals, {
      text: (uri) => documents.get(uri)?.getText(),
      pathOf: host.pathOf,
      refreshes: () => client.workspace?.codeLens?.refreshSupport === true,
    });

  /** Files around the documents changed, so every verdict may have. */
  function recheckAll(): void {
    knowledge.forget();
    approvals?.changed();
    if (pulls()) {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
      return;
    }
    for (const { uri } of documents.all()) publish(uri);
  }

  connection.onInitialize(({ capabilities }): InitializeResult => {
    client = capabilities;
    return {
      serverInfo: { name: "cadence-language-server" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [":", " ", "-", "{"] },
        ...(host.approvals ? { codeLensProvider: {} } : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        ...(pulls() ? { diagnosticProvider: { identifier: "cadence", interFileDependencies: true, workspaceDiagnostics: false } } : {}),
      },
    };
  });

  connection.onInitialized(() => {
    if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: "**/cadence.{config,assets}.{yaml,yml}" },
          { globPattern: "**/approved/*/newest.yaml" },
          { globPattern: "**/allowed_signers" },
        ],
      })
      .catch((error: unknown) => connection.console.warn(`The editor does not watch files: ${String(error)}`));
  });

  connection.onDidChangeWatchedFiles(recheckAll);

  const shared = (uri: string) => ["config", "assets"].includes(kindOfFile(uri) ?? "");
  documents.onDidOpen(({ document }) => {
    const file = host.pathOf(document.uri);
    if (file !== undefined) openFiles.set(file, document);
  });
  documents.onDidChangeContent(({ document }) => {
    if (shared(document.uri)) recheckAll();
    publish(document.uri);
  });
  documents.onDidClose(({ document }) => {
    const file = host.pathOf(document.uri);
    if (file !== undefined) openFiles.delete(file);
    reports.delete(document.uri);
    waiting.delete(document.uri);
    if (shared(document.uri)) recheckAll();
    // What is closed is no longer ours to judge; its squiggles go with it.
    if (!pulls()) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const asked = documents.get(uri)?.version;
    const document = await learn(uri);
    if (token.isCancellationRequested || (document && document.version !== asked))
      throw new ResponseError(LSPErrorCodes.ServerCancelled, "The text has changed since.", { retriggerRequest: true });
    return { kind: DocumentDiagnosticReportKind.Full, items: document ? diagnosticsOf(document) : [] };
  });

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const document = await learn(uri);
    if (!document) return null;
    const report = reportOn(document);
    return hoverAt(report, offsetAt(report.source.text, report.source.lines, position), knownTo(uri)) ?? null;
  });

  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const document = await learn(uri);
    if (!document) return [];
    const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    return completionsAt(document.getText(), position, { kind: kindOfFile(uri) ?? "playbook", known: knownTo(uri), snippets });
  });

  connection.onCodeAction(async (params) => {
    const { uri } = params.textDocument;
    const document = await learn(uri);
    if (!document) return [];
    const target = { uri, version: document.version, versioned: client.workspace?.workspaceEdit?.documentChanges === true };
    return codeActions(reportOn(document), target, params, () => fixAll(document.getText(), knowledgeOf(uri)));
  });

  documents.listen(connection);
  connection.listen();
}
