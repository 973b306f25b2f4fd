import { stemmer } from "stemmer";

/** Texts made comparable. */

/** One kind of quotes, one space between words, as a text reads aloud. */
export const spoken = (text: string): string =>
  text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .trim();

/** The most texts remembered at a time, more than any playbook has, and the longest: characters. */
const MOST_TEXTS = 400;
const LONGEST_TEXT = 20_000;
/** The same of single words: more than any language uses often. */
export const MOST_WORDS = 20_000;

/**
 * A function of a text that is not worked out again for texts met lately. While a playbook is written, all its texts but one
 * stay what they were.
 */
export function remembered<V>(work: (text: string) => V, most = MOST_TEXTS): (text: string) => V {
  const recent = new Map<string, V>();
  return (text) => {
    if (recent.has(text)) return recent.get(text) as V;
    const made = work(text);
    if (text.length > LONGEST_TEXT) return made;
    if (recent.size >= most) recent.delete(recent.keys().next().value ?? "");
    recent.set(text, made);
    return made;
  };
}

/** The bare words of a text in lower case: two texts with the same ones say the same. */
export const bareWords = remembered((text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, " ")
    .trim(),
);

/** Letters below which a word says little about what a text is about. */
const TELLING = 4;

/** What is left of a word without its endings. */
const stemOf = remembered(stemmer, MOST_WORDS);

/** The stems of a text's telling words, each once: what it is about. */
export const stems = remembered(
  (text: string): ReadonlySet<string> =>
    new Set(
      bareWords(text)
        .split(" ")
        .filter((word) => word.length >= TELLING && !word.includes("{"))
        .map(stemOf),
    ),
);
