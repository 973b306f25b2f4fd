/**
 * Words as search compares them: in small letters, without accents, and without the apostrophes and hyphens that people write or
 * leave out as it comes. “Don’t” and “dont” are one word, and so are “café” and “cafe”, “follow-up” and “followup”.
 */

/** A word by its letters alone. */
export const folded = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** Words with the apostrophes and hyphens within them, and whatever accents stand apart from their letters. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‐‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** Every word of a text, folded; one with a hyphen is a word, and each of its parts is. */
export const wordsIn = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).flatMap((word) => {
    const parts = word.split(/[‐‑-]/);
    return (parts.length > 1 ? [word, ...parts] : [word]).map(folded);
  });

/** What is left of an English word without the ending that tells one from many, or now from then. */
export const stem = (word: string): string =>
  word
    .replace(/(?<=..)ie[sd]$/, "y")
    .replace(/(?<=...)(?:ing|ed)$/, "+")
    .replace(/(.)\1\+$/, "$1")
    .replace(/\+$|(?<=...)e?s$/, "")
    .replace(/(?<=..)e$/, "");
