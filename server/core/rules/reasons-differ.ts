import { gap, takenOut } from "../mending.ts";
import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { bareWords } from "../words.ts";

export default rule({
  principle: "progress",
  articles: ["not-a-license", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Each touch has a reason the one before it did not have.",
  why: "If nothing has changed since the last touch, there is no reason for this one.",
  todo: "Write what is new since then, or take the touch out.",
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call, reason: Their March review names a wrong item. }
        - { id: in-writing, day: 1, channel: email, pairs-with: call, reason: Their March review names a wrong item. }
        - { id: method, day: 4, channel: email, reason: The method fits on a page. }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call, reason: Their March review names a wrong item. }
        - id: again
          day: 4
          channel: call
          reason: Their March review names a wrong item
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “again” gives the same reason as “hello”.
    `,
  ],
  *check(playbook) {
    for (const { touches } of linesOfTouches(playbook)) {
      const moments = timeline(touches);
      for (const [i, moment] of moments.entries()) {
        for (const touch of moment.touches) {
          const { reason } = touch;
          const same =
            reason === undefined ? undefined : moments[i - 1]?.touches.find((one) => bareWords(one.reason ?? "") === bareWords(reason));
          if (!same) continue;
          yield {
            at: at(touch, "reason"),
            what: `“${touch.id}” gives the same reason as “${same.id}”.`,
            related: [{ at: at(same, "reason"), message: `“${same.id}” gives it first.` }],
            fixes: [
              {
                title: `Begin a reason of its own for “${touch.id}”`,
                safe: false,
                changes: [{ set: at(touch, "reason").path, to: gap(`what is new since ${same.id}`) }],
              },
              takenOut(playbook, touch),
            ],
          };
        }
      }
    }
  },
});
