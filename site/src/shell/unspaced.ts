/**
 * Scripts that write no spaces between words: Chinese, Japanese, Thai, Lao, Khmer and Burmese. Search compares words, and to it a whole
 * sentence of theirs is one. So it compares every two letters that stand side by side: a page carries the pairs of its own texts, and a
 * question is asked by its pairs.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** Every two neighbours of a run; a single letter is its own. A mark belongs to the letter that carries it. */
const neighbours = (run: string): readonly string[] => {
  const letters = run.match(/.\p{M}*/gu) ?? [];
  return letters.length === 1 ? [run] : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};

/** The pairs of a text, each once. A text with spaces between its words has none. */
export const pairsIn = (text: string): readonly string[] => [...new Set((text.normalize("NFC").match(UNSPACED) ?? []).flatMap(neighbours))];

/** A text with its pairs in place of whatever is written without spaces. */
export const inPairs = (text: string): string =>
  text
    .normalize("NFC")
    .replace(UNSPACED, (run) => ` ${neighbours(run).join(" ")} `)
    .replace(/\s+/g, " ")
    .trim();

/** A text without what is written without spaces. */
export const spacedIn = (text: string): string => text.normalize("NFC").replace(UNSPACED, " ");
