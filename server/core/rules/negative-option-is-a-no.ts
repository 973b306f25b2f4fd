import { easyNo } from "../mending.ts";
import { allTouches, at } from "../model.ts";
import { straight } from "../passages.ts";
import { rule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

/** Words of which any offer of a no has one: it denies, ends, leaves, or prefers something else. */
const DECLINES =
  /\b(?:no|not|none|nothing|neither|never|nor|cannot|nope|decline|pass|stop|off|leave|drop|skip|rather|sooner|otherwise|unsubscribe|close|the end|end (?:here|it|this)|without|against|enough|wrong|cross|forget|settles?|covered|remove|opt)\b|n't\b/i;

export default rule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  kind: "heuristic",
  severity: "warning",
  summary: "What is declared as a negative option lets them say no.",
  why: "A choice between two kinds of yes leaves no door open.",
  todo: "Name the no in plain words, and say that it is fine.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question, negative-option: "If it isn't on your list, say so and I'll leave it there." }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: meeting, negative-option: Does Tuesday or Thursday suit you better? }
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The negative option of “hello” offers no no: “Does Tuesday or Thursday suit you bette…”.
    `,
  ],
  *check(playbook) {
    for (const touch of allTouches(playbook)) {
      const declared = touch["negative-option"];
      if (declared === undefined || DECLINES.test(straight(declared))) continue;
      yield {
        at: at(touch, "negative-option"),
        what: `The negative option of “${touch.id}” offers no no: ${shown(declared)}.`,
        fixes: [easyNo(touch)],
      };
    }
  },
});
