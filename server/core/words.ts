import { stemmer } from "stemmer";
import { remembered, rememberedWord } from "./remembered.ts";

/** Texts made comparable. */

/** One kind of quotes, one space between words, as a text reads aloud. */
export const spoken = (text: string): string =>
  text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s+/g, " ")
    .trim();

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
const stemOf = rememberedWord(stemmer);

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
