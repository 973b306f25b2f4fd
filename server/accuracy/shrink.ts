import { JUDGEMENTS, LARGEST, type ModelFile, written } from "../core/index.ts";
import type { Learnt } from "./learn.ts";

/** What a weight of 1 stands for. Finer steps make the file larger and the reader no better. */
const UNIT = 0.75;
/** Weights smaller than this change nothing that anybody would notice. */
const LEAST = 0.75;
/** The same for the judgement on whether anything is wrong, to which every feature adds. */
const LEAST_OF_ALL = 0.5;
/**
 * How much a feature must matter: its largest weight, times the root of how many sentences have it. Measured on hands that were
 * not learnt from: a fifth of the features loses two points of a hundred in what is found, and makes the file a tenth.
 */
const MATTERS = 3.1;

/**
 * The least that a feature's steps, squared and summed, must come to. Without those below it the file loses half of its
 * features, a third of its compressed size, and a third of a point in a hundred of what is found.
 */
const LOUD = 9;
/** Features kept at most, the loudest first: more, and the extension would be too large a package. */
const MOST = 48_000;

/** Keeps what matters of what was learnt, in steps of `UNIT`. */
export function shrunk({ rows, seen, weights, bias }: Learnt, thresholds: readonly number[]): ModelFile {
  const kept = [...rows]
    .flatMap(([feature, row]) => {
      const own = weights.subarray(row * JUDGEMENTS, (row + 1) * JUDGEMENTS);
      if (Math.max(...own.map(Math.abs)) * Math.sqrt(seen[row] ?? 0) < MATTERS) return [];
      const steps = Int8Array.from(own, (weight, k) =>
        Math.abs(weight) < (k === JUDGEMENTS - 1 ? LEAST_OF_ALL : LEAST)
          ? 0
          : Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / UNIT))),
      );
      const loudness = steps.reduce((sum, step) => sum + step * step, 0);
      return loudness >= LOUD ? [{ feature, steps, loudness }] : [];
    })
    .sort((a, b) => b.loudness - a.loudness || a.feature - b.feature)
    .slice(0, MOST)
    .sort((a, b) => a.feature - b.feature);
  return {
    bias: [...bias].map((one) => Math.round(one * 1000) / 1000),
    unit: UNIT,
    thresholds,
    ...written(
      kept.map(({ feature }) => feature),
      kept.map(({ steps }) => steps),
    ),
  };
}
