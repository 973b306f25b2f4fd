import { FAMILIES, JUDGEMENTS } from "../core/index.ts";
import { type Passage, type Text, wantedOf } from "./passages.ts";
import { random, shuffle } from "./random.ts";

/** Weights shrink by this, so that none rests on a single sentence. */
const DECAY = 1e-4;
/** Finding an offending sentence counts for as much as leaving two fine ones alone. */
const OFFENDING = 2;
/** An error too small to learn from. */
const SMALL = 2e-3;

/** What was learnt: a row of `JUDGEMENTS` weights for each feature. */
export type Learnt = {
  /** The row of each feature. */
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

export type Lessons = {
  /** How often everything is read. */
  readonly rounds: number;
  /** How far a weight moves by what one sentence teaches, in the first round and in the last. */
  readonly rate: readonly [first: number, last: number];
  /** The share of a sentence's features that are hidden, others each time, so that the rest must do without them. */
  readonly hidden: number;
  /** Rounds after which it is asked which of several sentences is the offending one. */
  readonly settled: number;
  /** Makes of a weight the one that is judged with. Left out: itself. */
  readonly asHeard?: (weight: number) => number;
  /** The largest weight, either way. */
  readonly largest?: number;
  /** Whether a weight may change. Left out: all may. */
  readonly mayChange?: (place: number) => boolean;
};

/** What was learnt, and of each weight what is judged with. */
export type Taught = Learnt & { readonly heard: Float32Array };

type Example = { readonly rows: Int32Array; readonly count: number; readonly wanted: Float32Array };

/**
 * A logistic regression for each family and one for offending at all, all at once, with step sizes that shrink as in AdaGrad. Goes on
 * from what was learnt before. Deterministic: the same texts in the same order give the same weights.
 */
export function taught(texts: readonly Text[], before: Learnt, lessons: Lessons): Taught {
  const { rows } = before;
  const { rounds, rate, hidden, settled, asHeard = itself, largest = Number.POSITIVE_INFINITY, mayChange = always } = lessons;
  const weights = before.weights.slice();
  // What is judged with may be coarser than what is learnt, whose small steps would otherwise all be lost.
  const heard = weights.map(asHeard);
  const bias = before.bias.slice();
  const steps = new Float32Array(weights.length).fill(1e-2);
  const scores = new Float32Array(JUDGEMENTS);
  const example = ({ ids, wanted }: Passage): Example => ({
    rows: Int32Array.from([...ids].flatMap((id) => rows.get(id) ?? [])),
    count: ids.length || 1,
    wanted,
  });
  const said = texts.filter(({ unsaid }) => !unsaid).flatMap(({ sentences }) => sentences.map(example));
  const unsaid = texts.filter((text) => text.unsaid).map(({ sentences, families }) => ({ examples: sentences.map(example), families }));
  const next = random(1);
  for (let round = 0; round < rounds; round++) {
    const lesson = [...said, ...(round < settled ? [] : unsaid.flatMap((text) => likeliest(text.examples, text.families)))];
    shuffle(lesson, next);
    const speed = rate[0] + ((rate[1] - rate[0]) * round) / Math.max(1, rounds - 1);
    for (const one of lesson) study(partOf(one), speed);
  }
  return { rows, weights, heard, bias };

  function partOf({ rows: own, count, wanted }: Example): Example {
    return { rows: own.filter(() => next() > hidden), count: count * (1 - hidden), wanted };
  }

  function score({ rows: own, count }: Example): number {
    const scale = 1 / Math.sqrt(count);
    scores.set(bias);
    for (const row of own) {
      const at = row * JUDGEMENTS;
      for (let k = 0; k < JUDGEMENTS; k++) scores[k] = (scores[k] as number) + (heard[at + k] as number) * scale;
    }
    return scale;
  }

  function study(one: Example, speed: number): void {
    const scale = score(one);
    for (let k = 0; k < JUDGEMENTS; k++) {
      const wanted = one.wanted[k] as number;
      const error = (1 / (1 + Math.exp(-(scores[k] as number))) - wanted) * (wanted > 0 && k < FAMILIES.length ? OFFENDING : 1);
      if (Math.abs(error) < SMALL) continue;
      bias[k] = (bias[k] as number) - 0.02 * error;
      for (const row of one.rows) {
        const at = row * JUDGEMENTS + k;
        if (!mayChange(at)) continue;
        const slope = error * scale + DECAY * (weights[at] as number);
        steps[at] = (steps[at] as number) + slope * slope;
        const weight = (weights[at] as number) - (speed * slope) / Math.sqrt(steps[at] as number);
        weights[at] = Math.max(-largest, Math.min(largest, weight));
        heard[at] = asHeard(weights[at] as number);
      }
    }
  }

  /** Of several sentences, for each family the one that sounds most like it. */
  function likeliest(examples: readonly Example[], families: readonly number[]): readonly Example[] {
    const all = examples.map((one) => {
      score(one);
      return Float32Array.from(scores);
    });
    const chosen = new Map<number, number[]>();
    for (const family of families) {
      const strength = all.map((own) => (own[family] as number) + (own[JUDGEMENTS - 1] as number));
      const best = strength.indexOf(Math.max(...strength));
      chosen.set(best, [...(chosen.get(best) ?? []), family]);
    }
    return [...chosen].map(([index, own]) => ({ ...(examples[index] as Example), wanted: wantedOf(own) }));
  }
}

const itself = (weight: number): number => weight;
const always = (): boolean => true;
