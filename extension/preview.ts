import {
  commands,
  type Disposable,
  type Event,
  type ExtensionContext,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Preview, Said, Told } from "./drawn.ts";

const KIND = "cadence.preview";

/**
 * Shows the timeline and the paths of the playbook that is written, beside it. `running` is the client, while there is one;
 * `started` tells of each new one.
 */
export function preview(context: ExtensionContext, running: () => BaseLanguageClient | undefined, started: Event<void>): Disposable[] {
  let panel: WebviewPanel | undefined;
  /** The playbook that is shown, by its address. */
  let shown: string | undefined;
  let asking = false;
  let again = false;

  const tell = (told: Told) => void panel?.webview.postMessage(told);
  const open = () => workspace.textDocuments.find(({ uri }) => uri.toString() === shown);

  /** Draws what the text says now. While one answer is awaited, any number of keys ask for one more. */
  async function draw(): Promise<void> {
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again && panel) {
        again = false;
        const document = open();
        if (!document) break;
        const { uri, version } = document;
        const found = await ask(uri);
        if (!found || uri.toString() !== shown) continue;
        tell({ kind: "preview", uri: uri.toString(), name: nameOf(uri), preview: found });
        // The server has not heard of the newest key yet.
        if (found.version < version) again = true;
      }
    } finally {
      asking = false;
    }
    pointAt();
  }

  const ask = async (uri: Uri): Promise<Preview | null> => {
    try {
      return (await running()?.sendRequest<Preview | null>("cadence/drawing", { textDocument: { uri: uri.toString() } })) ?? null;
    } catch {
      // A server that is starting again is asked again with the next key.
      return null;
    }
  };

  function pointAt(): void {
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown);
    if (editor && shown !== undefined) tell({ kind: "cursor", uri: shown, line: editor.selection.active.line });
  }

  function follow(document: TextDocument | undefined): void {
    if (!panel || !document || !isPlaybook(document)) return;
    shown = document.uri.toString();
    panel.title = `Preview: ${nameOf(document.uri)}`;
    void draw();
  }

  async function show(given: unknown): Promise<void> {
    const uri = addressIn(given) ?? window.activeTextEditor?.document.uri;
    const document = uri && (await workspace.openTextDocument(uri));
    if (!document || !isPlaybook(document)) {
      void window.showInformationMessage("Open a playbook first; then this shows its timeline and paths beside it.");
      return;
    }
    if (panel) panel.reveal(undefined, true);
    else await adopt(window.createWebviewPanel(KIND, "Preview", { viewColumn: ViewColumn.Beside, preserveFocus: true }));
    follow(document);
  }

  async function adopt(made: WebviewPanel): Promise<void> {
    panel = made;
    made.onDidDispose(() => {
      if (panel === made) panel = undefined;
    });
    const file = (theme: string) => Uri.joinPath(context.extensionUri, "images", `file-${theme}.svg`);
    made.iconPath = { light: file("light"), dark: file("dark") };
    made.webview.onDidReceiveMessage((said: Said) => (said.kind === "go" ? go(said) : draw()));
    // What the page needs is written into it, so that it may load nothing at all.
    made.webview.options = { enableScripts: true, localResourceRoots: [] };
    const part = async (name: string) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, "dist", name)));
    made.webview.html = page(await part("preview.js"), await part("preview.css"));
  }

  /** Goes to where something is written, in the editor that shows it. */
  async function go({ uri, range: { start } }: Extract<Said, { kind: "go" }>): Promise<void> {
    const place = new Range(start.line, start.character, start.line, start.character);
    const group = window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
    );
    const editor = await window.showTextDocument(Uri.parse(uri), { viewColumn: group?.viewColumn ?? ViewColumn.One });
    editor.selection = new Selection(place.start, place.end);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  return [
    { dispose: () => panel?.dispose() },
    commands.registerCommand("cadence.showPreview", show),
    window.registerWebviewPanelSerializer(KIND, {
      async deserializeWebviewPanel(revived, state: { uri?: string } | undefined) {
        panel?.dispose();
        await adopt(revived);
        const document =
          state?.uri &&
          (await workspace.openTextDocument(Uri.parse(state.uri)).then(
            (one) => one,
            () => undefined,
          ));
        follow(document || window.activeTextEditor?.document);
      },
    }),
    started(draw),
    window.onDidChangeActiveTextEditor((editor) => follow(editor?.document)),
    workspace.onDidChangeTextDocument(({ document }) => (document.uri.toString() === shown ? draw() : undefined)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => (textEditor.document.uri.toString() === shown ? pointAt() : undefined)),
  ];
}

const isPlaybook = ({ languageId, uri }: TextDocument) =>
  languageId === "cadence-playbook" && !/cadence\.(config|assets)\.ya?ml$/.test(uri.path);

/** The address that a lens, the editor's title or a row of the Playbooks view gives along. */
function addressIn(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  const address = typeof given === "object" && given !== null && "uri" in given ? given.uri : given;
  return typeof address === "string" ? Uri.parse(address) : undefined;
}

/** The name of a playbook's file without what all of them end in. */
const nameOf = ({ path }: Uri) => (path.split("/").at(-1) ?? "").replace(/\.playbook\.ya?ml$/, "");

/** A page that runs the one script and wears the one style that are written into it, and loads nothing. */
function page(script: string, style: string): string {
  const nonce = crypto.randomUUID();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<p id="note" role="status"></p>
<main></main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}
