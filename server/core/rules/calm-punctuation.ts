import { allTouches, onWords, type TextField, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

export default rule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "A message has at most one exclamation mark.",
  why: "Loud print reads as eagerness, and eagerness puts people on guard.",
  todo: "Keep one at most.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
            Congratulations on the new dock! The rules for it change in March.
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
            Hi there! This is big news!
                                      ^ The message of “hello” has 2 exclamation marks.
    `,
  ],
  *check(playbook) {
    for (const touch of allTouches(playbook)) for (const { field, text } of textsOf(touch)) yield* exclamations(touch, field, text);
  },
});

function* exclamations(touch: Touch, field: TextField, text: string) {
  const marks = [...text.matchAll(/[!！]+/g)];
  const count = marks.reduce((sum, [{ length }]) => sum + length, 0);
  const second = marks[0] && marks[0][0].length > 1 ? marks[0] : marks[1];
  if (!second || count < 2) return;
  yield {
    at: onWords(touch, field as never, second.index, second.index + second[0].length),
    what: `The ${field} of “${touch.id}” has ${counted(count, "exclamation mark")}.`,
    fixes: [
      {
        title: "Keep one exclamation mark",
        safe: false,
        changes: marks
          .map(({ 0: written, index }, i) => ({ from: index, to: index + written.length, calm: i === 0 ? written.charAt(0) : "." }))
          .filter(({ from, to, calm }) => text.slice(from, to) !== calm)
          .map(({ from, to, calm }) => ({
            replace: onWords(touch, field as never, from, to),
            with: /\?\s*$/.test(text.slice(0, from)) ? "" : calm,
          })),
      },
    ],
  };
}
