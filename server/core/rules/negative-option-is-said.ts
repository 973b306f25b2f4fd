import { at, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { nothing, touchByTouch } from "../touch-by-touch.ts";
import { spoken } from "../words.ts";

export default rule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "The negative option stands in the words, exactly as declared.",
  why: "A no that the prospect cannot read or hear has not been offered.",
  todo: "Copy the sentence into the message or script, or quote the one that is there.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          ask: question
          negative-option: If this is not for you, a one-word no is plenty.
          message: |
            Do you count wrong picks? If this is
            not for you, a one-word no is plenty.
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          ask: question
          negative-option: If not, a one-word no is plenty.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The negative option of “hello” does not stand in its words.
          message: |
            Do you count wrong picks?
    `,
  ],
  check: touchByTouch(nothing, function* (touch) {
    const declared = touch["negative-option"];
    const texts = textsOf(touch);
    if (declared === undefined || texts.length === 0) return;
    // Nearly always it was copied as it stands.
    const plainly = declared.trim().replace(/[.,;!]+$/, "");
    if (texts.some(({ text }) => text.includes(plainly))) return;
    // A sentence quoted from the middle of another may end otherwise.
    const words = spoken(declared).replace(/[.,;!]+$/, "");
    if (texts.some(({ text }) => spoken(text).includes(words))) return;
    yield {
      at: at(touch, "negative-option"),
      what: `The negative option of “${touch.id}” does not stand in its words.`,
      fixes: [
        {
          title: "Remove the negative option that is not in the words",
          safe: false,
          changes: [{ remove: at(touch, "negative-option").path }],
        },
      ],
    };
  }),
});
