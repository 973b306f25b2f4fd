import { commands, type Disposable, type DocumentSymbol, env, FileType, SymbolKind, Uri, window, workspace } from "vscode";
import { askQuestions, fileNameOf } from "./questions.ts";

/** What the server found in some words. */
type Found = { readonly words: string; readonly rule: string; readonly what: string; readonly todo: string; readonly url: string };

/** The commands that a person runs, besides those that are about the server itself. */
export const personsCommands = (): Disposable[] => [
  commands.registerCommand("cadence.newPlaybook", newPlaybook),
  commands.registerCommand("cadence.checkMessage", checkMessage),
  commands.registerCommand("cadence.moveTouch", moveTouch),
];

/**
 * Asks five questions and opens a whole playbook made of the answers: in the open folder, or unsaved where there is none, or where
 * nothing can be written there. Five answers are never lost.
 */
async function newPlaybook(): Promise<void> {
  const answers = await askQuestions();
  if (!answers) return;
  const text = await commands.executeCommand<string>("cadence.textOfNewPlaybook", answers);
  const folder = await folderForNew();
  const target = folder && (await freeName(folder, fileNameOf(answers.title)));
  const isThere = target !== undefined && (await isWritten(target, text));
  const document = isThere
    ? workspace.openTextDocument(target)
    : workspace.openTextDocument({ language: "cadence-playbook", content: text });
  await window.showTextDocument(await document);
}

/** Writes a new file, and answers whether it is there. Where that failed, a person is told why. */
async function isWritten(file: Uri, text: string): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(file.scheme) === false) return false;
  try {
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // Not waited for: the notice may stay open as long as it likes.
    void window.showWarningMessage(
      `“${workspace.asRelativePath(file)}” could not be written. Your playbook is open and not saved yet: save it where you may write. (${why})`,
    );
    return false;
  }
}

/** The folder somebody works in; where nobody can tell of several, the one they choose. */
async function folderForNew(): Promise<Uri | undefined> {
  const { workspaceFolders: folders = [] } = workspace;
  const open = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  if (open || folders.length < 2) return (open ?? folders[0])?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: "In which folder does the playbook belong?" }))?.uri;
}

/** The name, or the name with the first number behind it that no file has yet. Beside the other playbooks, where they have a folder. */
async function freeName(root: Uri, name: string): Promise<Uri> {
  const typeOf = (uri: Uri) =>
    workspace.fs.stat(uri).then(
      ({ type }) => type,
      () => undefined,
    );
  const playbooks = Uri.joinPath(root, "playbooks");
  const folder = ((await typeOf(playbooks)) ?? FileType.Unknown) & FileType.Directory ? playbooks : root;
  for (let n = 1; ; n++) {
    const uri = Uri.joinPath(folder, n === 1 ? name : name.replace(".playbook", `-${n}.playbook`));
    if ((await typeOf(uri)) === undefined) return uri;
  }
}

/** Judges the selected words, or else what is on the clipboard, and lists what was found. Nothing leaves the computer. */
async function checkMessage(): Promise<void> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  const text = selected.trim() === "" ? await env.clipboard.readText() : selected;
  if (text.trim() === "") {
    void window.showInformationMessage("There are no words to check. Select a message, or copy one, and run this again.");
    return;
  }
  const found = await commands.executeCommand<Found[]>("cadence.judgeMessage", text, editor?.document.uri.toString());
  const from = selected.trim() === "" ? "The copied message" : "The selected words";
  if (found.length === 0) {
    void window.showInformationMessage(`${from}: nothing to object to.`);
    return;
  }
  const items = found.map(({ words, what, todo, rule, url }) => ({
    label: what,
    description: `“${words}”`,
    detail: `${todo} (${rule})`,
    url,
  }));
  const chosen = await window.showQuickPick(items, {
    title: `${from}: ${found.length === 1 ? "one place" : `${found.length} places`} to look at`,
    placeHolder: "Choose one to read about its rule",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await env.openExternal(Uri.parse(chosen.url));
}

/** Asks which touch of the open playbook goes to which day; all that follow keep their distance. */
async function moveTouch(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "cadence-playbook") {
    void window.showInformationMessage("Open a playbook first; then this moves one of its touches.");
    return;
  }
  const outline = await commands.executeCommand<DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", document.uri);
  const touches = touchesIn(outline ?? []).map(({ name, detail, range: { start } }) => ({
    label: name,
    // Where it stands and not what it is called: two may have one name, or one none.
    at: { line: start.line, character: start.character },
    description: detail,
    day: /^day (\d+)/.exec(detail)?.[1] ?? "",
  }));
  if (touches.length === 0) {
    void window.showInformationMessage("There are no touches yet that could be moved.");
    return;
  }
  const chosen = await window.showQuickPick(touches, {
    title: "Move a touch (1 of 2)",
    placeHolder: "Which touch? All that follow it move along.",
  });
  if (!chosen) return;
  const day = await window.showInputBox({
    title: "Move a touch (2 of 2)",
    prompt: `To which day does “${chosen.label}” go? Business days, counted from the first touch.`,
    value: chosen.day,
    validateInput: (value) => (/^\d{1,3}$/.test(value.trim()) ? undefined : "A day is a whole number."),
  });
  if (day === undefined) return;
  await commands
    .executeCommand("cadence.moveTouchTo", document.uri.toString(), chosen.at, Number(day))
    .then(undefined, (error: Error) => void window.showWarningMessage(error.message));
}

/** The touches of a playbook's outline, wherever they stand in it. */
const touchesIn = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
  symbols.flatMap((one) => (one.kind === SymbolKind.Event ? [one] : touchesIn(one.children)));
