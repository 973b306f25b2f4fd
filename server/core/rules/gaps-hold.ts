import { at } from "../model.ts";
import { gapBefore, mended, slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

export default planRule({
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
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: benchmark, day: 4, channel: call }
      replies:
        wrong-person:
          touches:
            - { id: thanks, day: 0, channel: email }
          then: resume
                ^^^^^^ “benchmark” comes 1 business day after “thanks”; at least 2 should pass.
    `,
  ],
  *check(_, { caps, paths }) {
    const least = caps["smallest-gap"];
    for (const slip of slipsOf(paths(), "gap")) {
      const before = gapBefore(slip);
      if (!before) continue;
      const { gap, earlier } = before;
      const [one] = earlier.touches;
      yield {
        what:
          gap === 0
            ? `“${slip.touch.id}” comes on the same day as “${one.id}”; at least ${least} business days should pass.`
            : `“${slip.touch.id}” comes ${counted(gap, "business day")} after “${one.id}”; at least ${least} should pass.`,
        ...mended(slip, least - gap),
        ...(slip.resumed ? { todo: "Let the branch wait before the main line goes on." } : {}),
        related: [{ at: at(one, "day"), message: `“${one.id}” is on day ${earlier.day}.` }],
        ...told(slip.run),
      };
    }
  },
});
