import { allTouches, type Playbook, type TextField, type Touch } from "../model.ts";
import { type Sentence, sentencesOf } from "../prose/tokens.ts";
import { messagesOf } from "../prose/touches.ts";

/** A text that an author wrote, read into sentences. Guidance is one too, though nobody sends it. */
export type Passage = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly field: TextField | "guidance";
};

type Placed = { readonly passage: Passage; readonly touch: Touch };

const read = new WeakMap<Playbook, readonly Placed[]>();

/** Every text of a playbook that has words of the author's, with the touch it belongs to. */
export function passagesOf(playbook: Playbook): readonly Placed[] {
  const known = read.get(playbook);
  if (known) return known;
  const sent = messagesOf(playbook).map(({ message: { text, sentences }, touch, field }) => ({
    passage: { text, sentences, field },
    touch,
  }));
  const notes = allTouches(playbook).flatMap((touch): Placed[] => {
    const { guidance: text } = touch;
    return text === undefined ? [] : [{ passage: { text, sentences: sentencesOf(text), field: "guidance" }, touch }];
  });
  const made = [...sent, ...notes];
  read.set(playbook, made);
  return made;
}
