import { ASKS } from "../format/touch.ts";
import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { askWords } from "../wording.ts";

/** A few minutes of talk are the most that somebody who does not know us can be asked for. */
const HIGHEST = ASKS.indexOf("conversation");

export default planRule({
  principle: "progress",
  articles: ["how-much"],
  kind: "certain",
  severity: "warning",
  summary: "To cold and lapsed prospects, the first touch asks for a talk at most.",
  why: "A first touch can earn an answer; a place in the calendar has to be earned later.",
  todo: "Ask one question, or for a few minutes of talk.",
  examples: [
    yaml`
      audience: { stage: cold }
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
    `,
    yaml`
      audience: { stage: cold }
      touches:
        - { id: hello, day: 1, channel: email, ask: meeting }
                                                    ^^^^^^^ The first touch, “hello”, asks for a meeting.
    `,
    yaml`
      audience: { stage: proposal }
      touches:
        - { id: open-question, day: 1, channel: email, ask: decision }
    `,
  ],
  *check({ audience, touches }) {
    if (audience.stage !== "cold" && audience.stage !== "lapsed") return;
    for (const touch of timeline(touches)[0]?.touches ?? []) {
      if (ASKS.indexOf(touch.ask) <= HIGHEST) continue;
      yield {
        at: at(touch, "ask"),
        what: `The first touch, “${touch.id}”, asks for ${askWords[touch.ask]}.`,
        fixes: [{ title: "Ask one question here", safe: false, changes: [{ set: at(touch, "ask").path, to: "question" }] }],
      };
    }
  },
});
