import { type Disposable, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Tells the server where the cursor goes, which it cannot see, where findings wait for it to leave a word. `running` is the client, while there is one. */
export const cursor = (running: () => BaseLanguageClient | undefined): Disposable =>
  window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
    if (document.languageId !== "cadence-playbook" || workspace.getConfiguration("cadence").get("findings.whileTyping") !== "held") return;
    const { line, character } = selection.active;
    const params = { textDocument: { uri: document.uri.toString() }, position: { line, character } };
    // A server that is starting again holds nothing back.
    running()
      ?.sendNotification("cadence/cursor", params)
      .catch(() => undefined);
  });
