import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  env,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What the server answers; see server/lsp/approval.ts. */
type State = "approved" | "due-soon" | "overdue" | "revoked" | "forged" | "never-approved";
export type Shown = { state: State; words: string; detail: string; draft: "same" | "restyled" | "changed" | "missing" };
type Asked = { questions: readonly { id: string; question: string; about: string }[]; approvers: readonly string[]; needsNote: boolean };
type Outcome = { done: string } | { refused: readonly { what: string; todo: string }[] };

const LANGUAGE = "cadence-playbook";
/** The scheme of approved texts, which are shown and never edited. */
const APPROVED = "cadence-approved";

export const icons: Readonly<Record<State, string>> = {
  approved: "verified",
  "due-soon": "watch",
  overdue: "warning",
  revoked: "circle-slash",
  forged: "error",
  "never-approved": "circle-outline",
};

/**
 * Shows the approval of the draft that is looked at, and takes the decisions about it. `running` is the client, while there is
 * one; `started` tells of each new one.
 */
export function approvalsIn(context: ExtensionContext, running: () => BaseLanguageClient | undefined, started: Event<void>): Disposable[] {
  const item = window.createStatusBarItem("cadence.approval", StatusBarAlignment.Right, 90);
  item.name = "Cadence: Approval";
  item.command = "cadence.approval";

  const ask = async <T>(what: string, params: object): Promise<T | null> =>
    (await running()?.sendRequest<T>(`cadence/${what}`, params)) ?? null;

  async function show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const uri = document?.languageId === LANGUAGE ? document.uri.toString() : undefined;
    const shown = uri === undefined ? null : await ask<Shown>("approval", { uri }).catch(() => null);
    if (window.activeTextEditor?.document.uri.toString() !== uri || !shown) {
      if (!shown) item.hide();
      return;
    }
    const changed = shown.draft === "changed" && shown.state !== "never-approved";
    item.text = `$(${icons[shown.state]}) ${shown.words}${changed ? " · changed since" : ""}`;
    item.tooltip = shown.detail;
    const loud = shown.state === "forged" ? "error" : shown.state === "overdue" ? "warning" : undefined;
    item.backgroundColor = loud && new ThemeColor(`statusBarItem.${loud}Background`);
    item.show();
  }

  /** The draft meant by a lens, a link or the editor in front. */
  const draftOf = (uri: unknown): string | undefined => (typeof uri === "string" ? uri : window.activeTextEditor?.document.uri.toString());

  const approvedText = new EventEmitter<Uri>();
  const onDraft = (work: (uri: string) => Promise<void>) => async (given: unknown) => {
    const uri = draftOf(given);
    if (uri !== undefined)
      await work(uri).catch((error: unknown) => void window.showErrorMessage(`The approval could not be asked for: ${String(error)}`));
  };

  async function choose(uri: string): Promise<void> {
    const shown = await ask<Shown>("approval", { uri });
    if (!shown) return void window.showInformationMessage("This is not a playbook's draft on a disk, so it has no approval.");
    const inForce = ["approved", "due-soon", "overdue"].includes(shown.state);
    const actions = [
      ...(inForce && shown.draft !== "same" ? [{ label: "$(diff) Show What Changed Since Approval", command: "cadence.showChanges" }] : []),
      { label: "$(mail) Request Approval", command: "cadence.requestApproval" },
      { label: "$(verified) Approve…", command: "cadence.approve" },
      ...(inForce ? [{ label: "$(circle-slash) Revoke…", command: "cadence.revoke" }] : []),
    ];
    const chosen = await window.showQuickPick(actions, { title: shown.words, placeHolder: shown.detail });
    if (chosen) await commands.executeCommand(chosen.command, uri);
  }

  async function showChanges(uri: string): Promise<void> {
    if ((await ask<string>("approved-text", { uri })) === null)
      return void window.showInformationMessage("There is no approved version to compare with.");
    const draft = Uri.parse(uri);
    const approved = Uri.from({ scheme: APPROVED, path: draft.path, query: uri });
    approvedText.fire(approved);
    const name = draft.path.split("/").at(-1);
    await commands.executeCommand("vscode.diff", approved, draft, `${name}: approved ↔ draft`);
  }

  async function requestApproval(uri: string): Promise<void> {
    const asked = await ask<Asked>("approval-questions", { uri });
    if (!asked) return;
    const file = workspace.asRelativePath(Uri.parse(uri));
    const subject = `Please read and approve ${file}`;
    const body = [
      `Would you read ${file} and, if you can give your word on it, approve it?`,
      "",
      "In VS Code: open it and run “Cadence: Approve…”. In a terminal:",
      `  cadence approve ${file}`,
      "",
      "It asks what only a person can judge:",
      ...asked.questions.map(({ question }) => `- ${question}`),
    ].join("\n");
    const to = asked.approvers.map((person) => /<([^<>]+)>/.exec(person)?.[1] ?? person).join(",");
    const [mail, copy] = ["Write an Email", "Copy the Words"];
    const names = asked.approvers.map((person) => person.replace(/\s*<.*/, ""));
    const who =
      names.length > 0 ? `Any of these may approve it, except its owner: ${names.join(", ")}.` : "Anyone but its owner may approve it.";
    const chosen = await window.showInformationMessage(who, mail, copy);
    if (chosen === copy) await env.clipboard.writeText(`${subject}\n\n${body}`);
    if (chosen === mail)
      await env.openExternal(
        Uri.parse(
          `mailto:${encodeURIComponent(to).replaceAll("%2C", ",").replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`,
        ),
      );
  }

  /** Asks one thing. Undefined when the person leaves. */
  const input = (
    title: string,
    prompt: string,
    value: string,
    wrong: (words: string) => string | undefined | Promise<string | undefined>,
  ) => window.showInputBox({ title, prompt, value, ignoreFocusOut: true, validateInput: wrong });

  async function approve(uri: string): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (document.isDirty && !(await document.save())) return;
    const asked = await ask<Asked>("approval-questions", { uri });
    if (!asked) return;
    // Answers are kept while somebody looks something up, and until the approval is given.
    const key = `answers:${uri}`;
    const answers = { ...context.workspaceState.get<Record<string, string>>(key) };
    for (const id of Object.keys(answers)) if (!asked.questions.some((one) => one.id === id)) delete answers[id];
    for (const [i, { id, question, about }] of asked.questions.entries()) {
      const others = () => Object.entries(answers).flatMap(([other, words]) => (other === id ? [] : words));
      const words = await input(`${i + 1} of ${asked.questions.length}: ${question}`, `Here: ${about}`, answers[id] ?? "", async (said) => {
        const poor = await ask<string>("answer-is-poor", { answer: said, others: others() });
        return poor ? `The question ${poor}. A sentence about this playbook is enough.` : undefined;
      });
      if (words === undefined) return;
      answers[id] = words;
      await context.workspaceState.update(key, answers);
    }
    const note = asked.needsNote
      ? await input("What changed since the version before?", "One line; reps read it.", "", blank("Say it in a line."))
      : undefined;
    if (asked.needsNote && note === undefined) return;
    const by = await person("Who gives their word on this exact text?", asked);
    if (by === undefined) return;
    const outcome = await ask<Outcome>("approve", { uri, by, note, answers });
    if (outcome && "done" in outcome) await context.workspaceState.update(key, undefined);
    tell(outcome, "Not approved; nothing was written.");
  }

  async function revoke(uri: string): Promise<void> {
    const asked = await ask<Asked>("approval-questions", { uri });
    if (!asked) return;
    const because = await input("Why must reps not use it any more?", "Reps read it.", "", blank("Say it in a sentence."));
    if (because === undefined) return;
    const by = await person("Who takes it back?", asked);
    if (by === undefined) return;
    const yes = "Revoke";
    const detail = "The next handbook is built without it. Its history stays.";
    if ((await window.showWarningMessage("Take this play off the handbook?", { modal: true, detail }, yes)) !== yes) return;
    tell(await ask<Outcome>("revoke", { uri, by, because }), "Not revoked; nothing was written.");
  }

  const blank = (words: string) => (said: string) => (said.trim() ? undefined : words);

  /** Somebody from the team's list, or whoever is named where there is none. */
  async function person(title: string, { approvers }: Asked): Promise<string | undefined> {
    const key = "person";
    const before = context.globalState.get<string>(key);
    const another = "Somebody else…";
    const listed = before && approvers.includes(before) ? [before, ...approvers.filter((one) => one !== before)] : approvers;
    const chosen = listed.length > 0 ? await window.showQuickPick([...listed, another], { title, ignoreFocusOut: true }) : another;
    const by =
      chosen === another
        ? await input(title, "Name and email address, as in Sam Lindqvist <sam@northwind.example>", before ?? "", blank("Name somebody."))
        : chosen;
    if (by !== undefined) await context.globalState.update(key, by);
    return by;
  }

  function tell(outcome: Outcome | null, refused: string): void {
    if (outcome && "done" in outcome) void window.showInformationMessage(outcome.done);
    else {
      const reasons = outcome?.refused ?? [];
      const detail = reasons.map(({ what, todo }) => `${what}\n${todo}`).join("\n\n");
      void window.showErrorMessage(refused, { modal: true, detail });
    }
    void show();
  }

  const watcher = workspace.createFileSystemWatcher("**/approved/*/newest.yaml");
  void show();
  // Not “unless in a browser”: a workbench in a browser may have this extension run on a machine with a disk.
  void commands.executeCommand("setContext", "cadence.approvals", true);
  return [
    item,
    approvedText,
    watcher,
    started(show),
    watcher.onDidChange(show),
    watcher.onDidCreate(show),
    watcher.onDidDelete(show),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidSaveTextDocument(show),
    workspace.onDidChangeTextDocument(({ document }) => (document === window.activeTextEditor?.document ? show() : undefined)),
    workspace.registerTextDocumentContentProvider(APPROVED, {
      onDidChange: approvedText.event,
      provideTextDocumentContent: async ({ query }) => (await ask<string>("approved-text", { uri: query })) ?? "",
    }),
    commands.registerCommand("cadence.approval", onDraft(choose)),
    commands.registerCommand("cadence.showChanges", onDraft(showChanges)),
    commands.registerCommand("cadence.requestApproval", onDraft(requestApproval)),
    commands.registerCommand("cadence.approve", onDraft(approve)),
    commands.registerCommand("cadence.revoke", onDraft(revoke)),
  ];
}
