import { called } from "@cadence-playbooks/server/core";
import { type Leaf, open, rich, sent } from "./copied.ts";
import { lengthOf } from "./measure.ts";

/** What is known of a blank: its fallback, or that its sentence is left out without it. */
export type Known = { readonly fallback: string | undefined; readonly skips: boolean };

/** A leaf that may read otherwise than it was published: a blank, or words of a sentence that may be left out. */
type Changing = {
  readonly leaf: HTMLElement;
  readonly blank: string | undefined;
  readonly example: string;
  readonly labelled: boolean;
  /** The blanks without which it is left out. */
  readonly skip: readonly string[];
  readonly words: Element;
  /** What it shows, so that nothing is written twice; undefined until something was. */
  shows?: string;
};

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
const openIn = (words: Element): readonly string[] => open(leavesOf(words).map(asLeaf));

/**
 * The words of a page, with their blanks. They are looked for once: a page of sixty touches has some thousands of nodes, and at every
 * letter that is typed only those are asked and written that change by it.
 */
export class WordsOnPage {
  readonly #known: ReadonlyMap<string, Known>;
  readonly #changing: readonly Changing[];
  readonly #cards: ReadonlyMap<Element, readonly Element[]>;
  #begun = false;

  constructor(page: Element, known: ReadonlyMap<string, Known>) {
    this.#known = known;
    const changing: Changing[] = [];
    const cards = new Map<Element, Element[]>();
    for (const words of page.querySelectorAll("[data-words]")) {
      const card = words.closest("[data-touch]");
      if (card) cards.set(card, [...(cards.get(card) ?? []), words]);
      for (const leaf of leavesOf(words)) {
        const { blank, example = "", labelled, skip } = leaf.dataset;
        if (blank !== undefined || skip !== undefined)
          changing.push({ leaf, words, blank, example, labelled: labelled === "", skip: skip?.split(" ") ?? [] });
      }
    }
    this.#changing = changing;
    this.#cards = cards;
  }

  /**
   * Puts values into every blank. Until the first is filled, blanks show their examples; from then on the words stand as they would
   * be sent, with fallbacks, and without the sentences that say something unknown.
   */
  fill(values: Readonly<Record<string, string>>): void {
    const value = (blank: string) => called(values, blank)?.trim() ?? "";
    const begun = Object.values(values).some((one) => one.trim() !== "");
    const changed = new Set<Element>();
    for (const one of this.#changing) {
      const skipped = begun && one.skip.some((blank) => value(blank) === "");
      const known = one.blank === undefined ? undefined : this.#known.get(one.blank);
      const text = one.blank === undefined ? undefined : value(one.blank) || (begun && !known?.skips ? known?.fallback : undefined);
      const shows = `${skipped ? "without" : "with"} ${text ?? ""}`;
      if (one.shows === shows) continue;
      one.shows = shows;
      changed.add(one.words);
      one.leaf.classList.toggle("skipped", skipped);
      if (one.blank === undefined) continue;
      write(one.leaf, text ?? one.example);
      one.leaf.classList.toggle("filled", text !== undefined);
      one.leaf.classList.toggle("labelled", text === undefined && one.labelled);
    }
    for (const words of changed) measure(words);
    for (const [card, all] of this.#cards)
      if (begun !== this.#begun || all.some((words) => changed.has(words))) tellOpen(card, begun ? all : []);
    this.#begun = begun;
  }
}

/** Says beside some words how long they are. */
function measure(words: Element): void {
  const piece = words.closest<HTMLElement>("[data-piece]");
  const length = piece?.querySelector("[data-length]");
  if (piece && length) write(length, lengthOf(messageIn(words), piece.dataset["piece"] as Parameters<typeof lengthOf>[1]));
}

/** Says on a touch which of its blanks are still open. */
function tellOpen(card: Element, words: readonly Element[]): void {
  const missing = card.querySelector("[data-missing]");
  const names = [...new Set(words.flatMap(openIn))];
  if (missing) write(missing, names.length === 0 ? "" : `Still open: ${names.join(", ")}`);
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
