import type { Message } from "./message.ts";
import type { Token } from "./tokens.ts";

/**
 * What the reader knows a sentence by: its words, their stems, runs of up to four of them, runs with gaps, and pieces of words,
 * each as a number of 28 bits. One in some thousand shares its number with one that the model knows, which training averages out.
 */
export type Features = {
  /** The features, each once. */
  readonly ids: Uint32Array;
  /** For each feature, the first and last of the sentence's written words that it is made of. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
};

/** Bits of a feature's number: fewer make the model's file smaller, and more keep features apart. */
const BITS = 28;
/** Words beyond this are not read. Nobody writes such a sentence. */
const MOST_WORDS = 200;
/** Letters of a piece of a word. */
const PIECE = 4;

/** Kinds of features, so that a stem is not taken for a word. */
const [STEM, WORD, PIECES, ANSWERED, SUBJECT, GOODBYE] = [1, 2, 3, 4, 5, 6];

/** The features of one sentence of a message. */
export function featuresOf(message: Message, index: number): Features {
  const sentence = message.sentences[index];
  const made = new Collected();
  if (!sentence) return made.done();
  const written = sentence.written.slice(0, MOST_WORDS);
  const tokens = sentence.tokens.slice(0, MOST_WORDS);
  const places = new Map(sentence.written.map((token, i) => [token, i]));
  const stems = run(
    tokens,
    ({ lemma }) => lemma,
    (token) => places.get(token) ?? 0,
  );
  const words = run(
    written,
    ({ word }) => word,
    (_, i) => i,
  );
  grams(made, STEM, stems);
  grams(made, WORD, words);
  for (const [i, { word }] of written.entries()) pieces(made, word, i);
  // What came before, or where it stands, changes what some words mean; it means nothing by itself.
  for (const kind of kindsOf(message)) pairs(made, kind, stems);
  return made.done();
}

const kindsOf = ({ stage, thread, field, kind }: Message): readonly number[] => [
  ...(thread === "reply" || stage !== "cold" ? [ANSWERED] : []),
  ...(field === "subject" ? [SUBJECT] : []),
  ...(kind === "take-away" ? [GOODBYE] : []),
];

/** A run of words as numbers, with a mark at each end, and where each is written. */
type Run = { readonly hashes: readonly number[]; readonly places: readonly number[] };

function run(tokens: readonly Token[], form: (token: Token) => string, place: (token: Token, i: number) => number): Run {
  const last = Math.max(0, tokens.length - 1);
  const places = tokens.map(place);
  return {
    hashes: [hashOf("<"), ...tokens.map((token) => hashOf(form(token))), hashOf(">")],
    places: [places[0] ?? 0, ...places, places[last] ?? 0],
  };
}

function grams(made: Collected, kind: number, { hashes, places }: Run): void {
  for (let i = 0; i < hashes.length; i++) {
    const add = (shape: number, last: number, ...words: number[]) =>
      made.add(mixed(kind * 16 + shape, words), places[i] ?? 0, places[last] ?? 0);
    const [first, second, third, fourth] = [hashes[i] ?? 0, hashes[i + 1], hashes[i + 2], hashes[i + 3]];
    add(1, i, first);
    if (second === undefined) continue;
    add(2, i + 1, first, second);
    if (third === undefined) continue;
    add(3, i + 2, first, second, third);
    add(4, i + 2, first, third);
    if (fourth !== undefined) add(5, i + 3, first, fourth);
  }
}

function pairs(made: Collected, kind: number, { hashes, places }: Run): void {
  for (let i = 1; i < hashes.length - 1; i++) {
    made.add(mixed(kind * 16 + 1, [hashes[i] ?? 0]), places[i] ?? 0, places[i] ?? 0);
    made.add(mixed(kind * 16 + 2, [hashes[i] ?? 0, hashes[i + 1] ?? 0]), places[i] ?? 0, places[i + 1] ?? 0);
  }
}

function pieces(made: Collected, word: string, place: number): void {
  const whole = `<${word.slice(0, 30)}>`;
  for (let i = 0; i + PIECE <= whole.length; i++) made.add(mixed(PIECES * 16, [hashOf(whole.slice(i, i + PIECE))]), place, place);
}

class Collected {
  readonly #seen = new Map<number, number>();
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  add(id: number, from: number, to: number): void {
    if (this.#seen.has(id)) return;
    this.#seen.set(id, this.#from.length);
    this.#from.push(from);
    this.#to.push(to);
  }

  done(): Features {
    return { ids: Uint32Array.from(this.#seen.keys()), from: Uint16Array.from(this.#from), to: Uint16Array.from(this.#to) };
  }
}

const known = new Map<string, number>();

/** A word as a number (FNV-1a, 32 bits). */
function hashOf(word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  if (known.size < 50_000) known.set(word, hash >>> 0);
  return hash >>> 0;
}

/** Some words in their order as one number of `BITS` bits (the finalizer of MurmurHash3 over each). */
function mixed(kind: number, words: readonly number[]): number {
  let hash = kind;
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> (32 - BITS);
}
