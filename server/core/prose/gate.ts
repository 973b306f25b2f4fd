import type { Message } from "./message.ts";
import model from "./model.json" with { type: "json" };
import type { Sentence } from "./tokens.ts";

/**
 * A second opinion on what the phrases find: how much a passage sounds like the sentences that people marked as offending, and
 * how much like those that they marked as fine. A linear model over words, pairs and triples of words, trained from the labelled
 * sentences of the build set by `npm run train`.
 */
export type Model = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };

/** The share, from 0 to 1, that this passage sounds like an offending one rather than a fine one. */
export function offence(message: Message, index: number): number {
  return probability(model, featuresOf(message, index));
}

/** Below this share a passage sounds more like the fine sentences, and nothing is said. */
export const EVEN = 0.5;

/** What the model knows a passage by: the words of the sentence and its neighbours, and the kind of message it stands in. */
export function featuresOf(message: Message, index: number): readonly string[] {
  const features = new Set<string>();
  for (const sentence of message.sentences.slice(Math.max(0, index - 1), index + 2))
    for (const feature of grams(sentence)) features.add(feature);
  for (const key of ["stage", "thread", "mode", "kind", "field", "position"] as const) features.add(`${key}=${message[key]}`);
  if (message.value !== undefined) features.add("value");
  if (message.sourcedDeadline) features.add("deadline");
  return [...features];
}

/** The probability that a linear model gives. Features are weighed by how many there are, so that long passages are not louder. */
export function probability({ bias, weights }: Model, features: readonly string[]): number {
  const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), 0);
  return 1 / (1 + Math.exp(-(bias + sum / Math.sqrt(features.length || 1))));
}

function* grams({ tokens }: Sentence): Iterable<string> {
  const words = ["<", ...tokens.map(({ lemma }) => lemma), ">"];
  for (const [i, word] of words.entries()) {
    const [second, third, fourth] = words.slice(i + 1, i + 4);
    yield word;
    if (second !== undefined) yield `${word} ${second}`;
    if (third !== undefined) yield `${word} ${second} ${third}`;
    if (third !== undefined) yield `${word} * ${third}`;
    if (fourth !== undefined) yield `${word} ** ${fourth}`;
  }
}
