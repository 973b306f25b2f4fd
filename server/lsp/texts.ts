import type { Desk } from "./desk.ts";
import type { Going } from "./going.ts";
import { turn } from "./turn.ts";

/** A file of ours as it is now: as the editor has it where it is open, else as it was saved. */
export type Text = {
  readonly uri: string;
  readonly text: string;
  /** The version of the text in the editor. Null where it is not open. */
  readonly version: number | null;
};

/**
 * Every file of ours in the workspace, and every open one besides. `going` is called before each and throws when the client has
 * given up; between two files the event loop takes a turn, so that a key typed meanwhile does not wait.
 */
export async function* texts(desk: Desk, going: Going): AsyncGenerator<Text> {
  const listed = (await desk.list()).map(({ uri }) => uri);
  const all = [...new Set([...desk.documents.keys(), ...listed])];
  for (const [i, uri] of all.entries()) {
    going(i, all.length);
    if (desk.documents.get(uri)) await turn();
    const open = desk.documents.get(uri);
    const text = open ? open.getText() : await desk.host.read(uri);
    if (text !== undefined) yield { uri, text, version: open?.version ?? null };
  }
}
