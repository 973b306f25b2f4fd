import { FAMILIES } from "./families.ts";

/** Judgements on a sentence: one for each family, then one on whether anything is wrong at all. */
export const JUDGEMENTS = FAMILIES.length + 1;

/**
 * A linear model over the features of a sentence, as `npm run train` writes it. `features` holds their numbers in rising order,
 * each as the step from the one before, as bytes in base64. `weights` holds a capital letter for each feature and judgement, and
 * for as many weights of 0 as come in a row one small letter, because few different letters are what compression makes smallest.
 */
export type ModelFile = {
  readonly bias: readonly number[];
  /** What a weight of 1 stands for. */
  readonly unit: number;
  /** For each family, how strongly its best sentence must speak before anything is said. */
  readonly thresholds: readonly number[];
  readonly features: string;
  readonly weights: string;
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

/** The letter of a weight of 0. Larger weights are later in the alphabet, smaller ones earlier. */
const ZERO = "N".charCodeAt(0);
/** The letter before that of a run of one weight of 0, and the longest run that has a letter. */
const RUN = "a".charCodeAt(0) - 1;
const LONGEST_RUN = 26;
/** The largest weight that has a letter of its own, either way. */
export const LARGEST = 12;

/** Makes a written model ready to judge. Files are ours, so a wrong one throws. */
export function opened(file: ModelFile): Model {
  const steps = bytesOf(file.features);
  const features: number[] = [];
  for (let at = 0, feature = 0; at < steps.length; ) {
    let step = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = steps[at++] ?? 0;
      step += (byte & 127) * scale;
      if (byte < 128) break;
    }
    feature += step;
    features.push(feature);
  }
  const weights = new Int8Array(features.length * JUDGEMENTS);
  let filled = 0;
  for (let at = 0; at < file.weights.length; at++) {
    const letter = file.weights.charCodeAt(at);
    if (letter > RUN) filled += letter - RUN;
    else weights[filled++] = letter - ZERO;
  }
  if (filled !== weights.length) throw new Error("The model of the prose reader does not hold together.");
  return { bias: Float32Array.from(file.bias), unit: file.unit, thresholds: file.thresholds, rowOf: table(features), weights };
}

/** Writes features and their weights the way a model file holds them. Features must rise. */
export function written(features: readonly number[], weights: readonly Int8Array[]): Pick<ModelFile, "features" | "weights"> {
  const steps: number[] = [];
  let before = 0;
  for (const feature of features) {
    let step = feature - before;
    before = feature;
    for (; step >= 128; step = Math.floor(step / 128)) steps.push((step % 128) + 128);
    steps.push(step);
  }
  const letters = weights.map((row) => String.fromCharCode(...Array.from(row, (weight) => ZERO + weight)));
  const runs = new RegExp(`${String.fromCharCode(ZERO)}{1,${LONGEST_RUN}}`, "g");
  return { features: textOf(steps), weights: letters.join("").replace(runs, (run) => String.fromCharCode(RUN + run.length)) };
}

/** A table of numbers without a hash map's boxes: each is looked for where its own bits put it, then in the places after. */
function table(features: readonly number[]): Model["rowOf"] {
  const size = 2 ** Math.ceil(Math.log2(features.length * 2 + 2));
  const keys = new Uint32Array(size);
  const rows = new Int32Array(size).fill(-1);
  // Counted by hand, as everything here: a model is opened before the first verdict, when an engine is slowest.
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] ?? 0;
    let place = (feature ^ (feature >>> 15)) & (size - 1);
    while (rows[place] !== -1) place = (place + 1) & (size - 1);
    keys[place] = feature;
    rows[place] = row;
  }
  return (feature) => {
    for (let place = (feature ^ (feature >>> 15)) & (size - 1); ; place = (place + 1) & (size - 1)) {
      const row = rows[place] ?? -1;
      if (row === -1 || keys[place] === feature) return row;
    }
  };
}

function bytesOf(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

function textOf(bytes: readonly number[]): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 4096) text += String.fromCharCode(...bytes.slice(from, from + 4096));
  return btoa(text);
}
