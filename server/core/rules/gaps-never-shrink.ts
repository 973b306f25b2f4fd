import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { laterFix, linesOfTouches } from "../touch-lines.ts";
import { counted } from "../wording.ts";

export default planRule({
  principle: "right-dose",
  articles: ["not-a-license", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "A cadence slows down and never speeds up.",
  why: "Touches that come faster and faster feel like being closed in on.",
  todo: "Wait at least as long as the time before; a shorter gap may happen once.",
  caps: ["shorter-gaps", "smallest-gap"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 6, channel: linkedin }
        - { id: call, day: 10, channel: call }
        - { id: bye, day: 16, channel: email }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 8, channel: linkedin }
        - { id: call, day: 13, channel: call }
        - { id: guide, day: 15, channel: email }
                            ^^ “guide” comes 2 business days after “call”, and the gap before was 5.
        - { id: bye, day: 20, channel: email }
    `,
  ],
  *check(playbook, { caps }) {
    for (const { touches } of linesOfTouches(playbook)) {
      const moments = timeline(touches);
      let shrunk = 0;
      for (const [i, moment] of moments.entries()) {
        const [earlier, before] = [moments[i - 2], moments[i - 1]];
        if (!earlier || !before) continue;
        const gap = moment.day - before.day;
        const gapBefore = before.day - earlier.day;
        // A gap too short for any cadence has a rule of its own.
        if (gap >= gapBefore || gap < caps["smallest-gap"] || ++shrunk <= caps["shorter-gaps"]) continue;
        const [touch] = moment.touches;
        yield {
          at: at(touch, "day"),
          what: `“${touch.id}” comes ${counted(gap, "business day")} after “${before.touches[0].id}”, and the gap before was ${gapBefore}.`,
          fixes: laterFix(moments, moment, gapBefore - gap),
          related: [{ at: at(before.touches[0], "day"), message: `“${before.touches[0].id}” is on day ${before.day}.` }],
        };
      }
    }
  },
});
