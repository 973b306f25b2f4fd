import { rememberedWord } from "../remembered.ts";
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
  const count = collect(message, index);
  const features = { ids: desk.ids.slice(0, count), from: desk.from.slice(0, count), to: desk.to.slice(0, count) };
  clear(count);
  return features;
}

/** What some work makes of the features of a sentence. They are lent and not given: after it, another sentence's stand in their place. */
export function withFeatures<V>(message: Message, index: number, work: (ids: Uint32Array) => V): V {
  const count = collect(message, index);
  const made = work(desk.ids.subarray(0, count));
  clear(count);
  return made;
}

/** Lays the features of a sentence on the desk. Answers how many there are. */
function collect(message: Message, index: number): number {
  collected = 0;
  const sentence = message.sentences[index];
  if (!sentence) return 0;
  const written = sentence.written.slice(0, MOST_WORDS);
  const stems = runOf(sentence.tokens.slice(0, MOST_WORDS), ({ lemma }) => lemma, sentence.written);
  grams(STEM, stems);
  grams(
    WORD,
    runOf(written, ({ word }) => word, written),
  );
  for (let i = 0; i < written.length; i++) for (const piece of piecesOf(written[i]?.word ?? "")) add(piece, i, i);
  // What came before, or where it stands, changes what some words mean; it means nothing by itself.
  for (const kind of kindsOf(message)) pairs(kind, stems);
  return collected;
}

const kindsOf = ({ stage, thread, field, kind }: Message): readonly number[] => [
  ...(thread === "reply" || stage !== "cold" ? [ANSWERED] : []),
  ...(field === "subject" ? [SUBJECT] : []),
  ...(kind === "take-away" ? [GOODBYE] : []),
];

/** A run of words as numbers, with a mark at each end, and where each is written. */
type Run = { readonly hashes: readonly number[]; readonly places: readonly number[] };

/** The run that some of the written words make. */
function runOf(tokens: readonly Token[], form: (token: Token) => string, written: readonly Token[]): Run {
  const hashes = [hashOf("<")];
  const places = [0];
  let place = 0;
  for (const token of tokens) {
    while (place < written.length - 1 && written[place] !== token) place++;
    hashes.push(hashOf(form(token)));
    places.push(place);
  }
  hashes.push(hashOf(">"));
  places.push(place);
  places[0] = places[1] ?? 0;
  return { hashes, places };
}

function grams(kind: number, { hashes, places }: Run): void {
  for (let i = 0; i < hashes.length; i++) {
    const from = places[i] ?? 0;
    const first = hashes[i] ?? 0;
    add(mixed(kind * 16 + 1, first), from, from);
    const second = hashes[i + 1];
    if (second === undefined) continue;
    add(mixed(kind * 16 + 2, first, second), from, places[i + 1] ?? 0);
    const third = hashes[i + 2];
    if (third === undefined) continue;
    add(mixed(kind * 16 + 3, first, second, third), from, places[i + 2] ?? 0);
    add(mixed(kind * 16 + 4, first, third), from, places[i + 2] ?? 0);
    const fourth = hashes[i + 3];
    if (fourth !== undefined) add(mixed(kind * 16 + 5, first, fourth), from, places[i + 3] ?? 0);
  }
}

function pairs(kind: number, { hashes, places }: Run): void {
  for (let i = 1; i < hashes.length - 1; i++) {
    add(mixed(kind * 16 + 1, hashes[i] ?? 0), places[i] ?? 0, places[i] ?? 0);
    add(mixed(kind * 16 + 2, hashes[i] ?? 0, hashes[i + 1] ?? 0), places[i] ?? 0, places[i + 1] ?? 0);
  }
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
/** How many features lie on the desk. */
let collected = 0;

function add(id: number, from: number, to: number): void {
  const { ids, slots } = desk;
  let slot = id & (SLOTS - 1);
  for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) if (ids[(slots[slot] ?? 1) - 1] === id) return;
  if (collected === MOST_FEATURES) return;
  ids[collected] = id;
  desk.from[collected] = from;
  desk.to[collected] = to;
  slots[slot] = ++collected;
}

function clear(count: number): void {
  const { ids, slots } = desk;
  for (let i = 0; i < count; i++) {
    let slot = (ids[i] ?? 0) & (SLOTS - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) slots[slot] = 0;
  }
}

/** A word as a number. */
const hashOf = rememberedWord((word) => hashed(word, 0, word.length));

/** The pieces of a word, with a mark at each end, as features. */
const piecesOf = rememberedWord((word): readonly number[] => {
  const whole = `<${word.slice(0, 30)}>`;
  const made: number[] = [];
  for (let i = 0; i + PIECE <= whole.length; i++) made.push(mixed(PIECES * 16, hashed(whole, i, i + PIECE)));
  return made;
});

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
