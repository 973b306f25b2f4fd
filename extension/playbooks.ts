import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  languages,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { icons, type Shown } from "./approval.ts";
import { countsOf, type Standing } from "./status.ts";

/** What the server answers; see server/lsp/playbooks.ts. */
type Listed = { readonly uri: string; readonly title?: string; readonly approval: Shown | null };

type Group = { readonly kind: "group"; readonly of: GroupId; readonly playbooks: readonly Listed[] };
type Node = Group | ({ readonly kind: "playbook" } & Listed);

/** How the view sorts playbooks: what somebody has to look at comes first. */
const groups = {
  forged: ["Cannot be believed", icons.forged],
  overdue: ["Review overdue", icons.overdue],
  "due-soon": ["Review due soon", icons["due-soon"]],
  changed: ["Changed since approval", "diff"],
  "never-approved": ["Drafts, never approved", icons["never-approved"]],
  approved: ["Approved", icons.approved],
  revoked: ["Revoked", icons.revoked],
} as const;
type GroupId = keyof typeof groups;

/**
 * The view of every playbook by its state, with what is found in it. `running` is the client, while there is one. While there is
 * none, nothing is listed: what nobody checks would look like something without faults.
 */
export function playbooksView(running: () => BaseLanguageClient | undefined, stands: Event<Standing>): Disposable[] {
  /** What each row says was found. */
  const told = new Map<string, string>();
  let listed: Promise<readonly Listed[]> | undefined;
  const changed = new EventEmitter<void>();
  const forget = () => {
    listed = undefined;
    changed.fire();
  };

  const onOurs = ({ languageId }: TextDocument) => (languageId === "cadence-playbook" ? forget() : undefined);

  /** Asked once, and again once something is forgotten. A server that does not answer has no playbooks to show. */
  const ask = () =>
    (listed ??= (running()?.sendRequest<Listed[]>("cadence/playbooks") ?? Promise.resolve([])).catch(() => {
      listed = undefined;
      return [];
    }));

  const view = window.createTreeView<Node>("cadence.playbooks", {
    showCollapseAll: false,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => (node ? (node.kind === "group" ? node.playbooks.map(asNode) : []) : sorted(await ask())),
      getTreeItem: (node) => (node.kind === "group" ? groupItem(node) : playbookItem(node, told)),
    },
  });
  const watched = ["**/*.playbook.{yaml,yml}", "**/approved/*/newest.yaml", "**/cadence.config.{yaml,yml}"].flatMap((files) => {
    const watcher = workspace.createFileSystemWatcher(files);
    return [watcher, watcher.onDidChange(forget), watcher.onDidCreate(forget), watcher.onDidDelete(forget)];
  });
  return [
    view,
    changed,
    ...watched,
    // A review falls due by the passing of a day.
    view.onDidChangeVisibility(({ visible }) => (visible ? forget() : undefined)),
    workspace.onDidSaveTextDocument(onOurs),
    // Without a change to save, it was read from the disk again.
    workspace.onDidChangeTextDocument(({ document }) => (document.isDirty ? undefined : onOurs(document))),
    workspace.onDidChangeWorkspaceFolders(forget),
    languages.onDidChangeDiagnostics(({ uris }) => {
      // Most keys change no count.
      const counts = uris.map((uri) => [told.get(uri.toString()), countsOf(uri).words]);
      if (counts.some(([before, now]) => before !== undefined && before !== now)) changed.fire();
    }),
    stands(forget),
    commands.registerCommand("cadence.showPlaybooks", () => commands.executeCommand("cadence.playbooks.focus")),
  ];
}

const asNode = (one: Listed): Node => ({ kind: "playbook", ...one });

/** By state where there is a ledger, else one list. */
function sorted(listed: readonly Listed[]): Node[] {
  const inOrder = [...listed].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  if (inOrder.every(({ approval }) => approval === null)) return inOrder.map(asNode);
  const found = Map.groupBy(inOrder, groupOf);
  return (Object.keys(groups) as GroupId[]).flatMap((of) => {
    const playbooks = found.get(of);
    return playbooks ? [{ kind: "group" as const, of, playbooks }] : [];
  });
}

function groupOf({ approval }: Listed): GroupId {
  if (!approval) return "never-approved";
  return approval.state === "approved" && approval.draft === "changed" ? "changed" : approval.state;
}

function groupItem({ of, playbooks }: Group): TreeItem {
  const [title, icon] = groups[of];
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = of;
  item.iconPath = new ThemeIcon(icon);
  item.description = String(playbooks.length);
  item.accessibilityInformation = { label: `${title}: ${playbooks.length === 1 ? "one playbook" : `${playbooks.length} playbooks`}` };
  return item;
}

function playbookItem({ uri: address, approval, ...rest }: Listed, told: Map<string, string>): TreeItem {
  const uri = Uri.parse(address);
  const name = nameOf({ uri: address, approval, ...rest });
  const { errors, words } = countsOf(uri);
  told.set(address, words);
  const also = approval && approval.draft === "changed" && ["due-soon", "overdue"].includes(approval.state) ? "changed since approval" : "";
  const item = new TreeItem(name);
  item.id = address;
  item.description = [words, also].filter(Boolean).join(" · ");
  const loud = errors > 0 ? "error" : words === "" ? undefined : "warning";
  item.iconPath = loud ? new ThemeIcon(loud, new ThemeColor(`list.${loud}Foreground`)) : new ThemeIcon("pass");
  item.contextValue = "playbook";
  item.command = { command: "vscode.open", title: "Open", arguments: [uri] };
  const found = words === "" ? "Nothing to object to." : `${words}.`;
  item.tooltip = [workspace.asRelativePath(uri), ...(approval ? [`${approval.words}. ${approval.detail}`.trim()] : []), found].join("\n");
  item.accessibilityInformation = { label: [name, approval?.words, words || "nothing to object to", also].filter(Boolean).join(", ") };
  return item;
}

const nameOf = ({ title, uri }: Listed): string => title ?? decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
