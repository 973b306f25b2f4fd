import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

type Change = TextDocumentContentChangeEvent;

/** What takes a change back: offsets into the text that it made. */
type Undo = { readonly from: number; readonly to: number; readonly text: string };

/** What a notification brought, and what takes it back, in the order in which it was made. A new text as a whole takes nothing back. */
type Made = { readonly version: number; readonly changes: readonly Change[]; readonly undo: readonly Undo[] | "whole" };

/** Changes kept of a document, and documents they are kept of: one is overtaken by a few at most, where somebody types. */
const MOST_CHANGES = 8;
const MOST_DOCUMENTS = 2;

/** How a notification's changes are made: each counted in our way, from the text before it, with something done around all of them. */
type Making = {
  readonly counts: (change: Change) => Change;
  readonly around: (changes: readonly Change[], work: () => void) => void;
};

/**
 * Makes changes in the order of their versions. They are to arrive in it, and from most editors they do; from some that send each by
 * itself, one overtakes another where keys come quickly (Helix 25.01). Made as they arrive they would leave a text that nobody wrote,
 * for good. A change is late when its version is lower than that of the text: those that overtook it are taken back, it is made where
 * it belongs, and they are made once more after it. What takes a change back is kept and not the text before it, because long texts
 * that live on from key to key are what garbage collection is slowest at.
 */
export function createOrder() {
  const recent = new Map<string, Made[]>();

  /** Makes the changes of a notification, and answers whether they were late. Of what is no longer known to have overtaken them, they are made as they arrive. */
  function arrived(document: TextDocument, changes: readonly Change[], version: number, making: Making): boolean {
    const { uri } = document;
    const made = recent.get(uri) ?? [];
    recent.delete(uri);
    recent.set(uri, made);
    if (recent.size > MOST_DOCUMENTS) recent.delete(recent.keys().next().value ?? "");

    const from = version < document.version ? made.findIndex((one) => one.version > version) : -1;
    const overtook = from < 0 ? [] : made.splice(from);
    if (overtook.some(({ undo }) => undo === "whole")) {
      // A whole text that is newer says already what is there.
      made.push(...overtook);
      return false;
    }
    if (overtook.length > 0) TextDocument.update(document, [{ text: before(document.getText(), overtook) }], version);
    for (const one of [{ version, changes }, ...overtook]) made.push({ ...one, undo: make(document, one.changes, one.version, making) });
    made.splice(0, made.length - MOST_CHANGES);
    return overtook.length > 0;
  }

  return { arrived, closed: (uri: string) => void recent.delete(uri) };
}

/** A text without the changes that were made last. Not told by lines: an offset between the two signs of a line's end has none. */
function before(text: string, made: readonly Made[]): string {
  const undo = made.flatMap((one) => (one.undo === "whole" ? [] : one.undo));
  return undo.reduceRight((now, one) => now.slice(0, one.from) + one.text + now.slice(one.to), text);
}

/** Makes changes one after the other, each in the text that the one before it left. */
function make(document: TextDocument, changes: readonly Change[], version: number, { counts, around }: Making): Made["undo"] {
  const undo: Undo[] = [];
  let whole = false;
  around(changes, () => {
    for (const change of changes) {
      const counted = counts(change);
      if ("range" in counted) {
        const [one, other] = [document.offsetAt(counted.range.start), document.offsetAt(counted.range.end)];
        const from = Math.min(one, other);
        undo.push({ from, to: from + counted.text.length, text: document.getText().slice(from, Math.max(one, other)) });
      } else whole = true;
      TextDocument.update(document, [counted], version);
    }
  });
  return whole ? "whole" : undo;
}
