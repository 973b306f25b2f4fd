import {
  type ClientCapabilities,
  CodeActionKind,
  FileOperationPatternKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { FIX_ALL } from "./code-actions.ts";
import { commands } from "./commands.ts";
import type { Encoding } from "./encoding.ts";
import { legend } from "./semantic-tokens.ts";

const OURS = "**/*.playbook.{yaml,yml}";

// Of any scheme: in a browser no file is a `file:`.
const OURS_OR_FOLDERS = [
  { pattern: { glob: OURS, matches: FileOperationPatternKind.file } },
  { pattern: { glob: "**", matches: FileOperationPatternKind.folder } },
];

/** Whether a client asks for diagnostics instead of being told. It would show each twice if it got both. */
export const pulls = (client: ClientCapabilities): boolean => client.textDocument?.diagnostic !== undefined;

/** What the server can do for a client. */
export function abilities(client: ClientCapabilities, positionEncoding: Encoding): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [":", " ", "-", "{"], resolveProvider: true, completionItem: { labelDetailsSupport: true } },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorRewrite, FIX_ALL],
      resolveProvider: true,
    },
    ...(pulls(client)
      ? { diagnosticProvider: { identifier: "cadence", interFileDependencies: true, workspaceDiagnostics: true, workDoneProgress: true } }
      : {}),
    codeLensProvider: {},
    definitionProvider: { workDoneProgress: true },
    referencesProvider: { workDoneProgress: true },
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true, workDoneProgress: true },
    linkedEditingRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: { workDoneProgress: true },
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: { legend, full: { delta: true }, range: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
    executeCommandProvider: { commands: Object.keys(commands) },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: { filters: OURS_OR_FOLDERS },
        didRename: { filters: OURS_OR_FOLDERS },
      },
    },
  };
}
