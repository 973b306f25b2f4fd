import { type Leaf, open, rich, sent } from "./copied.ts";
import { lengthOf } from "./measure.ts";

/** What is known of a blank: its fallback, or that its sentence is left out without it. */
export type Known = { readonly fallback: string | undefined; readonly skips: boolean };

const leavesOf = (words: Element): readonly HTMLElement[] => [...words.querySelectorAll<HTMLElement>("[data-leaf]")];

const asLeaf = (leaf: HTMLElement): Leaf => ({
  text: leaf.textContent,
  ...(leaf.dataset["blank"] === undefined
    ? {}
    : { blank: leaf.dataset["name"] ?? leaf.dataset["blank"], filled: leaf.classList.contains("filled") }),
  skipped: leaf.classList.contains("skipped"),
});

/** Puts a text in its place. What stands there already is left alone: a page of sixty touches takes long to lay out anew. */
export function write(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

/** The message of some words, as it is sent now. */
export const messageIn = (words: Element): string => sent(leavesOf(words).map(asLeaf));

/** The blanks that are still open in some words. */
export const openIn = (words: Element): readonly string[] => open(leavesOf(words).map(asLeaf));

/**
 * Puts values into every blank of the page. Until the first is filled, blanks show their examples; from then on the words stand
 * as they would be sent, with fallbacks, and without the sentences that say something unknown.
 */
export function fillIn(page: Element, values: Readonly<Record<string, string>>, known: ReadonlyMap<string, Known>): void {
  const value = (blank: string) => values[blank]?.trim() ?? "";
  const begun = Object.values(values).some((one) => one.trim() !== "");
  for (const leaf of page.querySelectorAll<HTMLElement>("[data-leaf]")) {
    const skipped = begun && (leaf.dataset["skip"]?.split(" ") ?? []).some((blank) => value(blank) === "");
    leaf.classList.toggle("skipped", skipped);
    const { blank, example = "" } = leaf.dataset;
    if (blank === undefined) continue;
    const fallback = begun && !known.get(blank)?.skips ? known.get(blank)?.fallback : undefined;
    const text = value(blank) || fallback;
    write(leaf, text ?? example);
    leaf.classList.toggle("filled", text !== undefined);
    leaf.classList.toggle("labelled", text === undefined && leaf.dataset["labelled"] === "");
  }
  for (const piece of page.querySelectorAll<HTMLElement>("[data-piece]")) {
    const words = piece.querySelector("[data-words]");
    const length = piece.querySelector("[data-length]");
    if (words && length) write(length, lengthOf(messageIn(words), piece.dataset["piece"] as Parameters<typeof lengthOf>[1]));
  }
}

/** Puts a message on the clipboard, plain and rich. Answers whether it is there. */
export async function copy(text: string): Promise<boolean> {
  try {
    const blob = (type: string, content: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", rich(text)) }),
    ]);
    return true;
  } catch {
    return navigator.clipboard
      .writeText(text)
      .then(() => true)
      .catch(() => false);
  }
}
