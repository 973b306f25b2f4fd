import { FAMILIES } from "./families.ts";
import { BITS } from "./features.ts";
import { packing, unpacking } from "./packed.ts";

/** Judgements on a sentence: one for each family, then one on whether anything is wrong at all. */
export const JUDGEMENTS = FAMILIES.length + 1;

/** The last judgement. */
const ANYTHING = FAMILIES.length;

/** A linear model over the features of a sentence, as `npm run train` writes it. */
export type ModelFile = {
  readonly bias: readonly number[];
  /** What a weight of 1 stands for. */
  readonly unit: number;
  /** For each family, how strongly its best sentence must speak before anything is said. */
  readonly thresholds: readonly number[];
  /** How many features there are. */
  readonly features: number;
  /**
   * Lists of numbers (`packed.ts`): how many features are left out before each that is there; then for each judgement how many of
   * them weigh, how many do not before each that does, and the weights. A feature that weighs for no family weighs for the last
   * judgement, so there only the others are told of.
   */
  readonly packed: string;
};

/** A model ready to judge. */
export type Model = {
  readonly bias: Float32Array;
  readonly unit: number;
  readonly thresholds: readonly number[];
  /** The row of a feature in `weights`, or -1. */
  readonly rowOf: (feature: number) => number;
  /** Rows of `JUDGEMENTS` weights each. */
  readonly weights: Int8Array;
};

/** The largest weight, either way. */
export const LARGEST = 7;

/** Makes a written model ready to judge. Files are ours, so a wrong one throws. */
export function opened(file: ModelFile): Model {
  const next = unpacking(file.packed);
  const features = placesFrom(next(file.features));
  const weights = new Int8Array(features.length * JUDGEMENTS);
  const fill = (k: number, rows: Uint32Array) => {
    const folded = next(rows.length);
    for (let i = 0; i < rows.length; i++) weights[(rows[i] ?? 0) * JUDGEMENTS + k] = unfolded(folded[i] ?? 0);
  };
  const told = () => placesFrom(next(next(1)[0] ?? 0));
  for (let k = 0; k < ANYTHING; k++) fill(k, told());
  fill(
    ANYTHING,
    withLone(told(), (row) => forAFamily(weights, row * JUDGEMENTS), features.length),
  );
  return { bias: Float32Array.from(file.bias), unit: file.unit, thresholds: file.thresholds, rowOf: table(features), weights };
}

/** Writes features and their weights the way a model file holds them. Features must rise. */
export function written(features: readonly number[], weights: readonly Int8Array[]): Pick<ModelFile, "features" | "packed"> {
  const { add, done } = packing();
  add(gapsOf(features));
  for (let k = 0; k < JUDGEMENTS; k++) {
    const weighing = weights.flatMap((row, i) => (row[k] ? [i] : []));
    const told = k < ANYTHING ? weighing : withoutLone(weights);
    add([told.length]);
    add(gapsOf(told));
    add(weighing.map((i) => folded(weights[i]?.[k] ?? 0)));
  }
  return { features: features.length, packed: done() };
}

/** How many numbers are left out before each of some that rise. */
const gapsOf = (places: readonly number[]): readonly number[] => places.map((place, i) => place - (places[i - 1] ?? -1) - 1);

function placesFrom(gaps: Uint32Array): Uint32Array {
  let place = -1;
  for (let i = 0; i < gaps.length; i++) {
    place += (gaps[i] ?? 0) + 1;
    gaps[i] = place;
  }
  return gaps;
}

/** Whether a feature weighs for any family. Counted by hand, as everything that is done for each feature while a model is opened. */
function forAFamily(weights: Int8Array, from: number): boolean {
  for (let at = from; at < from + ANYTHING; at++) if (weights[at] !== 0) return true;
  return false;
}

/** The places of features that weigh for anything at all, counted among those that weigh for a family. */
const withoutLone = (weights: readonly Int8Array[]): readonly number[] =>
  weights.filter((row) => forAFamily(row, 0)).flatMap((row, i) => (row[ANYTHING] ? [i] : []));

/** The same places counted among all features, and those that weigh for no family. */
function withLone(told: Uint32Array, isForAFamily: (row: number) => boolean, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  let [filled, among, at] = [0, 0, 0];
  for (let row = 0; row < count; row++) {
    if (!isForAFamily(row)) rows[filled++] = row;
    else if (told[at] === among++) {
      rows[filled++] = row;
      at++;
    }
  }
  return rows.subarray(0, filled);
}

/** A weight that is not 0 as a number from 0 up, small where it is small: 1, -1, 2, -2 … */
const folded = (weight: number): number => (Math.abs(weight) - 1) * 2 + (weight < 0 ? 1 : 0);
const unfolded = (number: number): number => ((number >>> 1) + 1) * (number & 1 ? -1 : 1);

/** Where each feature's row is. There are few enough numbers of features for a place for each. */
function table(features: Uint32Array): Model["rowOf"] {
  const rows = new Int32Array(2 ** BITS).fill(-1);
  for (let row = 0; row < features.length; row++) rows[features[row] ?? 0] = row;
  return (feature) => rows[feature] ?? -1;
}
