import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { laterFix, linesOfTouches } from "../touch-lines.ts";

export default rule({
  principle: "right-dose",
  articles: ["not-a-license", "evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Between one touch and the next there is time to answer.",
  why: "Someone who hears from us again before they could answer feels chased.",
  todo: "Move the touch to a later day, or pair it with the earlier one if they belong together.",
  caps: ["smallest-gap"],
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: benchmark, day: 4, channel: email }
    `,
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: again, day: 2, channel: call }
                            ^ “again” comes 1 business day after “call”; at least 2 should pass.
        - { id: benchmark, day: 5, channel: email }
    `,
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: text, day: 1, channel: sms }
                           ^ “text” comes on the same day as “call”; at least 2 business days should pass.
    `,
    yaml`
      replies:
        wrong-person:
          touches:
            - { id: thanks, day: 0, channel: email }
            - { id: ask-again, day: 1, channel: call }
                                    ^ “ask-again” comes 1 business day after “thanks”; at least 2 should pass.
          then: stop
    `,
  ],
  *check(playbook, { caps }) {
    const least = caps["smallest-gap"];
    for (const { touches } of linesOfTouches(playbook)) {
      const moments = timeline(touches);
      for (const [i, moment] of moments.entries()) {
        const before = moments[i - 1];
        const gap = before ? moment.day - before.day : least;
        if (!before || gap >= least) continue;
        const [touch] = moment.touches;
        const earlier = before.touches[0];
        yield {
          at: at(touch, "day"),
          what:
            gap === 0
              ? `“${touch.id}” comes on the same day as “${earlier.id}”; at least ${least} business days should pass.`
              : `“${touch.id}” comes ${gap} business ${gap === 1 ? "day" : "days"} after “${earlier.id}”; at least ${least} should pass.`,
          fixes: laterFix(moments, moment, least - gap),
          related: [{ at: at(earlier, "day"), message: `“${earlier.id}” is on day ${before.day}.` }],
        };
      }
    }
  },
});
