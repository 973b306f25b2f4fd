import { takenOut } from "../mending.ts";
import { at, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { counted, listed } from "../wording.ts";

export default rule({
  principle: "right-dose",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "On one day we use no more channels than the cap allows.",
  why: "Phone, inbox and messages all on one day feel like a siege.",
  todo: "Keep what belongs together, and move the rest to a later day.",
  caps: ["channels-in-a-day"],
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: count, day: 4, channel: linkedin }
    `,
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: text, day: 1, channel: sms, pairs-with: call }
                                       ^^^ Day 1 uses 3 channels: call, email and sms. At most 2 are decent.
    `,
  ],
  *check(playbook, { caps }) {
    const most = caps["channels-in-a-day"];
    for (const { touches } of linesOfTouches(playbook)) {
      for (const [day, those] of Map.groupBy(touches, (touch) => touch.day)) {
        const firsts = [...Map.groupBy(those, ({ channel }) => channel).values()].flatMap(([first]) => first ?? []) as Touch[];
        const beyond = firsts[most];
        if (!beyond) continue;
        yield {
          at: at(beyond, "channel"),
          what: `Day ${day} uses ${counted(firsts.length, "channel")}: ${listed(firsts.map(({ channel }) => channel))}. At most ${most} ${most === 1 ? "is" : "are"} decent.`,
          fixes: [takenOut(playbook, beyond)],
          related: firsts.slice(0, most).map((touch) => ({ at: at(touch, "channel"), message: `“${touch.id}” is on day ${day} too.` })),
        };
      }
    }
  },
});
