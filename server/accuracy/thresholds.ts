import { FAMILIES, judged, type Model, scoresOf } from "../core/index.ts";
import type { Text } from "./passages.ts";

/**
 * The false alarms among fine texts that we aim at, where a reader that learnt from three quarters of the hands judges the others.
 * The whole reader has learnt from all of them and raises less than half as many on texts it has not seen.
 */
const ALARMS = 0.065;

/** A text as a reader judged it that had learnt nothing from its hand. */
export type Trial = {
  readonly text: Text;
  /** Of each sentence, how much it speaks for each judgement. */
  readonly scores: readonly Float32Array[];
};

/** Judges texts with a model, before anything is decided by thresholds. */
export const trialOf = (model: Model, texts: readonly Text[]): readonly Trial[] =>
  texts.map((text) => ({ text, scores: text.sentences.map(({ ids }) => scoresOf(model, ids)) }));

const NONE: readonly number[] = FAMILIES.map(() => 0);

/** The loudest sentence of a text, and the family that it sounds like most. */
type Loudest = { readonly strength: number; readonly family: number; readonly fine: boolean };

function loudestOf({ text, scores }: Trial): Loudest {
  let strength = Number.NEGATIVE_INFINITY;
  let family = 0;
  for (const one of scores) {
    const judgement = judged(one, NONE);
    if (judgement.strength <= strength) continue;
    strength = judgement.strength;
    family = FAMILIES.reduce((best, _, k) => ((one[k] ?? 0) > (one[best] ?? 0) ? k : best), 0);
  }
  return { strength, family, fine: text.families.length === 0 };
}

/**
 * A threshold for each family, so that what is found is most where false alarms are as many as we allow. Every family pays the
 * same price for an alarm; the price is found by halving.
 */
export function thresholdsFrom(trials: readonly Trial[]): readonly number[] {
  const loudest = trials.map(loudestOf);
  const fine = loudest.filter((one) => one.fine).length;
  let [cheap, dear] = [0, 100];
  for (let halving = 0; halving < 30; halving++) {
    const price = (cheap + dear) / 2;
    const chosen = atPrice(loudest, price);
    const alarms = loudest.filter((one) => one.fine && one.strength > (chosen[one.family] ?? 0)).length;
    if (alarms > ALARMS * fine) cheap = price;
    else dear = price;
  }
  return atPrice(loudest, dear).map((threshold) => Math.round(threshold * 100) / 100);
}

const atPrice = (loudest: readonly Loudest[], price: number): readonly number[] =>
  FAMILIES.map((_, family) => {
    const own = loudest.filter((one) => one.family === family).sort((a, b) => b.strength - a.strength);
    let [worth, most, best] = [0, 0, (own[0]?.strength ?? 0) + 0.01];
    for (const [i, { strength, fine }] of own.entries()) {
      worth += fine ? -price : 1;
      if (worth < most) continue;
      most = worth;
      best = (strength + (own[i + 1]?.strength ?? strength - 0.1)) / 2;
    }
    return best;
  });

/** Pairs of families worth showing: beyond these each is rare. */
const MOST_MISTAKEN = 12;

/** How a reader does on texts of hands it has not seen, and in how many families it finds each offending sentence. */
export function figuresOf(trials: readonly Trial[], thresholds: readonly number[]) {
  let [offences, own, offending, any, fine, alarms, sentences, findings] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { text, scores } of trials) {
    const heard = scores.map((one) => judged(one, thresholds)).filter(({ strength }) => strength > 0);
    if (text.families.length === 0) {
      fine++;
      if (heard.length > 0) alarms++;
      continue;
    }
    offending++;
    if (heard.length > 0) any++;
    sentences += heard.length;
    findings += heard.reduce((sum, one) => sum + one.families.length, 0);
    const families = new Set(heard.flatMap((one) => one.families));
    offences += text.families.length;
    own += text.families.filter((family) => families.has(family)).length;
  }
  return { recall: own / offences, anything: any / offending, falseAlarms: alarms / fine, fine, offending, each: findings / sentences };
}

/** What each family is most often taken for, where something is heard and not the family itself. */
export function mistakenFor(trials: readonly Trial[], thresholds: readonly number[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { text, scores } of trials) {
    const heard = new Set(scores.map((one) => judged(one, thresholds)).flatMap((one) => (one.strength > 0 ? one.families : [])));
    for (const family of text.families) {
      if (heard.has(family)) continue;
      for (const other of heard) {
        const pair = `${FAMILIES[family]} taken for ${FAMILIES[other]}`;
        times.set(pair, (times.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_MISTAKEN)
    .map(([pair, count]) => `${pair}: ${count}`);
}
