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
    {
      message: {},
      text: yaml`
        The rules for it change in March!!!
                                        ^^^ There are 3 exclamation marks here.
      `,
    },
  ],
  *alone({ text }, caps) {
    const most = caps["exclamation-marks"];
    const { count, over } = loudIn(text, most);
    if (over)
      yield {
        span: [over.index, over.index + over[0].length],
        what: `There are ${counted(count, "exclamation mark")} here.`,
        todo: toKeep(most),
      };
  },
  check: touchByTouch(
    (_, { caps }) => caps["exclamation-marks"],
    function* (touch, most) {
      for (const { field, text } of textsOf(touch)) yield* exclamations(touch, field, text, most);
    },
  ),
});

/** The runs of exclamation marks in a text, how many marks they are, and the run that holds the first one too many. */
function loudIn(text: string, most: number) {
  const marks = /[!！]/.test(text) ? [...text.matchAll(/[!！]+/g)] : [];
  let count = 0;
  let over: (typeof marks)[number] | undefined;
  for (const run of marks) {
    count += run[0].length;
    if (count > most) over ??= run;
  }
  return { marks, count, over };
}

const toKeep = (most: number) => (most === 0 ? "Take them out." : `Keep ${most === 1 ? "one" : most} at most.`);

function* exclamations(touch: Touch, field: TextField, text: string, most: number) {
  const { marks, count, over } = loudIn(text, most);
  if (!over) return;
  yield {
    at: onWords(touch, field as never, over.index, over.index + over[0].length),
    what: `The ${field} of “${touch.id}” has ${counted(count, "exclamation mark")}.`,
    todo: toKeep(most),
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
