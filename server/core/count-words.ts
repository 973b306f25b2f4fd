/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text as a reader counts them: runs of letters or digits, a blank counting as one. For pages, which remember no texts. */
export function countWords(text: string): number {
  const filled = text.replace(/\{\{[^{}]*\}\}/g, "blank");
  if (UNSPACED.test(filled))
    return [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(filled)].filter(({ isWordLike }) => isWordLike).length;
  return filled.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
