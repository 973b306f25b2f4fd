/** A text as a reader hears it, one kind of quotes and lines that were only wrapped joined, and the way back to what is written. */
export function asHeard(text: string): { heard: string; offsetOf: (at: number) => number } {
  const plain = (words: string) =>
    words
      .replace(/[‘’‛`´]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/(?<!\n)\n(?!\n)/g, " ");
  if (!text.includes("\r\n")) return { heard: plain(text), offsetOf: (at) => at };
  const returns = [...text.matchAll(/\r(?=\n)/g)].map(({ index }, before) => index - before);
  return { heard: plain(text.replaceAll("\r\n", "\n")), offsetOf: (at) => at + countBelow(returns, at) };
}

/** How many of some numbers that rise are below another: words may be found as often as there are lines, so not by going through all. */
function countBelow(rising: readonly number[], limit: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rising[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
