import { FAMILIES, JUDGEMENTS } from "../core/index.ts";
import { type Passage, type Text, wantedOf } from "./passages.ts";
import { random, shuffle } from "./random.ts";

const ROUNDS = 14;
const RATE = 0.3;
/** Weights shrink by this, so that none rests on a single sentence. */
const DECAY = 1e-4;
/** Finding an offending sentence counts for as much as leaving two fine ones alone. */
const OFFENDING = 2;
/** A feature of one sentence alone says nothing about others. */
const SEEN = 2;
/** Rounds after which it is asked which of several sentences is the offending one. */
const SETTLED = 2;
/**
 * The share of a sentence's features that are hidden, others each time, so that the rest must do without them. Measured on hands
 * that were not learnt from: it finds half a point of a hundred more, and takes fewer families for another.
 */
const HIDDEN = 0.35;
/** An error too small to learn from. */
const SMALL = 2e-3;

/** What was learnt: a row of `JUDGEMENTS` weights for each feature. */
export type Learnt = {
  readonly rows: ReadonlyMap<number, number>;
  /** For each row, how many sentences have the feature. */
  readonly seen: Uint32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

type Example = { readonly rows: Int32Array; readonly count: number; readonly wanted: Float32Array };

/**
 * A logistic regression for each family and one for offending at all, all at once, with step sizes that shrink as in AdaGrad.
 * Deterministic: the same texts in the same order give the same weights.
 */
export function learn(texts: readonly Text[]): Learnt {
  const { rows, seen } = rowsOf(texts);
  const weights = new Float32Array(rows.size * JUDGEMENTS);
  const steps = new Float32Array(rows.size * JUDGEMENTS).fill(1e-2);
  const bias = new Float32Array(JUDGEMENTS).fill(-2);
  const scores = new Float32Array(JUDGEMENTS);
  const example = ({ ids, wanted }: Passage): Example => ({
    rows: Int32Array.from([...ids].flatMap((id) => rows.get(id) ?? [])),
    count: ids.length || 1,
    wanted,
  });
  const said = texts.filter(({ unsaid }) => !unsaid).flatMap(({ sentences }) => sentences.map(example));
  const unsaid = texts.filter((text) => text.unsaid).map(({ sentences, families }) => ({ examples: sentences.map(example), families }));
  const next = random(1);
  for (let round = 0; round < ROUNDS; round++) {
    const lesson = [...said, ...(round < SETTLED ? [] : unsaid.flatMap((text) => likeliest(text.examples, text.families)))];
    shuffle(lesson, next);
    for (const one of lesson) study(partOf(one));
  }
  return { rows, seen, weights, bias };

  function partOf({ rows: own, count, wanted }: Example): Example {
    return { rows: own.filter(() => next() > HIDDEN), count: count * (1 - HIDDEN), wanted };
  }

  function score({ rows: own, count }: Example): number {
    const scale = 1 / Math.sqrt(count);
    scores.set(bias);
    for (const row of own) {
      const at = row * JUDGEMENTS;
      for (let k = 0; k < JUDGEMENTS; k++) scores[k] = (scores[k] as number) + (weights[at + k] as number) * scale;
    }
    return scale;
  }

  function study(one: Example): void {
    const scale = score(one);
    for (let k = 0; k < JUDGEMENTS; k++) {
      const wanted = one.wanted[k] as number;
      const error = (1 / (1 + Math.exp(-(scores[k] as number))) - wanted) * (wanted > 0 && k < FAMILIES.length ? OFFENDING : 1);
      if (Math.abs(error) < SMALL) continue;
      bias[k] = (bias[k] as number) - 0.02 * error;
      for (const row of one.rows) {
        const at = row * JUDGEMENTS + k;
        const slope = error * scale + DECAY * (weights[at] as number);
        steps[at] = (steps[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(steps[at] as number);
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

function rowsOf(texts: readonly Text[]): Pick<Learnt, "rows" | "seen"> {
  const times = new Map<number, number>();
  for (const { sentences } of texts) for (const { ids } of sentences) for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const often = [...times].filter(([, count]) => count >= SEEN);
  return { rows: new Map(often.map(([id], row) => [id, row])), seen: Uint32Array.from(often, ([, count]) => count) };
}
