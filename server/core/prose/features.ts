import type { Message } from "./message.ts";
import { BITS, cut, numberOf, stirred } from "./numbers.ts";
import type { Sentence, Token } from "./tokens.ts";

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

/** Words beyond this are not read. Nobody writes such a sentence. */
const MOST_WORDS = 200;

/** Kinds of features, so that a stem is not taken for a word. */
const [STEM, WORD, ANSWERED, SUBJECT, GOODBYE] = [1, 2, 4, 5, 6];

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

/** The words of a sentence as one number of 32 bits: of other words it may be the same. */
export function numberOfWords({ written }: Sentence): number {
  let number = written.length;
  for (let i = 0; i < written.length; i++) number = stirred(number, (written[i] as Token).form.wordNumber);
  return number;
}

/** Lays the features of a sentence on the desk. Answers how many there are. */
function collect(message: Message, index: number): number {
  collected = 0;
  const sentence = message.sentences[index];
  if (!sentence) return 0;
  const { stems, words } = desk;
  layStems(stems, sentence);
  layWords(words, sentence);
  grams(STEM, stems);
  grams(WORD, words);
  for (let i = 0; i < words.length - 2; i++) {
    const { pieces } = (sentence.written[i] as Token).form;
    for (let k = 0; k < pieces.length; k++) add(pieces[k] ?? 0, i, i);
  }
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
type Run = { readonly hashes: Int32Array; readonly places: Uint16Array; length: number };

const [BEGINNING, ENDING] = [numberOf("<"), numberOf(">")];
const emptyRun = (): Run => ({ hashes: new Int32Array(MOST_WORDS + 2), places: new Uint16Array(MOST_WORDS + 2), length: 0 });

function layStems(run: Run, { tokens, written }: Sentence): void {
  let place = 0;
  begin(run);
  for (let i = 0; i < tokens.length && i < MOST_WORDS; i++) {
    const token = tokens[i] as Token;
    while (place < written.length - 1 && written[place] !== token) place++;
    lay(run, token.form.lemmaNumber, place);
  }
  end(run);
}

function layWords(run: Run, { written }: Sentence): void {
  begin(run);
  for (let i = 0; i < written.length && i < MOST_WORDS; i++) lay(run, (written[i] as Token).form.wordNumber, i);
  end(run);
}

function begin(run: Run): void {
  run.length = 0;
  lay(run, BEGINNING, 0);
}

function lay(run: Run, hash: number, place: number): void {
  run.hashes[run.length] = hash;
  run.places[run.length++] = place;
}

/** The marks stand where the first and the last word do. */
function end(run: Run): void {
  lay(run, ENDING, run.places[run.length - 1] ?? 0);
  run.places[0] = run.places[1] ?? 0;
}

function grams(kind: number, { hashes, places, length }: Run): void {
  for (let i = 0; i < length; i++) {
    const from = places[i] ?? 0;
    const first = hashes[i] ?? 0;
    add(cut(stirred(kind * 16 + 1, first)), from, from);
    if (i + 1 >= length) continue;
    const second = hashes[i + 1] ?? 0;
    add(cut(stirred(stirred(kind * 16 + 2, first), second)), from, places[i + 1] ?? 0);
    if (i + 2 >= length) continue;
    const third = hashes[i + 2] ?? 0;
    add(cut(stirred(stirred(stirred(kind * 16 + 3, first), second), third)), from, places[i + 2] ?? 0);
    add(cut(stirred(stirred(kind * 16 + 4, first), third)), from, places[i + 2] ?? 0);
    if (i + 3 < length) add(cut(stirred(stirred(kind * 16 + 5, first), hashes[i + 3] ?? 0)), from, places[i + 3] ?? 0);
  }
}

function pairs(kind: number, { hashes, places, length }: Run): void {
  for (let i = 1; i < length - 1; i++) {
    const first = hashes[i] ?? 0;
    add(cut(stirred(kind * 16 + 1, first)), places[i] ?? 0, places[i] ?? 0);
    add(cut(stirred(stirred(kind * 16 + 2, first), hashes[i + 1] ?? 0)), places[i] ?? 0, places[i + 1] ?? 0);
  }
}

/** More features than a sentence of `MOST_WORDS` words can have. */
const MOST_FEATURES = 16_384;
// One desk for all sentences, cleared after each: a fresh one per sentence took longer than the reading.
const desk = {
  stems: emptyRun(),
  words: emptyRun(),
  ids: new Uint32Array(MOST_FEATURES),
  from: new Uint16Array(MOST_FEATURES),
  to: new Uint16Array(MOST_FEATURES),
  /** A bit for each number a feature can have: whether it lies here already. */
  taken: new Uint8Array(2 ** BITS / 8),
};
/** How many features lie on the desk. */
let collected = 0;

function add(id: number, from: number, to: number): void {
  const { ids, taken } = desk;
  const byte = id >>> 3;
  const bits = taken[byte] ?? 0;
  const bit = 1 << (id & 7);
  if ((bits & bit) !== 0 || collected === MOST_FEATURES) return;
  taken[byte] = bits | bit;
  ids[collected] = id;
  desk.from[collected] = from;
  desk.to[collected++] = to;
}

function clear(count: number): void {
  const { ids, taken } = desk;
  for (let i = 0; i < count; i++) taken[(ids[i] ?? 0) >>> 3] = 0;
}
