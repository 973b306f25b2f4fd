import { at, type Playbook, type ReplyName, type Touch } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { linesOfTouches } from "../touch-lines.ts";

export default planRule({
  principle: "bring-value",
  articles: ["not-a-license", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Each asset is brought once.",
  why: "A gift given twice was not thought about the second time.",
  todo: "Bring something new here, or leave the asset out.",
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call, asset: pick-benchmark }
        - { id: in-writing, day: 1, channel: email, pairs-with: call, asset: pick-benchmark }
        - { id: walk, day: 4, channel: email, asset: aisle-walk }
      replies:
        not-now:
          touches: [{ id: later, day: 22, channel: email, asset: aisle-walk }]
          then: return
    `,
    yaml`
      touches:
        - { id: count, day: 1, channel: email, asset: pick-benchmark }
        - { id: again, day: 4, channel: linkedin, asset: pick-benchmark }
                                                         ^^^^^^^^^^^^^^ “again” brings “pick-benchmark”, which “count” has brought before.
      replies:
        not-now:
          touches: [{ id: later, day: 22, channel: email, asset: pick-benchmark }]
                                                                 ^^^^^^^^^^^^^^ “later” brings “pick-benchmark”, which “count” has brought before.
          then: return
    `,
  ],
  *check(playbook) {
    for (const { reply, touches } of linesOfTouches(playbook)) {
      const brought = new Map<string, Touch>(received(playbook, reply).flatMap(asEntry));
      for (const moment of timeline(touches)) {
        for (const touch of moment.touches) {
          const { asset } = touch;
          const before = asset === undefined ? undefined : brought.get(asset);
          if (!before) continue;
          yield {
            at: at(touch, "asset"),
            what: `“${touch.id}” brings “${asset}”, which “${before.id}” has brought before.`,
            related: [{ at: at(before, "asset"), message: `“${before.id}” brings it first.` }],
            fixes: [{ title: `Leave “${asset}” out of “${touch.id}”`, safe: false, changes: [{ remove: at(touch, "asset").path }] }],
          };
        }
        // The halves of a pair may bring the same thing: the call tells of it and the email holds it.
        for (const [asset, touch] of moment.touches.flatMap(asEntry)) if (!brought.has(asset)) brought.set(asset, touch);
      }
    }
  },
});

/** What has surely reached whoever gives a reply: everything before silence, and the first touch before any other. */
function received({ touches }: Playbook, reply: ReplyName | undefined): readonly Touch[] {
  if (reply === undefined) return [];
  return reply === "silence" ? touches : (timeline(touches)[0]?.touches ?? []);
}

const asEntry = (touch: Touch): [string, Touch][] => (touch.asset === undefined ? [] : [[touch.asset, touch]]);
