import { takenOut } from "../mending.ts";
import { onKey, type TextField, type Touch, textsOf } from "../model.ts";
import { once } from "../once.ts";
import { rule, yaml } from "../rule.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { bareWords } from "../words.ts";

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
    const main = new Map<string, Said>();
    for (const { reply, touches } of linesOfTouches(playbook)) {
      const branch = new Map<string, Said>();
      for (const touch of touches) {
        const texts = wordsOf(touch);
        for (const { field, words } of texts) {
          const same = main.get(words) ?? branch.get(words);
          if (!same) continue;
          yield {
            at: onKey(touch, field as never),
            what: `The ${field} of “${touch.id}” says the same as the ${same.field} of “${same.touch.id}”.`,
            related: [{ at: onKey(same.touch, same.field as never), message: `“${same.touch.id}” says it first.` }],
            fixes: [takenOut(playbook, touch)],
          };
        }
        const heard = reply === undefined ? main : branch;
        for (const one of texts) if (!heard.has(one.words)) heard.set(one.words, one);
      }
    }
  },
});

type Said = { readonly touch: Touch; readonly field: TextField; readonly words: string };

const wordsOf = once((touch: Touch): readonly Said[] =>
  textsOf(touch)
    .filter(({ field }) => field !== "subject")
    .map(({ field, text }) => ({ touch, field, words: bareWords(text) })),
);
