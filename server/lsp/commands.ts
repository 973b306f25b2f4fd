import { LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification } from "vscode-languageserver";
import {
  type Answers,
  allTouches,
  called,
  locate,
  messageFindings,
  movedBy,
  namesIn,
  offsetAt,
  type Position,
  rangeOf,
  STAGES,
  startPlaybook,
  type Touch,
} from "../core/index.ts";
import type { Desk, Opened } from "./desk.ts";
import { workspaceEdit } from "./edits.ts";
import { TELL_PATHS } from "./lenses.ts";
import { provedOf } from "./proof.ts";
import { touchAround } from "./refactorings.ts";

/** Shows the page of the handbook that explains a rule: its address. */
export const EXPLAIN = "cadence.explainRule";
/** Moves a touch and all that follow it: the document's address, the touch's id or a position within it, its new day. */
const MOVE = "cadence.moveTouchTo";

/** The text of a new playbook: the answers to five questions. */
const START = "cadence.textOfNewPlaybook";
/** What there is to say about some words: the words, and the address of the document they stand in, if any. */
const JUDGE = "cadence.judgeMessage";

type Run = (desk: Desk, args: readonly unknown[]) => Promise<unknown>;

/** What a client may ask the server to do, by name. */
export const commands: Readonly<Record<string, Run>> = {
  [START]: async (_, [answers]) => {
    const { title, persona, stage, benefit, owner } = (answers ?? {}) as Partial<Record<keyof Answers, unknown>>;
    const known = STAGES.find((one) => one === stage);
    const words = [title, persona, benefit, owner].map((one) => (typeof one === "string" ? one : ""));
    if (!known || words.some((one) => one.trim() === "")) throw refused("Each of the five questions needs an answer.");
    const [a = "", b = "", c = "", d = ""] = words;
    return startPlaybook({ title: a, persona: b, benefit: c, owner: d, stage: known });
  },

  [JUDGE]: async (desk, [text, uri]) => {
    if (typeof text !== "string") throw refused("There are no words to check.");
    const known = typeof uri === "string" ? await desk.learn(uri) : undefined;
    return messageFindings(text, {}, known?.config).map(({ span: [start, end], rule, what, why, todo, url, severity }) => ({
      words: text.slice(start, end),
      ...{ rule, what, why, todo, url, severity },
    }));
  },

  [EXPLAIN]: async ({ connection }, [uri]) => {
    if (typeof uri !== "string" || !/^https?:/.test(uri)) throw refused("There is no page to show.");
    return connection.window.showDocument({ uri, external: true });
  },

  [TELL_PATHS]: async (desk, [uri]) => {
    const one = await desk.opened(String(uri));
    const proved = one && provedOf(one.report);
    if (!one || !proved) throw refused("There are no touches whose paths could be told.");
    // Told, and no question: the connection's own way of saying it waits for a choice of buttons, which not every editor can give.
    const type = proved.holds ? MessageType.Info : MessageType.Warning;
    await desk.connection.sendNotification(ShowMessageNotification.type, { type, message: proved.told });
    if (!proved.place || desk.client.window?.showDocument?.support !== true) return null;
    const selection = rangeOf(one.report.source.lines, locate(one.report.source, { path: proved.place }));
    await desk.connection.window.showDocument(desk.told({ uri: one.uri, takeFocus: true, selection }, one.uri));
    return null;
  },

  [MOVE]: async (desk, [uri, which, day]) => {
    const one = await desk.opened(String(uri));
    if (!one) throw refused("The playbook is not open any more. Open it, and move the touch once more.");
    if (typeof day !== "number" || !Number.isInteger(day)) throw refused("A day is a whole number.");
    const { playbook } = one.report;
    const touch = isPosition(which) ? touchAt(one, desk.heard(which, one.uri)) : touchCalled(one, String(which));
    if (!playbook || day === touch.day) return null;
    const changes = movedBy(playbook, touch, day - touch.day);
    if (changes.length === 0)
      throw refused(`“${touch.id}” cannot be moved to day ${day}: it would come before the touch in front of it, or after day 730.`);
    const versioned = desk.client.workspace?.workspaceEdit?.documentChanges === true;
    const edit = workspaceEdit(one.report, { uri: one.uri, version: one.document.version, versioned }, changes);
    if (!edit) throw refused(`“${touch.id}” cannot be moved as it is written. Write its day as a plain number, and move it once more.`);
    if (desk.client.workspace?.applyEdit !== true)
      throw refused(`This editor lets nobody else change a text. Write ${day} as the day of “${touch.id}” yourself.`);
    const label = `Move “${touch.id}” to day ${day}`;
    const { applied } = await desk.connection.workspace.applyEdit({ label, edit: desk.told(edit, one.uri) });
    if (!applied) throw refused(`“${touch.id}” was not moved, because the playbook was changed meanwhile. Move it once more.`);
    return null;
  },
};

const isPosition = (value: unknown): value is Position =>
  typeof value === "object" && value !== null && "line" in value && typeof value.line === "number" && "character" in value;

function touchAt({ report: { playbook, source } }: Opened, position: Position): Touch {
  const touch = playbook && touchAround(playbook, source, offsetAt(source.text, source.lines, position));
  if (!touch) throw refused("What stands there cannot be read as a touch. Mend what is found in it, and move it once more.");
  return touch;
}

function touchCalled({ report }: Opened, id: string): Touch {
  const [touch, another] = report.playbook ? allTouches(report.playbook).filter((each) => each.id === id) : [];
  if (another) throw refused(`Several touches are called “${id}”. Give each an id of its own, and move it once more.`);
  if (touch) return touch;
  const isWritten = namesIn(report.source, report.kind).some(({ kind, role, name }) => kind === "touch" && role === "given" && name === id);
  throw refused(
    isWritten
      ? `“${id}” cannot be read as a touch. Mend what is found in it, and move it once more.`
      : `There is no touch called “${id}” in this file.`,
  );
}

/** Does what a client asks for by name. */
export async function run(desk: Desk, name: string, args: readonly unknown[] = []): Promise<unknown> {
  desk.staying();
  const command = called(commands, name);
  if (!command) throw refused(`“${name}” is nothing this server can do.`);
  return (await command(desk, args)) ?? null;
}

const refused = (words: string) => new ResponseError(LSPErrorCodes.RequestFailed, words);
