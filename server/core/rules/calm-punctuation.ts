import { onWords, type TextField, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { touchByTouch } from "../touch-by-touch.ts";
import { counted } from "../wording.ts";

export default rule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "A message has at most one exclamation mark.",
  why: "Loud print reads as eagerness, and eagerness puts people on guard.",
  todo: "Keep one at most.",
  caps: ["exclamation-marks"],
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
  check: touchByTouch(
    (_, { caps }) => caps["exclamation-marks"],
    function* (touch, most) {
      for (const { field, text } of textsOf(touch)) yield* exclamations(touch, field, text, most);
    },
  ),
});

function* exclamations(touch: Touch, field: TextField, text: string, most: number) {
  const marks = [...text.matchAll(/[!！]+/g)];
  let count = 0;
  let over: (typeof marks)[number] | undefined;
  for (const run of marks) {
    count += run[0].length;
    // The run of marks that holds the first one too many.
    if (count > most) over ??= run;
  }
  if (!over) return;
  yield {
    at: onWords(touch, field as never, over.index, over.index + over[0].length),
    what: `The ${field} of “${touch.id}” has ${counted(count, "exclamation mark")}.`,
    todo: most === 0 ? "Take them out." : `Keep ${most === 1 ? "one" : most} at most.`,
    fixes: [
      {
        title: most === 0 ? "Take the exclamation marks out" : most === 1 ? "Keep one exclamation mark" : `Keep ${most} exclamation marks`,
        safe: false,
        changes: marks
          .map(({ 0: written, index }, i) => ({ from: index, to: index + written.length, calm: i < most ? written.charAt(0) : "." }))
          .filter(({ from, to, calm }) => text.slice(from, to) !== calm)
          .map(({ from, to, calm }) => ({
            replace: onWords(touch, field as never, from, to),
            with: /\?\s*$/.test(text.slice(0, from)) ? "" : calm,
          })),
      },
    ],
  };
}
