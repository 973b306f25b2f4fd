import { FAMILIES } from "./families.ts";
import { JUDGEMENTS, type Model } from "./model.ts";

/** How much the likeliest family counts beside the judgement that anything is wrong. Half or half as much again finds less. */
export const SHARE = 1;
/**
 * A family as likely as the likeliest, less this, is meant as well: words can do two wrongs at once. A margin for each family,
 * learnt beside the weights, found no more than this one does.
 */
const NEARLY = 1.5;

/** What a model makes of a sentence: how strongly it objects, and to which families. Above 0 it objects. */
export type Judgement = { readonly strength: number; readonly families: readonly number[]; readonly scores: Float32Array };

/** What a model makes of a sentence with these features, each once. */
export function judge({ bias, unit, rowOf, weights, thresholds }: Model, ids: Uint32Array): Judgement {
  // Weights are small whole numbers, so their sums are exact in whatever order.
  const sums = new Int32Array(JUDGEMENTS);
  for (let i = 0; i < ids.length; i++) {
    const row = rowOf(ids[i] ?? 0);
    if (row < 0) continue;
    const at = row * JUDGEMENTS;
    for (let k = 0; k < JUDGEMENTS; k++) sums[k] = (sums[k] ?? 0) + (weights[at + k] ?? 0);
  }
  // Features are weighed by how many there are, so that long sentences are not louder.
  const scale = unit / Math.sqrt(ids.length || 1);
  const scores = new Float32Array(JUDGEMENTS);
  for (let k = 0; k < JUDGEMENTS; k++) scores[k] = (sums[k] ?? 0) * scale + (bias[k] ?? 0);
  return judged(scores, thresholds);
}

/** What scores mean: one for each family, then one for anything wrong at all. */
export function judged(scores: Float32Array, thresholds: readonly number[]): Judgement {
  let best = 0;
  for (let k = 1; k < FAMILIES.length; k++) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  const top = scores[best] ?? 0;
  const families: number[] = [];
  for (let k = 0; k < FAMILIES.length; k++) if ((scores[k] ?? 0) >= top - NEARLY) families.push(k);
  return { strength: (scores[FAMILIES.length] ?? 0) + SHARE * top - (thresholds[best] ?? 0), families, scores };
}
