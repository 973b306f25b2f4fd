import { type CancellationToken, type CodeAction, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { fixRule } from "../core/index.ts";
import { type Desk, given, type Opened } from "./desk.ts";
import { wholeEdit } from "./edits.ts";
import { wordsShared } from "./share-words.ts";
import { type Outcome, type Unresolved, unresolvedFrom } from "./unresolved.ts";

/**
 * An action with the edit that it was offered without. Where there is none to make any more, it comes back with the reason. That is
 * told as a message, too: editors look at the reason of what they list, and of what was chosen they take the edit and no more.
 */
export async function resolvedAction(desk: Desk, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  const asked = unresolvedFrom(action.data);
  if (!asked) return action;
  const opened = await desk.opened(asked.uri);
  given(token);
  const isOfThen = () => desk.documents.get(asked.uri)?.version === asked.version;
  const made = opened && isOfThen() ? await outcome(desk, opened, asked) : undefined;
  given(token);
  // Somebody may have typed while files were read, and an edit of another version would tear the text.
  if (made?.edit && isOfThen()) return { ...action, edit: desk.told(made.edit, asked.uri) };
  const reason = made?.reason ?? STALE;
  await desk.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: reason });
  return desk.client.textDocument?.codeAction?.disabledSupport === true ? { ...action, disabled: { reason } } : action;
}

const STALE = "The playbook was changed or closed after this was offered. Open the menu once more.";

async function outcome(desk: Desk, opened: Opened, asked: Unresolved): Promise<Outcome> {
  if (asked.does === "share-words") return wordsShared(desk, opened, asked);
  const { uri, document, report } = opened;
  const versioned = desk.client.workspace?.workspaceEdit?.documentChanges === true;
  const { text } = fixRule(document.getText(), asked.rule, desk.knowledgeOf(opened));
  const edit = wholeEdit(report, { uri, version: document.version, versioned }, text);
  return edit ? { edit } : { reason: `Nothing is left that “${asked.rule}” could put right here by itself.` };
}
