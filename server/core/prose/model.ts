import { FAMILIES } from "./families.ts";
import { BITS } from "./numbers.ts";
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

/** A model ready to judge. Of a hundred weights that it could have, ninety are 0: only the others are there. */
export type Model = {
  readonly bias: Float32Array;
  readonly unit: number;
  readonly thresholds: readonly number[];
  /** Where the weights of a feature begin, or -1. */
  readonly placeOf: (feature: number) => number;
  /** Of each weight the judgement that it is for; with `LAST` where the next one is another feature's. */
  readonly judgements: Uint8Array;
  readonly weights: Int8Array;
};

/** The largest weight, either way. */
export const LARGEST = 7;
/** Marks the last weight of a feature. */
export const LAST = 0x80;

/** Makes a written model ready to judge. Files are ours, so a wrong one throws. */
export function opened(file: ModelFile): Model {
  const next = unpacking(file.packed);
  const features = placesFrom(next(file.features));
  const counts = new Uint8Array(features.length);
  const told = () => placesFrom(next(next(1)[0] ?? 0));
  const weighing: { readonly rows: Uint32Array; readonly folded: Uint32Array }[] = [];
  for (let k = 0; k < JUDGEMENTS; k++) {
    const rows = k < ANYTHING ? told() : withLone(told(), counts);
    for (let i = 0; i < rows.length; i++) counts[rows[i] ?? 0] = (counts[rows[i] ?? 0] ?? 0) + 1;
    weighing.push({ rows, folded: next(rows.length) });
  }
  const places = new Int32Array(features.length);
  let end = 0;
  for (let row = 0; row < features.length; row++) {
    places[row] = end;
    end += counts[row] ?? 0;
  }
  const judgements = new Uint8Array(end);
  const weights = new Int8Array(end);
  const filled = places.slice();
  for (let k = 0; k < JUDGEMENTS; k++) {
    const { rows, folded } = weighing[k] as (typeof weighing)[number];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const at = filled[row] ?? 0;
      judgements[at] = k;
      weights[at] = unfolded(folded[i] ?? 0);
      filled[row] = at + 1;
    }
  }
  for (let row = 0; row < features.length; row++) judgements[(filled[row] ?? 0) - 1] = (judgements[(filled[row] ?? 0) - 1] ?? 0) | LAST;
  return {
    bias: Float32Array.from(file.bias),
    unit: file.unit,
    thresholds: file.thresholds,
    placeOf: table(features, places),
    judgements,
    weights,
  };
}

/** What a feature weighs for one judgement. */
export function weightOf({ placeOf, judgements, weights }: Model, feature: number, judgement: number): number {
  let at = placeOf(feature);
  if (at < 0) return 0;
  for (; ; at++) {
    const told = judgements[at] ?? LAST;
    if ((told & ~LAST) === judgement) return weights[at] ?? 0;
    if (told >= LAST) return 0;
  }
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

/** The places of features that weigh for anything at all, counted among those that weigh for a family. */
const withoutLone = (weights: readonly Int8Array[]): readonly number[] =>
  weights.filter((row) => row.some((weight, k) => k < ANYTHING && weight !== 0)).flatMap((row, i) => (row[ANYTHING] ? [i] : []));

/** The same places counted among all features, and those that weigh for no family: what `counts` has none of. */
function withLone(told: Uint32Array, counts: Uint8Array): Uint32Array {
  const rows = new Uint32Array(counts.length);
  let [filled, among, at] = [0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    if (counts[row] === 0) rows[filled++] = row;
    else if (told[at] === among++) {
      rows[filled++] = row;
      at++;
    }
  }
  return rows.slice(0, filled);
}

/** A weight that is not 0 as a number from 0 up, small where it is small: 1, -1, 2, -2 … */
const folded = (weight: number): number => (Math.abs(weight) - 1) * 2 + (weight < 0 ? 1 : 0);
const unfolded = (number: number): number => ((number >>> 1) + 1) * (number & 1 ? -1 : 1);

/** Where each feature's weights are. There are few enough numbers of features for a place for each. */
function table(features: Uint32Array, places: Int32Array): Model["placeOf"] {
  const all = new Int32Array(2 ** BITS).fill(-1);
  for (let row = 0; row < features.length; row++) all[features[row] ?? 0] = places[row] ?? 0;
  return (feature) => all[feature] ?? -1;
}
