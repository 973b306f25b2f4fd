import { takenOut } from "../mending.ts";
import { at } from "../model.ts";
import { slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { counted, listed } from "../wording.ts";

export default planRule({
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
                                       ^^^ With “text” day 1 uses 3 channels: call, email and sms. At most 2 are decent.
    `,
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
      replies:
        reflex-no:
          touches:
            - { id: before-you-go, day: 0, channel: sms }
                                                    ^^^ With “before-you-go” day 1 uses 3 channels: call, email and sms. At most 2 are decent.
          then: stop
    `,
  ],
  *check(playbook, { caps, paths }) {
    const most = caps["channels-in-a-day"];
    for (const { touch, run, moments, last } of slipsOf(paths(), "channels")) {
      const those = moments.filter(({ day }) => day === last.day).flatMap(({ moment }) => moment.touches);
      const until = those.slice(0, those.lastIndexOf(touch) + 1);
      const firsts = until.filter(({ channel }, i) => until.findIndex((one) => one.channel === channel) === i);
      // Only the touch with which the day gets too full.
      if (firsts.length !== most + 1 || firsts.at(-1) !== touch) continue;
      yield {
        at: at(touch, "channel"),
        what: `With “${touch.id}” day ${last.day} uses ${counted(firsts.length, "channel")}: ${listed(firsts.map(({ channel }) => channel))}. At most ${most} ${most === 1 ? "is" : "are"} decent.`,
        fixes: [takenOut(playbook, touch)],
        related: firsts.slice(0, most).map((one) => ({ at: at(one, "channel"), message: `“${one.id}” is on day ${last.day} too.` })),
        ...told(run),
      };
    }
  },
});
