import QuickLRU from "quick-lru";
import { once } from "../once.ts";
import { FAMILIES, type Family } from "./families.ts";
import { type Features, featuresOf, numberOfWords, withFeatures } from "./features.ts";
import type { Form } from "./form.ts";
import { type Judgement, judge, SHARE } from "./judge.ts";
import { isForeign } from "./language.ts";
import { learnt } from "./learnt.ts";
import { greets, type Message, rankOf } from "./message.ts";
import { JUDGEMENTS, type Model, weightOf } from "./model.ts";
import { purposeStandsElsewhere } from "./purpose.ts";
import type { Sentence } from "./tokens.ts";

/**
 * In a long message most sentences are harmless, so each must speak louder before anything is said: by this much each time that
 * the sentences double. Measured on whole messages whose hand was not learnt from.
 */
const LONGER = 1.3;
/** Sentences after which a message is long enough. */
const LONG = 16;

let ready: Model | undefined;
/** The model that is shipped, made ready when first asked for. */
function ours(): Model {
  ready ??= learnt();
  return ready;
}

/** Makes ready what the first message would wait for. For whoever has a moment before there is one. */
export const getReady = (): void => void ours();

/** Words that say one thing we would rather not have said: UTF-16 offsets into the message. */
export type Said = { readonly start: number; readonly end: number; readonly words: string };

type Heard = ReadonlyMap<Family, readonly Said[]>;

const heardIn = once((message: Message): Heard => listen(message, ours()));

/** Where a message says what a family is about: at most one place in each sentence. */
export const said = (message: Message, family: Family): readonly Said[] => heardIn(message).get(family) ?? [];

/** Whether a message says anything that any family is about. */
export const saysAnything = (message: Message): boolean => heardIn(message).size > 0;

function listen(message: Message, model: Model): Heard {
  const found = new Map<Family, Said[]>();
  // Better silent than guessing: a rule of its own says that these words were not read.
  if (isForeign(message.sentences)) return found;
  const count = message.sentences.filter(({ tokens }) => tokens.length > 0).length;
  const demand = LONGER * Math.log2(Math.min(LONG, Math.max(1, count)));
  for (const [index, sentence] of message.sentences.entries()) {
    const text = message.text.slice(sentence.start, sentence.end);
    // Marks alone say nothing, and what a suggestion left for a person to write is not written yet.
    if (sentence.tokens.length === 0 || !SPEAKS.test(text) || text.includes("[fill in: ")) continue;
    const { strength, families } = judgedOnce(model, message, sentence, index);
    if (strength <= demand) continue;
    const features = featuresOf(message, index);
    for (const k of families) {
      const family = FAMILIES[k];
      if (!family || excused(family, message, index)) continue;
      const [first, last] = loudest(model, features, k, sentence.written.length);
      const [from, to] = [sentence.written[first], sentence.written[last]];
      if (!from || !to) continue;
      // Marks may be the loudest, and are no words to point at.
      const speaks = SPEAKS.test(message.text.slice(from.start, to.end));
      const start = (speaks ? from : (sentence.written[0] ?? from)).start;
      const end = (speaks ? to : (sentence.written.at(-1) ?? to)).end;
      const place = { start, end, words: message.text.slice(start, end) };
      found.set(family, [...(found.get(family) ?? []), place]);
    }
  }
  return found;
}

const SPEAKS = /[\p{L}\p{N}]/u;

/** A judgement, the words it is on, and what else it depends on. */
type Known = Pick<Message, "stage" | "thread" | "field" | "kind"> & { readonly forms: readonly Form[]; readonly judgement: Judgement };

/**
 * Judgements on sentences read lately, by the number of their words: while a message is written, all its sentences but one stay what they
 * were, and a team says much of what it says in many playbooks, with another number.
 */
const recent = new QuickLRU<number, Known>({ maxSize: 1_000 });

function judgedOnce(model: Model, message: Message, sentence: Sentence, index: number): Judgement {
  const number = numberOfWords(sentence);
  const known = recent.get(number);
  if (known && isOf(known, message, sentence)) return known.judgement;
  const { stage, thread, field, kind } = message;
  const judgement = withFeatures(message, index, (ids) => judge(model, ids));
  recent.set(number, { forms: sentence.written.map(({ form }) => form), stage, thread, field, kind, judgement });
  return judgement;
}

function isOf({ forms, stage, thread, field, kind }: Known, message: Message, { written }: Sentence): boolean {
  if (stage !== message.stage || thread !== message.thread || field !== message.field || kind !== message.kind) return false;
  if (forms.length !== written.length) return false;
  // By what is heard and not by the object: every number is another one, and heard as the same.
  for (let i = 0; i < forms.length; i++) if (forms[i]?.word !== written[i]?.form.word) return false;
  return true;
}

/** What is known about a message besides its words can make them fine. */
function excused(family: Family, message: Message, index: number): boolean {
  if (family === "false-urgency") return message.sourcedDeadline;
  if (family === "vague-purpose") return purposeStandsElsewhere(message, index);
  return family === "hollow-opener" && (message.position === "closing" || rankOf(message, index) > 1 || greets(message, index));
}

/**
 * The run of words that speaks loudest for a family. Each feature's weight is shared out among its words, and the run with the
 * largest sum is what the finding underlines: the words because of which it is there.
 */
function loudest(model: Model, { ids, from, to }: Features, family: number, words: number): readonly [first: number, last: number] {
  const loudness = new Float32Array(words);
  let total = 0;
  for (const [i, id] of ids.entries()) {
    const weight = weightOf(model, id, family) + SHARE * weightOf(model, id, JUDGEMENTS - 1);
    if (weight === 0) continue;
    const [first, last] = [from[i] ?? 0, to[i] ?? 0];
    for (let word = first; word <= last; word++) loudness[word] = (loudness[word] ?? 0) + weight / (last - first + 1);
    total += weight;
  }
  // A word that says no more than the average adds nothing to the run.
  const quiet = Math.max(0, (0.5 * total) / (words || 1));
  let best: readonly [number, number] = [0, Math.max(0, words - 1)];
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let start = 0;
  for (let word = 0; word < words; word++) {
    if (sum <= 0) {
      sum = 0;
      start = word;
    }
    sum += (loudness[word] ?? 0) - quiet;
    if (sum <= most) continue;
    most = sum;
    best = [start, word];
  }
  return best;
}
