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

/** Puts a text in its place, and answers whether it was another. What stands there already is left alone: sixty touches take long to lay out. */
export function write(place: Element, text: string): boolean {
  if (place.textContent === text) return false;
  place.textContent = text;
  return true;
}

/** The message of some words, as it is sent now. */
export const messageIn = (words: Element): string => sent(leavesOf(words).map(asLeaf));

/** A text of a touch where it stands on the page, with the places that change with what is filled in. */
type Piece = {
  readonly leaves: readonly HTMLElement[];
  /** Where its length is told, and how it reaches them. Nobody counts what stands beside the words to say. */
  readonly told: { readonly length: Element; readonly how: Parameters<typeof lengthOf>[1] } | undefined;
};
type Card = { readonly pieces: readonly Piece[]; readonly missing: Element | null };

/** The touches of a page, looked for once: a key should not have to. */
export const cardsOf = (page: Element): readonly Card[] =>
  [...page.querySelectorAll("[data-touch]")].map((card) => ({
    missing: card.querySelector("[data-missing]"),
    pieces: [...card.querySelectorAll<HTMLElement>("[data-words]")].map((words) => {
      const piece = words.closest<HTMLElement>("[data-piece]");
      const length = piece?.querySelector("[data-length]");
      const how = piece?.dataset["piece"] as Parameters<typeof lengthOf>[1];
      return { leaves: leavesOf(words), told: length ? { length, how } : undefined };
    }),
  }));

/**
 * Puts values into every blank of some touches. Until the first is filled, blanks show their examples; from then on the words stand
 * as they would be sent, with fallbacks, and without the sentences that say something unknown; and what is still open is named. Only
 * texts that read differently now are measured again.
 */
export function fillIn(cards: readonly Card[], values: Readonly<Record<string, string>>, known: ReadonlyMap<string, Known>): void {
  const begun = Object.values(values).some((one) => one.trim() !== "");
  for (const { pieces, missing } of cards) {
    for (const { leaves, told } of pieces) {
      const changed = leaves.filter((leaf) => fill(leaf, values, begun, known)).length > 0;
      if (changed && told) write(told.length, lengthOf(sent(leaves.map(asLeaf)), told.how));
    }
    if (!missing) continue;
    const blanks = begun ? open(pieces.flatMap(({ leaves }) => leaves.map(asLeaf))) : [];
    write(missing, blanks.length === 0 ? "" : `Still open: ${blanks.join(", ")}`);
  }
}

/** Puts what is known into one leaf, and answers whether it reads differently now. */
function fill(leaf: HTMLElement, values: Readonly<Record<string, string>>, begun: boolean, known: ReadonlyMap<string, Known>): boolean {
  const value = (blank: string) => values[blank]?.trim() ?? "";
  const { blank, skip, example = "", labelled } = leaf.dataset;
  const skipped = begun && (skip?.split(" ") ?? []).some((one) => value(one) === "");
  const changed = turn(leaf, "skipped", skipped);
  if (blank === undefined) return changed;
  const fallback = begun && !known.get(blank)?.skips ? known.get(blank)?.fallback : undefined;
  const text = value(blank) || fallback;
  turn(leaf, "labelled", text === undefined && labelled === "");
  // A blank that is filled with its own example reads as before, and is sent otherwise.
  return [turn(leaf, "filled", text !== undefined), write(leaf, text ?? example), changed].includes(true);
}

/** Gives a leaf a class or takes it, and answers whether that changed it. */
function turn({ classList }: HTMLElement, name: string, on: boolean): boolean {
  if (classList.contains(name) === on) return false;
  classList.toggle(name, on);
  return true;
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
