import { at } from "../model.ts";
import { afterReply, fullWeek, mended, roomAfter, slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "right-dose",
  articles: ["not-a-license", "art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "In any seven days there are no more touches than the cap allows; a pair counts once.",
  why: "Too much in one week drives away even people who were interested.",
  todo: "Move the touch, and what follows it, to a later week.",
  caps: ["touches-in-7-days"],
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: count, day: 3, channel: linkedin }
        - { id: guide, day: 5, channel: email }
        - { id: bye, day: 9, channel: email }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 2, channel: linkedin }
        - { id: call, day: 3, channel: call }
        - { id: text, day: 5, channel: sms }
                           ^ “text” is touch number 4 within seven days; at most 3 are decent.
        - { id: bye, day: 9, channel: email }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
      replies:
        referral:
          touches:
            - { id: thanks, day: 0, channel: email }
            - { id: count, day: 2, channel: linkedin }
            - { id: guide, day: 4, channel: email }
                                ^ “guide” is touch number 4 within seven days; at most 3 are decent.
          then: stop
    `,
  ],
  *check(_, { caps, paths }) {
    const most = caps["touches-in-7-days"];
    for (const slip of slipsOf(paths(), "touches")) {
      const week = fullWeek(slip.moments, most);
      if (!week) continue;
      yield {
        what: `${afterReply(slip)}“${slip.touch.id}” is touch number ${week.length} within seven days; at most ${most} ${most === 1 ? "is" : "are"} decent.`,
        ...mended(slip, roomAfter(week, most)),
        related: week.slice(0, -1).map(
          ({
            moment: {
              touches: [one],
              day,
            },
          }) => ({ at: at(one, "day"), message: `“${one.id}” is on day ${day}.` }),
        ),
        ...told(slip.run),
      };
    }
  },
});
