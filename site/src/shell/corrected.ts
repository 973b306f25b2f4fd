import { distance } from "fastest-levenshtein";
import { folded, stem, WORD } from "./folded.ts";

/** Slips allowed in a word of some length. A longer word has room for more. */
const slips = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

/** The words of a question that are no word of the handbook in any of their forms, and do not begin one: such a word is still being typed. */
export function unknownIn(typed: string, known: readonly string[]): readonly string[] {
  const stems = new Set(known.map(stem));
  return (typed.match(WORD) ?? [])
    .map(folded)
    .filter(
      (word) => slips(word.length) > 0 && /^\p{L}+$/u.test(word) && !stems.has(stem(word)) && !known.some((one) => one.startsWith(word)),
    );
}

/**
 * What was probably meant, by the words a handbook uses, the commonest first; undefined where none of the unknown words is near one.
 * Of two that are as near, the one that begins alike is meant: the first letter is rarely the wrong one.
 */
export function corrected(typed: string, unknown: readonly string[], known: readonly string[]): string | undefined {
  let changed = false;
  const text = typed.replace(WORD, (word) => {
    const lower = folded(word);
    const best = unknown.includes(lower) ? nearest(lower, known) : undefined;
    if (best === undefined) return word;
    changed = true;
    return best;
  });
  return changed ? text : undefined;
}

function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = slips(word.length) + 0.75;
  for (const one of known) {
    if (Math.abs(one.length - word.length) > least) continue;
    const far = slipsBetween(word, one, least) + (one[0] === word[0] ? 0 : 0.5);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

/**
 * How many slips lie between two words: a letter too many, too few, another one, or two neighbours the wrong way round, which are one slip,
 * as they are to a thumb. Beyond `most` it may say more than there are.
 */
function slipsBetween(word: string, other: string, most: number): number {
  let least = distance(word, other);
  // Neighbours the wrong way round count as two until they are put right, so nothing further away than that can come near.
  if (least < 2 || least > 2 * most) return least;
  for (let i = 1; i < word.length; i++)
    if (word[i] !== word[i - 1] && word[i] === other[i - 1]) {
      const right = `${word.slice(0, i - 1)}${word[i]}${word[i - 1]}${word.slice(i + 1)}`;
      least = Math.min(least, 1 + distance(right, other));
    }
  return least;
}
