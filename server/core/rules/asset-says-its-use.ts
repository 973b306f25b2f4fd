import { called } from "../called.ts";
import { gap } from "../mending.ts";
import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Where a touch brings an asset, it says what they gain from it.",
  why: "A paper is of use to the person it fits, and the rep must know why it fits this one.",
  todo: "Write under `value` what this prospect gains from it.",
  examples: [
    yaml`
      touches:
        - { id: count, day: 1, channel: email, asset: pick-benchmark, value: Their own number beside twenty others }
    `,
    yaml`
      touches:
        - { id: count, day: 1, channel: email, asset: pick-benchmark }
                                                      ^^^^^^^^^^^^^^ “count” brings “pick-benchmark” and does not say what they gain from it.
    `,
  ],
  *check(playbook, { assets: known }) {
    for (const touch of allTouches(playbook)) {
      if (touch.asset === undefined || touch.value !== undefined) continue;
      const summary = called(known?.assets, touch.asset)?.summary?.trim();
      yield {
        at: at(touch, "asset"),
        what: `“${touch.id}” brings “${touch.asset}” and does not say what they gain from it.`,
        fixes: [
          ...(summary
            ? [{ title: "Take over what the asset's summary says", safe: false, changes: [{ set: at(touch, "value").path, to: summary }] }]
            : []),
          {
            title: `Begin to say what they gain from “${touch.asset}”`,
            safe: false,
            changes: [{ set: at(touch, "value").path, to: gap("what this prospect gains from it") }],
          },
        ],
      };
    }
  },
});
