import type { Model } from "./model.ts";
import { BITS } from "./numbers.ts";

/** Numbers that a feature can have. */
const NUMBERS = 2 ** BITS;
/** Features whose bits are counted in one go. */
const BLOCK = 32;
const BLOCKS = NUMBERS / BLOCK;
/** Rows that two bytes can count. */
const MOST_ROWS = 2 ** 16;

/** What a model says in a few numbers, beside its bytes. */
type Few = Pick<Model, "unit" | "thresholds"> & { readonly bias: readonly number[]; readonly rows: number };

/** A model as it lies in memory when it is ready. Bytes and nothing longer, so that every computer reads the same. */
export type LaidOut = Few & { readonly bytes: Uint8Array };

/**
 * Lays a model out in bytes that need only be read: to unpack one takes a program that has just started as long as all else it does for
 * its first verdict. In their order: a bit for each number a feature can have; of each block of them the rows before it, in two bytes; of
 * each row where its weights begin, in three; the judgements that weights are for; the weights. What has several bytes has its lowest ones
 * first, all together. Three times as long as packed, and half as long again once both are compressed. Throws where there are more rows than two
 * bytes can count.
 */
export function laidOut({ bias, unit, thresholds, placeOf, judgements, weights }: Model): LaidOut {
  const places: number[] = [];
  const isThere = (number: number) => placeOf(number) >= 0;
  for (let number = 0; number < NUMBERS; number++) if (isThere(number)) places.push(placeOf(number));
  const rows = places.length;
  if (rows > MOST_ROWS) throw new Error(`A model is laid out with at most ${MOST_ROWS} features.`);
  if (places.some((place, row) => place <= (places[row - 1] ?? -1))) throw new Error("The weights of a model rise with its features.");
  const bytes = new Uint8Array(lengthOf(rows, weights.length));
  const parts = partsOf(bytes, rows);
  let before = 0;
  for (let number = 0; number < NUMBERS; number++) {
    if (number % BLOCK === 0) put(parts.before, number / BLOCK, before);
    if (!isThere(number)) continue;
    before++;
    parts.bits[number >>> 3] = (parts.bits[number >>> 3] ?? 0) | (1 << (number & 7));
  }
  for (const [row, place] of places.entries()) put(parts.places, row, place);
  parts.judgements.set(judgements);
  parts.weights.set(weights);
  return { bias: [...bias], unit, thresholds, rows, bytes };
}

/** A model that was laid out, ready to judge. Its weights stay where the bytes are. */
export function fromLaidOut({ bias, unit, thresholds, rows, bytes }: LaidOut): Model {
  const { bits, before, places, judgements, weights } = partsOf(bytes, rows);
  const [first, second] = before;
  const [low, middle, high] = places;
  const placeOf = (feature: number): number => {
    const byte = feature >>> 3;
    if ((((bits[byte] ?? 0) >>> (feature & 7)) & 1) === 0) return -1;
    const from = byte & ~3;
    const block = (bits[from] ?? 0) | ((bits[from + 1] ?? 0) << 8) | ((bits[from + 2] ?? 0) << 16) | ((bits[from + 3] ?? 0) << 24);
    const at = feature >>> 5;
    const row = ((first[at] ?? 0) | ((second[at] ?? 0) << 8)) + ones(block & ((1 << (feature & 31)) - 1));
    return (low[row] ?? 0) | ((middle[row] ?? 0) << 8) | ((high[row] ?? 0) << 16);
  };
  return { bias: Float32Array.from(bias), unit, thresholds, placeOf, judgements, weights };
}

const lengthOf = (rows: number, weights: number) => NUMBERS / 8 + 2 * BLOCKS + 3 * rows + 2 * weights;

function partsOf(bytes: Uint8Array, rows: number) {
  let from = 0;
  const next = (length: number) => {
    from += length;
    return bytes.subarray(from - length, from);
  };
  const bits = next(NUMBERS / 8);
  const before = [next(BLOCKS), next(BLOCKS)] as const;
  const places = [next(rows), next(rows), next(rows)] as const;
  const count = (bytes.length - from) / 2;
  const judgements = next(count);
  return { bits, before, places, judgements, weights: new Int8Array(bytes.buffer, bytes.byteOffset + from, count) };
}

/** Writes a number in as many bytes as it has room for, the lowest first. */
function put(room: readonly Uint8Array[], at: number, number: number): void {
  for (const [i, bytes] of room.entries()) bytes[at] = number >>> (8 * i);
}

/** How many of 32 bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
