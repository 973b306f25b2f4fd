import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { linesOfTouches, movedLater } from "../touch-lines.ts";

export default planRule({
  principle: "right-dose",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "Touches stand in the order of their days, from day 1.",
  why: "Whoever reads a cadence from top to bottom must see what the prospect will live through.",
  todo: "Put the touches in the order of their days.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: call, day: 4, channel: call }
      replies:
        wrong-person:
          touches: [{ id: thanks, day: 0, channel: email }]
          then: stop
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: call, day: 9, channel: call }
        - { id: guide, day: 4, channel: email }
                            ^ “guide” is on day 4, but stands below “call” on day 9.
    `,
    yaml`
      touches:
        - { id: hello, day: 3, channel: email }
                            ^ The first touch, “hello”, is on day 3; days count from the first touch, which is day 1.
        - { id: call, day: 7, channel: call }
    `,
  ],
  *check(playbook) {
    for (const { reply, touches } of linesOfTouches(playbook)) {
      for (const [i, touch] of touches.entries()) {
        const before = touches[i - 1];
        if (!before || touch.day >= before.day) continue;
        yield {
          at: at(touch, "day"),
          what: `“${touch.id}” is on day ${touch.day}, but stands below “${before.id}” on day ${before.day}.`,
          related: [{ at: at(before, "day"), message: `“${before.id}” is on day ${before.day}.` }],
        };
      }
      const moments = timeline(touches);
      const first = moments[0];
      if (reply !== undefined || !first || first.day === 1) continue;
      yield {
        at: at(first.touches[0], "day"),
        what: `The first touch, “${first.touches[0].id}”, is on day ${first.day}; days count from the first touch, which is day 1.`,
        todo: "Count the days from it.",
        fixes: [{ title: "Count the days from the first touch", safe: true, changes: movedLater(moments, 1 - first.day) }],
      };
    }
  },
});
