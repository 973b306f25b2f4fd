import { EASY_NO, saidInstead } from "../mending.ts";
import { onWords } from "../model.ts";
import { once } from "../once.ts";
import { passagesIn } from "../passages.ts";
import { messagesOf, type TouchMessage } from "../prose/touches.ts";
import { rule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

const DECLINE =
  "(?:not (?:for you|interested)|no longer (?:interested|want)|opt(?:ing)?[- ]?out|unsubscribe|be removed|remove you|take you off|say no|a no(?! from (?:us|me))|answer is no)";
const TOLL =
  "(?:call (?:me|us)\\b|give (?:me|us) a (?:call|ring)|phone us|fill (?:in|out)|complete (?:the|this|our)|log ?in\\b|(?:tell|let|write) (?:me|us) (?:know )?why|(?:give|send|with) (?:me |us )?(?:the|your) reasons?|(?<!\\bI )explain why|book a|schedule a)";
/** A no, and what it costs to say it, in one breath and in either order. */
const COSTLY = new RegExp(
  `\\b${DECLINE}\\b[^.;]{0,60}\\b${TOLL}|\\bbefore\\b[^.;]{0,20}${DECLINE}[^.;]{0,40}\\b${TOLL}|\\b${TOLL}[^.;]{0,30}\\bto (?:unsubscribe|opt out|be removed)\\b`,
  "i",
);
/** Words that say it costs nothing after all. */
const FREE =
  /\b(?:no (?:need|reason|form|explanation)|needs? no|don't (?:need|have) to|without (?:a |any )?(?:reason|form|call)|one word|one-word|or just)\b/i;

export default rule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  kind: "heuristic",
  severity: "warning",
  summary: "Saying no costs one word.",
  why: "A no that needs a call, a form or a reason is a no that most people will not bother to give.",
  todo: "Let one word be enough.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: "If it is not for you, a no is enough. You don't have to tell me why." }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: "Your review names a wrong item. If it is not for you, please call me and explain." }
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Here a no costs more than a word: “not for you, please call me”.
    `,
  ],
  *check(playbook) {
    for (const { passage, costly } of messagesOf(playbook).flatMap(costlyIn)) {
      const { touch, field, message, from } = passage;
      const start = from + costly.index;
      yield {
        at: onWords(touch, field as never, start, start + costly[0].length),
        what: `Here a no costs more than a word: ${shown(message.slice(start, start + costly[0].length))}.`,
        fixes: [saidInstead(touch, field, message, passage, EASY_NO, "Let one word be enough")],
      };
    }
  },
});

/** The sentences of a message in which a no costs more than a word. */
const costlyIn = once((message: TouchMessage) =>
  passagesIn(message).flatMap((passage) => {
    const costly = COSTLY.exec(passage.text);
    return costly && !FREE.test(passage.text) ? [{ passage, costly }] : [];
  }),
);
