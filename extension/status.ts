import { DiagnosticSeverity, type Disposable, languages, StatusBarAlignment, type TextEditor, type Uri, window } from "vscode";

/** How the open playbook stands, in the status bar: what is found in it, or that nothing is. Choosing it opens the list. */
export function statusBar(): Disposable[] {
  const item = window.createStatusBarItem("cadence.status", StatusBarAlignment.Left, 50);
  item.name = "Cadence Playbooks";
  item.command = "workbench.actions.view.problems";

  function show(editor: TextEditor | undefined = window.activeTextEditor): void {
    if (editor?.document.languageId !== "cadence-playbook") {
      item.hide();
      return;
    }
    const { errors, words } = countsOf(editor.document.uri);
    item.text = words === "" ? "$(pass) Cadence" : `$(${errors > 0 ? "error" : "warning"}) Cadence: ${words}`;
    item.tooltip = words === "" ? "Nothing to object to in this file." : `${words} in this file. Choose this to see them.`;
    item.accessibilityInformation = { label: words === "" ? "Cadence: nothing to object to" : `Cadence: ${words}` };
    item.show();
  }

  show();
  return [
    item,
    window.onDidChangeActiveTextEditor((editor) => (editor ? show(editor) : item.hide())),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const open = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === open)) show();
    }),
  ];
}

/** How many errors and warnings of ours a file has, open or not, also in words. */
export function countsOf(uri: Uri): { readonly errors: number; readonly words: string } {
  const found = languages.getDiagnostics(uri).filter(({ source }) => source === "cadence");
  const count = (severity: DiagnosticSeverity) => found.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
  return { errors, words: [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ") };
}

const counted = (count: number, one: string) => (count === 0 ? "" : `${count} ${one}${count === 1 ? "" : "s"}`);
