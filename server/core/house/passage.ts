import { allTouches, type Playbook, type TextField, type Touch } from "../model.ts";
import { once } from "../once.ts";
import { type Sentence, sentencesOf } from "../prose/tokens.ts";
import { messagesOf, type TouchMessage } from "../prose/touches.ts";

/** A text that an author wrote, read into sentences. Guidance is one too, though nobody sends it. */
export type Passage = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly field: TextField | "guidance";
};

type Placed = { readonly passage: Passage; readonly touch: Touch };

/** Every text of a playbook that has words of the author's, with the touch it belongs to. */
export const passagesOf = once((playbook: Playbook): readonly Placed[] => [
  ...messagesOf(playbook).map(sent),
  ...allTouches(playbook).flatMap(noted),
]);

const sent = once(
  ({ message: { text, sentences }, touch, field }: TouchMessage): Placed => ({ passage: { text, sentences, field }, touch }),
);

const noted = once((touch: Touch): readonly Placed[] => {
  const { guidance: text } = touch;
  return text === undefined ? [] : [{ passage: { text, sentences: sentencesOf(text), field: "guidance" }, touch }];
});
