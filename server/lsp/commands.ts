import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { allTouches, movedBy } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { workspaceEdit } from "./edits.ts";

/** Shows the page of the handbook that explains a rule: its address. */
export const EXPLAIN = "cadence.explainRule";
/** Moves a touch and all that follow it: the document's address, the touch's id, its new day. */
export const MOVE = "cadence.moveTouchTo";

type Run = (desk: Desk, args: readonly unknown[]) => Promise<unknown>;

/** What a client may ask the server to do, by name. */
export const commands: Readonly<Record<string, Run>> = {
  [EXPLAIN]: async ({ connection }, [uri]) => {
    if (typeof uri !== "string" || !/^https?:/.test(uri)) throw refused("There is no page to show.");
    return connection.window.showDocument({ uri, external: true });
  },

  [MOVE]: async (desk, [uri, id, day]) => {
    const one = await desk.opened(String(uri));
    const playbook = one?.report.playbook;
    const touch = playbook && allTouches(playbook).find((each) => each.id === id);
    if (!one || !playbook || !touch) throw refused(`There is no touch called “${String(id)}” in this file.`);
    if (typeof day !== "number" || !Number.isInteger(day)) throw refused("A day is a whole number.");
    if (day === touch.day) return null;
    const changes = movedBy(playbook, touch, day - touch.day);
    if (changes.length === 0)
      throw refused(`“${touch.id}” cannot be moved to day ${day}: it would come before the touch in front of it, or after day 730.`);
    const versioned = desk.client.workspace?.workspaceEdit?.documentChanges === true;
    const edit = workspaceEdit(one.report, { uri: one.uri, version: one.document.version, versioned }, changes);
    if (edit) await desk.connection.workspace.applyEdit({ label: `Move “${touch.id}” to day ${day}`, edit: desk.told(edit, one.uri) });
    return null;
  },
};

/** Does what a client asks for by name. */
export async function run(desk: Desk, name: string, args: readonly unknown[] = []): Promise<unknown> {
  const command = commands[name];
  if (!command) throw refused(`“${name}” is nothing this server can do.`);
  return (await command(desk, args)) ?? null;
}

const refused = (words: string) => new ResponseError(LSPErrorCodes.RequestFailed, words);
