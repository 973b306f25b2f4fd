/** Bits of a feature's number: fewer make the model's file smaller, and more keep features apart. */
export const BITS = 19;

/** Letters of a piece of a word, and of a word of which there are pieces. */
const [PIECE, LONGEST] = [4, 30];
/** What is stirred into pieces, so that none is taken for a word. */
const PIECES = 3;

/** A text as a number of 32 bits (FNV-1a). */
export const numberOf = (text: string): number => hashed(text, 0, text.length);

function hashed(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** One number more stirred into what was before it: the finalizer of MurmurHash3. */
export function stirred(before: number, number: number): number {
  let hash = Math.imul(before ^ number, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** What was stirred together in its order, as the number of a feature. */
export const cut = (hash: number): number => hash >>> (32 - BITS);

/** The pieces of a word, with a mark at each end, as features. */
export function piecesOf(word: string): readonly number[] {
  const whole = `<${word.slice(0, LONGEST)}>`;
  const made: number[] = [];
  for (let i = 0; i + PIECE <= whole.length; i++) made.push(cut(stirred(PIECES * 16, hashed(whole, i, i + PIECE))));
  return made;
}
