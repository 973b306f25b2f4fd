import type { Desk } from "./desk.ts";
import type { Going } from "./going.ts";

/** A file of ours as it is now: as the editor has it where it is open, else as it was saved. */
export type Text = { readonly uri: string; readonly text: string };

/**
 * Every file of ours in the workspace, and every open one besides. `going` is called before each that is not open and throws when
 * the client has given up; between two files the event loop takes a turn, so that a key typed meanwhile does not wait.
 */
export async function* texts(desk: Desk, going: Going): AsyncGenerator<Text> {
  const seen = new Set<string>();
  for (const document of desk.documents.all()) {
    seen.add(document.uri);
    yield { uri: document.uri, text: document.getText() };
  }
  const files = (await desk.host.list(desk.folders)).filter(({ uri }) => !seen.has(uri));
  for (const [i, { uri }] of files.entries()) {
    going(i, files.length);
    const text = await desk.host.read(uri);
    if (text !== undefined) yield { uri, text };
  }
}
