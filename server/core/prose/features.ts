import type { Message } from "./message.ts";
import type { Token } from "./tokens.ts";

/**
 * What the reader knows a sentence by: its words, their stems, runs of up to four of them, runs with gaps, and pieces of words,
 * each as a number of 19 bits. One in ten shares its number with one that the model knows, which training averages out: with half as
 * many numbers one of a hundred less is found, and numbers of 28 bits take three times the room in the model's file.
 */
export type Features = {
  /** The features, each once. */
  readonly ids: Uint32Array;
  /** For each feature, the first and last of the sentence's written words that it is made of. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
};

/** Bits of a feature's number: fewer make the model's file smaller, and more keep features apart. */
export const BITS = 19;
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
    const from = places[i] ?? 0;
    const first = hashes[i] ?? 0;
    made.add(mixed(kind * 16 + 1, first), from, from);
    const second = hashes[i + 1];
    if (second === undefined) continue;
    made.add(mixed(kind * 16 + 2, first, second), from, places[i + 1] ?? 0);
    const third = hashes[i + 2];
    if (third === undefined) continue;
    made.add(mixed(kind * 16 + 3, first, second, third), from, places[i + 2] ?? 0);
    made.add(mixed(kind * 16 + 4, first, third), from, places[i + 2] ?? 0);
    const fourth = hashes[i + 3];
    if (fourth !== undefined) made.add(mixed(kind * 16 + 5, first, fourth), from, places[i + 3] ?? 0);
  }
}

function pairs(made: Collected, kind: number, { hashes, places }: Run): void {
  for (let i = 1; i < hashes.length - 1; i++) {
    made.add(mixed(kind * 16 + 1, hashes[i] ?? 0), places[i] ?? 0, places[i] ?? 0);
    made.add(mixed(kind * 16 + 2, hashes[i] ?? 0, hashes[i + 1] ?? 0), places[i] ?? 0, places[i + 1] ?? 0);
  }
}

function pieces(made: Collected, word: string, place: number): void {
  const whole = `<${word.slice(0, 30)}>`;
  for (let i = 0; i + PIECE <= whole.length; i++) made.add(mixed(PIECES * 16, hashed(whole, i, i + PIECE)), place, place);
}

/** More features than a sentence of `MOST_WORDS` words can have. */
const MOST_FEATURES = 16_384;
const SLOTS = MOST_FEATURES * 2;
// One desk for all sentences, cleared after each: a fresh one per sentence took longer than the reading.
const desk = {
  ids: new Uint32Array(MOST_FEATURES),
  from: new Uint16Array(MOST_FEATURES),
  to: new Uint16Array(MOST_FEATURES),
  /** Where a feature stands above, plus 1, at the slot that its own bits name or the first free one after. */
  slots: new Uint16Array(SLOTS),
};

class Collected {
  #count = 0;

  add(id: number, from: number, to: number): void {
    const { ids, slots } = desk;
    let slot = id & (SLOTS - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) if (ids[(slots[slot] ?? 1) - 1] === id) return;
    if (this.#count === MOST_FEATURES) return;
    ids[this.#count] = id;
    desk.from[this.#count] = from;
    desk.to[this.#count] = to;
    slots[slot] = ++this.#count;
  }

  done(): Features {
    const { ids, slots } = desk;
    for (let i = 0; i < this.#count; i++) {
      let slot = (ids[i] ?? 0) & (SLOTS - 1);
      for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) slots[slot] = 0;
    }
    return { ids: ids.slice(0, this.#count), from: desk.from.slice(0, this.#count), to: desk.to.slice(0, this.#count) };
  }
}

const known = new Map<string, number>();

/** A word as a number, remembered. */
function hashOf(word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  const hash = hashed(word, 0, word.length);
  if (known.size < 50_000) known.set(word, hash);
  return hash;
}

/** A part of a text as a number (FNV-1a, 32 bits). */
function hashed(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Up to three words in their order as one number of `BITS` bits (the finalizer of MurmurHash3 over each). */
function mixed(kind: number, first: number, second?: number, third?: number): number {
  let hash = stirred(kind, first);
  if (second !== undefined) hash = stirred(hash, second);
  if (third !== undefined) hash = stirred(hash, third);
  return hash >>> (32 - BITS);
}

function stirred(before: number, word: number): number {
  let hash = Math.imul(before ^ word, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
