import { takenOut } from "../mending.ts";
import { onKey, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { withEarlier } from "../touch-lines.ts";
import { bareWords, once } from "../words.ts";

export default rule({
  principle: "progress",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "No two touches say the same thing.",
  why: "Told the same again, people conclude that nobody listens.",
  todo: "Say something new in it, or take the touch out.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          script: Do you know how many wrong items leave your warehouse?
        - id: again
          day: 4
          channel: call
          script: Two teams your size have counted for a month. Shall I tell you what they found?
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          script: Do you know how many wrong items leave your warehouse?
        - id: again
          day: 4
          channel: linkedin
          message: |
          ^^^^^^^ The message of “again” says the same as the script of “hello”.
            Do you know how many wrong items
            leave your warehouse
    `,
  ],
  *check(playbook) {
    const said = once(wordsOf);
    for (const { touch, earlier } of withEarlier(playbook)) {
      for (const { field, words } of said(touch)) {
        const [same] = earlier.flatMap((one) =>
          said(one)
            .filter((other) => other.words === words)
            .map((other) => ({ ...other, touch: one })),
        );
        if (!same) continue;
        yield {
          at: onKey(touch, field as never),
          what: `The ${field} of “${touch.id}” says the same as the ${same.field} of “${same.touch.id}”.`,
          related: [{ at: onKey(same.touch, same.field as never), message: `“${same.touch.id}” says it first.` }],
          fixes: [takenOut(playbook, touch)],
        };
      }
    }
  },
});

const wordsOf = (touch: Touch) =>
  textsOf(touch)
    .filter(({ field }) => field !== "subject")
    .map(({ field, text }) => ({ field, words: bareWords(text) }));
