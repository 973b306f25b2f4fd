import { stemmer } from "stemmer";

/** Texts made comparable. */

/** One kind of quotes, one space between words, as a text reads aloud. */
export const spoken = (text: string): string =>
  text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .trim();

/** The bare words of a text in lower case: two texts with the same ones say the same. */
export const bareWords = (text: string): string =>
  spoken(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, " ")
    .trim();

/** Letters below which a word says little about what a text is about. */
const TELLING = 4;

/** The stems of a text's telling words, each once: what it is about. */
export const stems = (text: string): ReadonlySet<string> =>
  new Set(
    bareWords(text)
      .split(" ")
      .filter((word) => word.length >= TELLING && !word.includes("{"))
      .map(stemmer),
  );

/** A function of a part that is worked out once for each. */
export function once<K extends object, V>(work: (part: K) => V): (part: K) => V {
  const known = new Map<K, { readonly value: V }>();
  return (part) => {
    const { value } = known.get(part) ?? { value: work(part) };
    known.set(part, { value });
    return value;
  };
}
