import { countWords } from "./count-words.ts";
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

/** The words of a text as a reader counts them, remembered. */
export const wordCount = remembered(countWords);
