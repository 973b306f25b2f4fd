import { remembered } from "./remembered.ts";

/** A blank in a text: `{{name}}`, with its UTF-16 offsets in the text. */
export type Blank = { readonly name: string; readonly from: number; readonly to: number };

/** The blanks of a text, in order. */
export const blanks = (text: string): readonly Blank[] => (text.includes("{{") ? blanksIn(text) : NO_BLANKS);

const NO_BLANKS: readonly Blank[] = [];

const blanksIn = remembered((text: string): readonly Blank[] =>
  [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(({ 0: whole, 1: name = "", index }) => ({
    name,
    from: index,
    to: index + whole.length,
  })),
);

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text as a reader counts them: runs of letters or digits, a blank counting as one. */
export const wordCount = remembered((text: string): number => {
  const filled = text.replace(/\{\{[^{}]*\}\}/g, "blank");
  if (UNSPACED.test(filled))
    return [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(filled)].filter(({ isWordLike }) => isWordLike).length;
  return filled.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
});
