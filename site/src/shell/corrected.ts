import { distance } from "fastest-levenshtein";

/** Slips allowed in a word of some length. A longer word has room for more. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Two neighbouring letters the wrong way round are one slip, as they are to a thumb. */
const swapped = (word: string, other: string): boolean => {
  if (word.length !== other.length) return false;
  const first = [...word].findIndex((letter, i) => letter !== other[i]);
  return (
    first >= 0 && word[first] === other[first + 1] && word[first + 1] === other[first] && word.slice(first + 2) === other.slice(first + 2)
  );
};

/**
 * What was probably meant, by the words a handbook uses, the commonest first; undefined where every word is known or none is near.
 * A word that begins a known one is still being typed, and is left alone.
 */
export function corrected(typed: string, known: readonly string[]): string | undefined {
  let changed = false;
  const text = typed.replace(/\p{L}+/gu, (word) => {
    const lower = word.toLowerCase();
    const allowed = slips(lower.length);
    if (allowed === 0 || known.some((one) => one.startsWith(lower))) return word;
    let best: string | undefined;
    let least = allowed + 1;
    for (const one of known) {
      if (Math.abs(one.length - lower.length) > allowed) continue;
      const far = swapped(lower, one) ? 1 : distance(lower, one);
      if (far < least) [best, least] = [one, far];
    }
    if (best === undefined) return word;
    changed = true;
    return best;
  });
  return changed ? text : undefined;
}
