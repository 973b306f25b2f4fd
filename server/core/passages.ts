import type { Playbook, TextField, Touch } from "./model.ts";
import { once } from "./once.ts";
import { messagesOf, type TouchMessage } from "./prose/touches.ts";

/** A sentence of a message, with where it stands in the message: UTF-16 offsets, without the white space around it. */
export type Passage = {
  readonly touch: Touch;
  readonly field: TextField;
  /** The whole message. */
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** The sentence with straight quotes, character for character as long as it is written. */
  readonly text: string;
};

/** A text with straight quotes, as long as before, so that places in it hold. */
export const straight = (text: string): string => text.replace(/[‘’‛]/g, "'").replace(/[“”„]/g, '"');

/** Every sentence that reaches the prospect, for rules that look for one plain sign in it. */
export const passagesOf = once((playbook: Playbook): readonly Passage[] => messagesOf(playbook).flatMap(passagesIn));

/** Every sentence of a message. */
export const passagesIn = once(({ touch, field, message: { text, sentences } }: TouchMessage): readonly Passage[] =>
  sentences.map(({ start, end }) => ({ touch, field, message: text, ...trimmed(text, start, end) })),
);

/** A stretch of a text without the white space at its ends. */
export function trimmed(text: string, start: number, end: number) {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = Math.max(from, start + words.trimEnd().length);
  return { from, to, text: straight(text.slice(from, to)) };
}
