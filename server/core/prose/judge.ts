import { FAMILIES } from "./families.ts";
import { JUDGEMENTS, LAST, type Model } from "./model.ts";

/** How much the likeliest family counts beside the judgement that anything is wrong. Half or half as much again finds less. */
export const SHARE = 1;
/**
 * A family as likely as the likeliest, less this, is meant as well: words can do two wrongs at once. A margin for each family,
 * learnt beside the weights, found no more than this one does.
 */
const NEARLY = 1.5;

/** What a model makes of a sentence: how strongly it objects, and to which families. Above 0 it objects. */
export type Judgement = { readonly strength: number; readonly families: readonly number[] };

// One desk for all sentences: to make room for each took as long as to sum what is in it.
const desk = { sums: new Int32Array(JUDGEMENTS), scores: new Float32Array(JUDGEMENTS) };

/** What a model makes of a sentence with these features, each once. */
export const judge = (model: Model, ids: Uint32Array): Judgement => judged(scoresOf(model, ids, desk.scores), model.thresholds);

/** How much a sentence with these features, each once, speaks for each judgement. */
export function scoresOf(
  { bias, unit, placeOf, judgements, weights }: Model,
  ids: Uint32Array,
  scores = new Float32Array(JUDGEMENTS),
): Float32Array {
  const { sums } = desk;
  // Weights are small whole numbers, so their sums are exact in whatever order.
  sums.fill(0);
  for (let i = 0; i < ids.length; i++) {
    let at = placeOf(ids[i] ?? 0);
    if (at < 0) continue;
    for (let told = 0; told < LAST; at++) {
      told = judgements[at] ?? LAST;
      const judgement = told & ~LAST;
      sums[judgement] = (sums[judgement] ?? 0) + (weights[at] ?? 0);
    }
  }
  // Features are weighed by how many there are, so that long sentences are not louder.
  const scale = unit / Math.sqrt(ids.length || 1);
  for (let k = 0; k < JUDGEMENTS; k++) scores[k] = (sums[k] ?? 0) * scale + (bias[k] ?? 0);
  return scores;
}

/** What scores mean: one for each family, then one for anything wrong at all. */
export function judged(scores: Float32Array, thresholds: readonly number[]): Judgement {
  let best = 0;
  for (let k = 1; k < FAMILIES.length; k++) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  const top = scores[best] ?? 0;
  const families: number[] = [];
  for (let k = 0; k < FAMILIES.length; k++) if ((scores[k] ?? 0) >= top - NEARLY) families.push(k);
  return { strength: (scores[FAMILIES.length] ?? 0) + SHARE * top - (thresholds[best] ?? 0), families };
}
