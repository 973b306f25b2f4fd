import {
  CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import { fixAll, fixRule, getReady, kindOfFile, offsetAt, type Position, type Report, type Span } from "../core/index.ts";
import { abilities, pulls } from "./abilities.ts";
import { serveApprovals } from "./approval.ts";
import { codeActions } from "./code-actions.ts";
import { run } from "./commands.ts";
import { asksForRegion, completionsAt, resolved } from "./completion.ts";
import { createDesk, given, type Opened } from "./desk.ts";
import { type Preview, previewOf } from "./drawing.ts";
import { chosenEncoding } from "./encoding.ts";
import { renamesOfFiles } from "./file-renames.ts";
import { foldingRanges } from "./folding.ts";
import { formatting, onNewLine } from "./formatting.ts";
import { quietly, underway } from "./going.ts";
import type { Host } from "./host.ts";
import { hoverAt } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { pathsLens, previewLens, previews } from "./lenses.ts";
import { documentLinks } from "./links.ts";
import { highlights, linkedEditing, locationOf, nameAt, placesOf } from "./names.ts";
import { playbooksIn } from "./playbooks.ts";
import { createPulls } from "./pull.ts";
import { createPushes } from "./push.ts";
import { renamed, renames } from "./rename.ts";
import { resolvedAction } from "./resolving.ts";
import { selectionAt } from "./selection.ts";
import { forgetTokens, semanticTokens, semanticTokensDelta, semanticTokensIn } from "./semantic-tokens.ts";
import { settingsFrom } from "./settings.ts";
import { shareWords } from "./share-words.ts";
import { documentSymbols, workspaceSymbols } from "./symbols.ts";
import { soon } from "./turn.ts";
import { resolvesEdits } from "./unresolved.ts";

/** What a request about a whole document says. */
type TextDocumentParams = { readonly textDocument: { readonly uri: string } };

/** Answers a client on a connection until it leaves. Wiring only: each request is one call into the file named after it. */
export function serve(connection: Connection, host: Host): void {
  const desk = createDesk(connection, host);
  const { documents, answer } = desk;
  const pulling = createPulls(desk);
  const pushing = createPushes(desk);
  const approvals =
    host.approvals &&
    serveApprovals(connection, host.approvals, {
      text: (uri) => documents.get(uri)?.getText(),
      pathOf: host.pathOf,
      refreshes: () => desk.client.workspace?.codeLens?.refreshSupport === true,
    });
  const at = ({ source: { text, lines } }: Report, position: Position) => offsetAt(text, lines, position);

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri, initializationOptions }): InitializeResult => {
    const encoding = chosenEncoding(capabilities.general?.positionEncodings);
    desk.meet(capabilities, encoding, workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: "" }] : []));
    desk.setSettings(settingsFrom(initializationOptions));
    // Once this is answered, and while the editor makes of it what it can.
    soon(() => soon(getReady));
    return { serverInfo: { name: "cadence-language-server" }, capabilities: abilities(capabilities, encoding) };
  });

  connection.onShutdown(() => desk.leave());

  connection.onInitialized(async () => {
    const register = (what: Promise<unknown>) =>
      what.catch((error: unknown) => connection.console.warn(`The editor refused something it said it knows: ${String(error)}`));
    const { workspace } = desk.client;
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void register(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: "**/cadence.{config,assets}.{yaml,yml}" },
            { globPattern: "**/*.playbook.{yaml,yml}" },
            { globPattern: "**/approved/*/newest.yaml" },
            { globPattern: "**/allowed_signers" },
          ],
        }),
      );
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void register(connection.client.register(DidChangeConfigurationNotification.type, { section: "cadence" }));
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        desk.setFolders(
          [...desk.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)].map((uri) => ({ uri, name: "" })),
        );
        // How far around a file is looked may depend on them.
        recheckAll();
      });
    if (workspace?.configuration) await readSettings();
  });

  /** A wish that an editor may refuse, as one does that is closing. Nothing here waits for it, and nothing may end for it. */
  const wish = (asked: Promise<unknown>) =>
    void asked.catch((error: unknown) => connection.tracer.log(`The editor refused to look again: ${String(error)}`));

  async function readSettings(): Promise<void> {
    try {
      settle(await connection.workspace.getConfiguration("cadence"));
    } catch (error) {
      connection.console.warn(`The editor did not tell its settings, so the careful ones hold: ${String(error)}`);
    }
    if (desk.client.workspace?.inlayHint?.refreshSupport) wish(connection.languages.inlayHint.refresh());
  }
  function settle(written: unknown): void {
    const { whileTyping } = desk.settings;
    desk.setSettings(settingsFrom(written));
    if (desk.settings.whileTyping !== whileTyping) refresh();
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    if (desk.client.workspace?.configuration) return readSettings();
    return settle((settings as { cadence?: unknown } | undefined)?.cadence ?? settings);
  });

  /** Every verdict may be another. */
  function refresh(): void {
    if (!pulls(desk.client)) for (const { uri } of documents.all()) pushing.publish(uri);
    else if (desk.client.workspace?.diagnostics?.refreshSupport) wish(connection.languages.diagnostics.refresh());
  }

  /** A person is elsewhere now, or has saved: what was held back in the word they typed is told. */
  function left(uri: string, place?: Span): void {
    if (!desk.held.left(uri, place)) return;
    if (pulls(desk.client)) refresh();
    else pushing.publish(uri);
  }
  const cursorAt = ({ uri, document }: Opened, start: Position, end = start) =>
    left(uri, [document.offsetAt(start), document.offsetAt(end)]);

  /** Files around the documents changed. */
  function recheckAll(): void {
    desk.forget();
    approvals?.changed();
    refresh();
  }

  const shared = (uri: string) => ["config", "assets"].includes(kindOfFile(uri) ?? "");
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => shared(uri))) return recheckAll();
    if (changes.some(({ uri }) => /(?:newest\.yaml|allowed_signers)$/.test(uri))) approvals?.changed();
    if (pulls(desk.client)) refresh();
  });
  documents.onDidOpen(({ document }) => {
    desk.host.opened?.();
    desk.openAs(document);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (shared(uri)) recheckAll();
    if (!pulls(desk.client)) pushing.publish(uri);
  });
  documents.onDidSave(({ document: { uri } }) => left(uri));
  // For clients that tell where the cursor goes. Others are understood by what they ask.
  connection.onNotification("cadence/cursor", (params: TextDocumentPositionParams) =>
    answer<TextDocumentPositionParams, void>(undefined, (opened, { position }) => cursorAt(opened, position))(
      params,
      CancellationToken.None,
    ),
  );
  documents.onDidClose(({ document }) => {
    desk.close(document);
    forgetTokens(document.uri);
    if (shared(document.uri)) recheckAll();
    if (!pulls(desk.client)) pushing.clear(document.uri);
  });

  connection.languages.diagnostics.on((params, token) => pulling.one(params, token));
  connection.languages.diagnostics.onWorkspace((params, token, progress, result) =>
    pulling.all(params, token, progress, result && ((items) => result.report({ items }))),
  );

  connection.onCodeLens(
    answer([], async ({ uri, report }) => [
      ...((await approvals?.lens(uri)) ?? []),
      ...(previews(desk.client) ? previewLens(uri, report) : []),
      ...pathsLens(uri, report, previews(desk.client)),
    ]),
  );
  connection.onRequest("cadence/playbooks", (token: CancellationToken) => {
    desk.staying();
    return playbooksIn(desk, approvals?.stateOf, quietly(token));
  });
  connection.onRequest(
    "cadence/drawing",
    answer<TextDocumentParams, Preview | null>(null, ({ report, document }) =>
      report.kind === "playbook" ? previewOf(report, document.version) : null,
    ),
  );

  connection.onHover(answer(null, ({ report, known }, { position }) => hoverAt(report, at(report, position), known) ?? null));
  connection.onCompletion(
    answer([], async (opened, { position }) => {
      const { uri, document, known } = opened;
      cursorAt(opened, position);
      const snippets = desk.client.textDocument?.completion?.completionItem?.snippetSupport === true;
      const text = document.getText();
      const kind = kindOfFile(uri) ?? "playbook";
      const regions = kind === "config" && asksForRegion(text, position) ? await host.regionNames?.() : undefined;
      return completionsAt(text, position, { kind, known, snippets, regions });
    }),
  );
  connection.onCompletionResolve((item) => {
    desk.staying();
    return resolved(item);
  });

  const targetOf = ({ uri, document }: Opened) => ({
    uri,
    version: document.version,
    versioned: desk.client.workspace?.workspaceEdit?.documentChanges === true,
    shows: desk.client.window?.showDocument?.support === true,
    resolves: resolvesEdits(desk.client),
  });
  connection.onCodeAction(
    answer([], async (opened, params) => {
      cursorAt(opened, params.range.start, params.range.end);
      const actions = codeActions(opened.report, targetOf(opened), params, {
        all: () => fixAll(opened.document.getText(), desk.knowledgeOf(opened)),
        rule: (rule) => fixRule(opened.document.getText(), rule, desk.knowledgeOf(opened)),
      });
      return [...actions, ...(await shareWords(desk, opened, params))];
    }),
  );
  connection.onCodeActionResolve((action, token) => {
    desk.staying();
    return resolvedAction(desk, action, token);
  });
  connection.onExecuteCommand(({ command, arguments: args }) => run(desk, command, args));

  connection.onDefinition((params, token, progress) =>
    answer([], async (opened, { position }: typeof params) => {
      const name = nameAt(opened.report, at(opened.report, position));
      const places = name ? await underway(token, progress, (going) => placesOf(desk, opened, name, going)) : [];
      return places.filter((place) => place.name.role === "given").map(locationOf);
    })(params, token),
  );
  connection.onReferences((params, token, progress) =>
    answer([], async (opened, { position, context }: typeof params) => {
      const name = nameAt(opened.report, at(opened.report, position));
      const places = name ? await underway(token, progress, (going) => placesOf(desk, opened, name, going)) : [];
      return places.filter((place) => context.includeDeclaration || place.name.role === "used").map(locationOf);
    })(params, token),
  );
  connection.onPrepareRename(answer(null, ({ report }, { position }) => renamed(report, at(report, position))));
  connection.onRenameRequest((params, token, progress) =>
    answer(null, (opened, { position, newName }: typeof params) =>
      underway(token, progress, (going) => renames(desk, opened, at(opened.report, position), newName, going)),
    )(params, token),
  );
  connection.onDocumentHighlight(
    answer([], (opened, { position }) => {
      cursorAt(opened, position);
      return highlights(opened.report, at(opened.report, position));
    }),
  );
  connection.languages.onLinkedEditingRange(answer(null, ({ report }, { position }) => linkedEditing(report, at(report, position))));

  connection.onDocumentSymbol(answer([], ({ report }) => documentSymbols(report.source, report.kind)));
  connection.onWorkspaceSymbol(async ({ query }, token, progress) => {
    desk.staying();
    return desk.told(await underway(token, progress, (going) => workspaceSymbols(desk, query, going)));
  });
  connection.onDocumentLinks(answer([], ({ report, known }) => documentLinks(report, known)));
  connection.onFoldingRanges(answer([], ({ report }) => foldingRanges(report, desk.client.textDocument?.foldingRange?.rangeLimit)));
  connection.onSelectionRanges(
    answer([], ({ report }, { positions }) => positions.map((position) => selectionAt(report, at(report, position)))),
  );
  connection.languages.inlayHint.on(answer([], ({ report }, { range }) => inlayHints(report, range, host.today(), desk.settings)));
  connection.languages.semanticTokens.on(answer({ data: [] }, ({ uri, report }) => semanticTokens(uri, report, desk.encoding)));
  connection.languages.semanticTokens.onDelta(
    answer({ data: [] }, ({ uri, report }, { previousResultId }) => semanticTokensDelta(uri, previousResultId, report, desk.encoding)),
  );
  connection.languages.semanticTokens.onRange(
    answer({ data: [] }, ({ report }, { range }) => semanticTokensIn(report, desk.encoding, range)),
  );

  connection.onDocumentFormatting(answer([], ({ report }) => formatting(report)));
  connection.onDocumentRangeFormatting(answer([], ({ report }, { range }) => formatting(report, range)));
  connection.onDocumentOnTypeFormatting(answer([], ({ report }, { position }) => onNewLine(report, position)));

  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    desk.staying();
    return desk.told(await renamesOfFiles(desk, files, () => given(token)));
  });
  connection.workspace.onDidRenameFiles(recheckAll);

  documents.listen(connection);
  connection.listen();
}
