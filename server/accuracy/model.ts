import { featuresOf, type Model, messageOf, probability } from "../core/index.ts";
import type { Labelled } from "./sentences.ts";

const ROUNDS = 30;
const RATE = 0.5;
const DECAY = 2e-4;
/** A feature of one sentence alone says nothing about others. */
const SEEN = 2;
/** Weights smaller than this change nothing that anybody would notice. */
const LEAST = 0.08;

/** A linear model that tells offending sentences from fine ones. Deterministic: the same sentences give the same model. */
export function train(sentences: readonly Labelled[]): Model {
  const examples = sentences.map(({ text, context, families }) => {
    const message = messageOf(text, context);
    const features = new Set(message.sentences.flatMap((_, index) => featuresOf(message, index)));
    return { features: [...features], offending: families.length > 0 };
  });
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const known = examples.map(({ features, offending }) => ({
    offending,
    features,
    learnt: features.filter((one) => (seen.get(one) ?? 0) >= SEEN),
  }));
  const weights: Record<string, number> = Object.create(null);
  let bias = 0;
  const random = sequence(20_261_122);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round * 0.3);
    for (const { features, learnt, offending } of shuffled(known, random)) {
      const error = (offending ? 1 : 0) - probability({ bias, weights }, features);
      const share = (rate * error) / Math.sqrt(features.length);
      bias += rate * error * 0.1;
      for (const feature of learnt) weights[feature] = (weights[feature] ?? 0) * (1 - rate * DECAY) + share;
    }
  }
  const kept = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= LEAST);
  return { bias: rounded(bias), weights: Object.fromEntries(kept.map(([feature, weight]) => [feature, rounded(weight)]).sort()) };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

/** Numbers from 0 to 1 that look random and are the same every time (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
