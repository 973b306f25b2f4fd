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
    const far = distance(word, one, least) + (one[0] === word[0] ? 0 : 0.5);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

/**
 * How many slips lie between two words: a letter too many, too few, another one, or two neighbours the wrong way round, which are one slip,
 * as they are to a thumb. Counting ends once there are more than `most`.
 */
function distance(word: string, other: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= word.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = word[i - 1] === other[j - 1] ? 0 : 1;
      const step = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      now.push(swapped ? Math.min(step, (before[j - 2] ?? 0) + 1) : step);
    }
    if (Math.min(...now) > most) return Number.POSITIVE_INFINITY;
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
