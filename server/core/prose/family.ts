import { EVEN, offence } from "./gate.ts";
import { type Message, rankOf } from "./message.ts";
import { type Match, matcherOf, type Phrase } from "./phrase.ts";
import type { Sentence } from "./tokens.ts";

/** A way of saying something, and when saying it is fine. */
export type Saying = {
  readonly phrases: readonly Phrase[];
  /** Fine where the same sentence also says one of these. */
  readonly unless?: readonly Phrase[];
  /** Fine where any sentence of the message says one of these. */
  readonly unlessElsewhere?: readonly Phrase[];
  /** Only within so many sentences from the opening; the greeting does not count. */
  readonly opening?: number;
  /** Looked for in these messages only. */
  readonly when?: (message: Message) => boolean;
};

/** Words that say one thing we would rather not have said: UTF-16 offsets into the message. */
export type Said = { readonly start: number; readonly end: number; readonly words: string };

/** What was found in a message before. While a playbook is written, all its messages but one stay what they were. */
const heard = new WeakMap<Message, Map<readonly Saying[], readonly Said[]>>();

/** Where a message says what a family of sayings is about: the first place in each sentence. */
export function said(message: Message, sayings: readonly Saying[]): readonly Said[] {
  const known = heard.get(message) ?? new Map<readonly Saying[], readonly Said[]>();
  heard.set(message, known);
  const found = known.get(sayings) ?? listen(message, sayings);
  known.set(sayings, found);
  return found;
}

function listen(message: Message, sayings: readonly Saying[]): readonly Said[] {
  const found: Said[] = [];
  for (const [index, sentence] of message.sentences.entries()) {
    for (const saying of sayings) {
      const match = find(saying.phrases, sentence);
      if (!match || !applies(saying, message, index)) continue;
      const place = placeOf(sentence, match);
      if (!place || offence(message, index) < EVEN) continue;
      found.push({ ...place, words: message.text.slice(place.start, place.end) });
      break;
    }
  }
  return found;
}

const find = (phrases: readonly Phrase[], sentence: Sentence) => matcherOf(phrases)(sentence.heard, sentence.lemmas);

/** Whether a saying counts in a sentence, given what else is said and known. */
function applies({ when, opening, unless, unlessElsewhere }: Saying, message: Message, index: number): boolean {
  const sentence = message.sentences[index];
  if (!sentence || (when && !when(message))) return false;
  if (opening !== undefined && (message.position === "closing" || rankOf(message, index) >= opening)) return false;
  if (unless && find(unless, sentence)) return false;
  return !unlessElsewhere || !message.sentences.some((other) => find(unlessElsewhere, other));
}

/** Where the words of a match are written. */
function placeOf({ tokens, heard: whole }: Sentence, { index, words }: Match): { start: number; end: number } | undefined {
  const before = whole.slice(0, index + 1).split(" ").length - 2;
  const from = tokens[Math.max(0, before)];
  const to = tokens[before + words.trim().split(" ").length - 1];
  return from && to ? { start: from.start, end: to.end } : undefined;
}
