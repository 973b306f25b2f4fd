/** A text as a reader hears it, one kind of quotes and lines that were only wrapped joined, and the way back to what is written. */
export function asHeard(text: string): { heard: string; offsetOf: (at: number) => number } {
  const plain = (words: string) =>
    words
      .replace(/[‘’‛`´]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/(?<!\n)\n(?!\n)/g, " ");
  if (!text.includes("\r\n")) return { heard: plain(text), offsetOf: (at) => at };
  const returns = [...text.matchAll(/\r(?=\n)/g)].map(({ index }, before) => index - before);
  return { heard: plain(text.replaceAll("\r\n", "\n")), offsetOf: (at) => at + returns.filter((one) => one < at).length };
}
