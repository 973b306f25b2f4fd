import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

type Changes = TextDocumentContentChangeEvent[];

/** What a notification brought, and the text it was brought to. */
type Made = { readonly version: number; readonly changes: Changes; readonly before: string };

/** Changes kept of a document, and documents they are kept of: one is overtaken by a few at most, where somebody types. */
const MOST_CHANGES = 8;
const MOST_DOCUMENTS = 2;

/**
 * Makes changes in the order of their versions. They are to arrive in it, and from most editors they do; from some that send each by
 * itself, one overtakes another where keys come quickly (Helix 25.01). Made as they arrive they would leave a text that nobody wrote,
 * for good. A change is late when its version is lower than that of the text: it is made where it belongs, and those that overtook it
 * once more after it.
 */
export function createOrder() {
  const recent = new Map<string, Made[]>();

  /**
   * Makes the changes of a notification, each set by `make`, and answers whether they were late. Without what was before those that
   * overtook them, they are made as they arrive.
   */
  function arrived(document: TextDocument, changes: Changes, version: number, make: (changes: Changes, version: number) => void): boolean {
    const { uri } = document;
    const made = recent.get(uri) ?? [];
    recent.delete(uri);
    recent.set(uri, made);
    if (recent.size > MOST_DOCUMENTS) recent.delete(recent.keys().next().value ?? "");

    const from = version < document.version ? made.findIndex((one) => one.version > version) : -1;
    const overtook = from < 0 ? [] : made.splice(from);
    const [first] = overtook;
    if (first) TextDocument.update(document, [{ text: first.before }], version);
    for (const one of [{ version, changes }, ...overtook]) {
      made.push({ ...one, before: document.getText() });
      make(one.changes, one.version);
    }
    made.splice(0, made.length - MOST_CHANGES);
    return first !== undefined;
  }

  return { arrived, closed: (uri: string) => void recent.delete(uri) };
}
