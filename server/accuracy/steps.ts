import { JUDGEMENTS, LARGEST, type ModelFile, written } from "../core/index.ts";
import type { Counted } from "./learn.ts";
import type { Text } from "./passages.ts";
import { type Learnt, type Lessons, type Taught, taught } from "./teach.ts";

/** Features that go on learning: those that move the most judgements the furthest. With all of them less is found. */
const MOST = 100_000;
/**
 * Steps that are so wide that most weights come to nothing, while the others learn to do without them: it is decided which features
 * weigh, and for which judgement. A weight below `quiet` steps is nothing.
 */
const WIDE = { unit: 5.1, quiet: 0.8 };
/** Those that are left learn in finer steps. Measured on hands that were not learnt from, it finds one of a hundred more. */
const FINE = { unit: 4, quiet: 0.5 };

const LESSONS: Lessons = { rounds: 8, rate: [0.6, 0.06], hidden: 0.3, settled: 0 };
const LAST: Lessons = { ...LESSONS, rounds: 6 };

/** What was learnt, in few whole steps. */
export type Stepped = Learnt & { readonly unit: number };

/**
 * Goes on learning with weights that are few and whole, as a model file holds them. Rounding what was learnt without them costs seven of a
 * hundred of what is found, for a file of this size; learning with them costs less than one.
 */
export function inSteps(texts: readonly Text[], learnt: Counted): Stepped {
  const few = taught(texts, loudest(learnt), { ...LESSONS, ...roundedTo(WIDE) });
  const weighing = only(few, withWeight(few));
  const fine = taught(texts, weighing, { ...LAST, ...roundedTo(FINE), mayChange: (place) => weighing.heard[place] !== 0 });
  const { rows, heard, bias } = only(fine, withWeight(fine));
  return { rows, weights: heard, bias, unit: FINE.unit };
}

/** The features that matter most: by the squares of their weights, and by how many sentences have them. */
function loudest({ rows, weights, bias, seen }: Counted): Taught {
  const loudness = Float64Array.from(seen, (count, row) => count * rowOf(weights, row).reduce((sum, weight) => sum + weight * weight, 0));
  const kept = [...rows].sort(([, a], [, b]) => (loudness[b] ?? 0) - (loudness[a] ?? 0)).slice(0, MOST);
  return only({ rows, weights, heard: weights, bias }, kept);
}

const rowOf = (weights: Float32Array, row: number) => weights.subarray(row * JUDGEMENTS, (row + 1) * JUDGEMENTS);

type Row = readonly [feature: number, row: number];

const withWeight = ({ rows, heard }: Taught): readonly Row[] => [...rows].filter(([, row]) => rowOf(heard, row).some(Boolean));

/** Some features alone, and of weights that are not heard nothing. */
function only({ weights, heard, bias }: Taught, some: readonly Row[]): Taught {
  const part = (all: Float32Array) => {
    const left = new Float32Array(some.length * JUDGEMENTS);
    for (const [i, [, row]] of some.entries()) left.set(rowOf(all, row), i * JUDGEMENTS);
    return left;
  };
  const left = part(heard);
  return {
    rows: new Map(some.map(([feature], i) => [feature, i])),
    weights: part(weights).map((weight, place) => (left[place] === 0 ? 0 : weight)),
    heard: left,
    bias,
  };
}

const roundedTo = ({ unit, quiet }: typeof WIDE): Pick<Lessons, "asHeard" | "largest"> => ({
  asHeard: (weight) => {
    const size = Math.abs(weight) / unit;
    return size < quiet ? 0 : Math.sign(weight) * Math.min(LARGEST, Math.max(1, Math.round(size))) * unit;
  },
  largest: (LARGEST + 0.49) * unit,
});

/** As a file holds it. */
export function fileOf({ rows, weights, bias, unit }: Stepped, thresholds: readonly number[]): ModelFile {
  const rising = [...rows].sort(([a], [b]) => a - b);
  return {
    bias: [...bias].map((one) => Math.round(one * 1000) / 1000),
    unit,
    thresholds,
    ...written(
      rising.map(([feature]) => feature),
      rising.map(([, row]) => Int8Array.from(rowOf(weights, row), (weight) => weight / unit)),
    ),
  };
}
