import { FAMILIES, featuresOf, JUDGEMENTS, type MessageContext, messageOf } from "../core/index.ts";
import { random } from "./random.ts";
import type { Labelled } from "./sentences.ts";

/** A labelled sentence as training sees it. `wanted` has a 1 for each family it offends in and for offending at all. */
export type Passage = { readonly ids: Uint32Array; readonly wanted: Float32Array };

/** A labelled text: its sentences. Where only the whole is labelled, nobody has said which of several sentences offends. */
export type Text = {
  readonly hand: string;
  readonly near: string;
  /** Numbers of the families. */
  readonly families: readonly number[];
  readonly sentences: readonly Passage[];
  readonly unsaid: boolean;
};

/** Families in which the same words can be fine for what came before: there the context is the author's own. */
const DEPENDS = new Set(["invented-thread", "check-in", "empty-bump", "assumed-yes", "overriding-no", "hollow-opener"]);

/** Characters of the offending words that must stand in a sentence, or all of them. */
const SHARED = 8;

/**
 * The labelled texts, ready for training. Authors gave a stage or a thread more often to one side than to the other, which would
 * teach that replies are fine. So wherever the words alone decide, the context is one drawn from all the texts.
 */
export function textsFrom(sentences: readonly Labelled[]): readonly Text[] {
  const next = random(77);
  const contexts = sentences.map(({ context }) => context);
  return sentences.map((labelled) => {
    const { near, hand, says } = labelled;
    const families = labelled.families.map((family) => FAMILIES.indexOf(family as never));
    const wordsDecide = says === undefined && ![near, ...labelled.families].some((family) => DEPENDS.has(family));
    const drawn = contexts[Math.floor(next() * contexts.length)];
    const context: MessageContext = wordsDecide ? { ...drawn, field: labelled.context.field } : labelled.context;
    const message = messageOf(labelled.text, context);
    return {
      hand,
      near,
      families,
      unsaid: says === undefined && families.length > 0 && message.sentences.length > 1,
      sentences: message.sentences.map(({ start, end }, index) => ({
        ids: featuresOf(message, index).ids,
        wanted: says ? wantedOf(familiesIn(labelled.text, says, start, end)) : wantedOf(families),
      })),
    };
  });
}

/** The families whose offending words stand in a stretch of a text. */
function familiesIn(text: string, says: NonNullable<Labelled["says"]>, start: number, end: number): readonly number[] {
  return Object.entries(says).flatMap(([family, passages]) =>
    passages.some((words) => {
      const at = text.indexOf(words);
      const shared = Math.min(end, at + words.length) - Math.max(start, at);
      return at >= 0 && shared >= Math.min(SHARED, words.length);
    })
      ? FAMILIES.indexOf(family as never)
      : [],
  );
}

/** What a perfect reader would say of a sentence. */
export function wantedOf(families: readonly number[]): Float32Array {
  const wanted = new Float32Array(JUDGEMENTS);
  for (const family of families) wanted[family] = 1;
  if (families.length > 0) wanted[JUDGEMENTS - 1] = 1;
  return wanted;
}
