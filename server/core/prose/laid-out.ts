import { BITS } from "./features.ts";
import { JUDGEMENTS, type Model } from "./model.ts";

/** Numbers that a feature can have. */
const NUMBERS = 2 ** BITS;
/** Features whose bits are counted in one go. */
const BLOCK = 32;
const BLOCKS = NUMBERS / BLOCK;
/** Rows that two bytes can count. */
const MOST_ROWS = 2 ** 16;

/** What a model says in a few numbers, beside its bytes. */
type Few = Pick<Model, "unit" | "thresholds"> & { readonly bias: readonly number[] };

/** A model as it lies in memory when it is ready. Bytes and nothing longer, so that every computer reads the same. */
export type LaidOut = Few & { readonly bytes: Uint8Array };

/**
 * Lays a model out in bytes that need only be read: to unpack one takes a program that has just started as long as all else it does for
 * its first verdict. In their order: a bit for each number a feature can have; of each block of them the rows before it, the lower bytes
 * and then the upper ones; the weights. Seven times as long as packed, and as long once both are compressed. Throws where there are more
 * rows than two bytes can count.
 */
export function laidOut({ bias, unit, thresholds, rowOf, weights }: Model): LaidOut {
  if (weights.length / JUDGEMENTS > MOST_ROWS) throw new Error(`A model is laid out with at most ${MOST_ROWS} features.`);
  const bytes = new Uint8Array(NUMBERS / 8 + 2 * BLOCKS + weights.length);
  const { bits, lower, upper } = parts(bytes);
  let before = 0;
  for (let number = 0; number < NUMBERS; number++) {
    if (number % BLOCK === 0) {
      lower[number / BLOCK] = before & 0xff;
      upper[number / BLOCK] = before >>> 8;
    }
    const row = rowOf(number);
    if (row < 0) continue;
    if (row !== before++) throw new Error("The rows of a model rise with the numbers of its features.");
    bits[number >>> 3] = (bits[number >>> 3] ?? 0) | (1 << (number & 7));
  }
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), bytes.length - weights.length);
  return { bias: [...bias], unit, thresholds, bytes };
}

/** A model that was laid out, ready to judge. Its weights stay where the bytes are. */
export function fromLaidOut({ bias, unit, thresholds, bytes }: LaidOut): Model {
  const { bits, lower, upper, weights } = parts(bytes);
  const rowOf = (feature: number): number => {
    const byte = feature >>> 3;
    if ((((bits[byte] ?? 0) >>> (feature & 7)) & 1) === 0) return -1;
    const from = byte & ~3;
    const block = (bits[from] ?? 0) | ((bits[from + 1] ?? 0) << 8) | ((bits[from + 2] ?? 0) << 16) | ((bits[from + 3] ?? 0) << 24);
    const at = feature >>> 5;
    return ((lower[at] ?? 0) | ((upper[at] ?? 0) << 8)) + ones(block & ((1 << (feature & 31)) - 1));
  };
  return { bias: Float32Array.from(bias), unit, thresholds, rowOf, weights };
}

function parts(bytes: Uint8Array) {
  const lower = NUMBERS / 8;
  const upper = lower + BLOCKS;
  const weights = upper + BLOCKS;
  return {
    bits: bytes.subarray(0, lower),
    lower: bytes.subarray(lower, upper),
    upper: bytes.subarray(upper, weights),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + weights, bytes.length - weights),
  };
}

/** How many of 32 bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
