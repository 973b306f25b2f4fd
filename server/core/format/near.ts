import { closest, distance } from "fastest-levenshtein";

/** The option that was probably meant: two neighbouring letters swapped, or at most a third of its letters away. */
export function near(word: string, options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined;
  const plainWord = word.toLowerCase().replaceAll("_", "-").replaceAll(" ", "-");
  const swapped = options.find((option) => isSwap(plainWord, option));
  if (swapped !== undefined) return swapped;
  const best = closest(plainWord, options);
  return distance(plainWord, best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}

/** Whether two words differ only in the order of two neighbouring letters. */
function isSwap(a: string, b: string): boolean {
  const first = [...a].findIndex((letter, i) => letter !== b[i]);
  return first >= 0 && a.slice(0, first) + (a[first + 1] ?? "") + (a[first] ?? "") + a.slice(first + 2) === b;
}
