import {
  DiagnosticSeverity,
  type Disposable,
  type Event,
  languages,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
} from "vscode";

/** Whether playbooks are checked: not yet, now, or no more until somebody starts the server again. */
export type Standing = "starting" | "running" | "gone";

/** What the item says while nothing is checked, so that nobody takes a file in which nothing was looked for as one without faults. */
const UNCHECKED = {
  starting: { text: "$(loading~spin) Cadence", tooltip: "The language server is starting. This file is checked in a moment.", command: "" },
  gone: {
    text: "$(debug-disconnect) Cadence: not checked",
    tooltip: "The language server is not running, so nothing is checked. Choose this to start it again.",
    command: "cadence.restart",
  },
} as const;

/** How the open playbook stands, in the status bar: what is found in it, or that nothing is, or that it is not checked. */
export function statusBar(stands: Event<Standing>): Disposable[] {
  const item = window.createStatusBarItem("cadence.status", StatusBarAlignment.Left, 50);
  item.name = "Cadence Playbooks";
  let standing: Standing = "starting";

  function show(editor: TextEditor | undefined = window.activeTextEditor): void {
    if (editor?.document.languageId !== "cadence-playbook") {
      item.hide();
      return;
    }
    Object.assign(item, standing === "running" ? found(editor.document.uri) : unchecked(standing));
    item.show();
  }

  show();
  return [
    item,
    stands((now) => {
      standing = now;
      show();
    }),
    window.onDidChangeActiveTextEditor((editor) => (editor ? show(editor) : item.hide())),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const open = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === open)) show();
    }),
  ];
}

function found(uri: Uri) {
  const { errors, words } = countsOf(uri);
  return {
    text: words === "" ? "$(pass) Cadence" : `$(${errors > 0 ? "error" : "warning"}) Cadence: ${words}`,
    tooltip: words === "" ? "Nothing to object to in this file." : `${words} in this file. Choose this to see them.`,
    accessibilityInformation: { label: words === "" ? "Cadence: nothing to object to" : `Cadence: ${words}` },
    backgroundColor: undefined,
    command: "workbench.actions.view.problems",
  };
}

function unchecked(standing: keyof typeof UNCHECKED) {
  const { text, tooltip, command } = UNCHECKED[standing];
  return {
    text,
    tooltip,
    accessibilityInformation: { label: `Cadence: ${tooltip}` },
    backgroundColor: standing === "gone" ? new ThemeColor("statusBarItem.warningBackground") : undefined,
    command: command || undefined,
  };
}

/** How many errors and warnings of ours a file has, open or not, also in words. */
export function countsOf(uri: Uri): { readonly errors: number; readonly words: string } {
  const found = languages.getDiagnostics(uri).filter(({ source }) => source === "cadence");
  const count = (severity: DiagnosticSeverity) => found.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
  return { errors, words: [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ") };
}

const counted = (count: number, one: string) => (count === 0 ? "" : `${count} ${one}${count === 1 ? "" : "s"}`);
