/** A blank in a text: `{{name}}`, with its UTF-16 offsets in the text. */
export type Blank = { readonly name: string; readonly from: number; readonly to: number };

/** The blanks of a text, in order. */
export function blanks(text: string): readonly Blank[] {
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(({ 0: whole, 1: name = "", index }) => ({
    name,
    from: index,
    to: index + whole.length,
  }));
}

/** The words of a text as a reader counts them: runs of letters or digits, a blank counting as one. */
export const wordCount = (text: string): number =>
  text.replace(/\{\{[^{}]*\}\}/g, "blank").match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
