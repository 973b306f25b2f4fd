import { at, type Touch } from "../model.ts";
import { afterReply, fullWeek, mended, roomAfter, slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "right-dose",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "In any seven days the phone rings no more often than the cap allows.",
  why: "A phone that keeps ringing is what people mean when they say they are being stalked.",
  todo: "Move the call to a later week, or use a quieter channel.",
  caps: ["calls-in-7-days"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
        - { id: result, day: 4, channel: call }
        - { id: last-call, day: 9, channel: voicemail }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
        - { id: again, day: 3, channel: voicemail }
        - { id: third, day: 5, channel: call }
                            ^ “third” is call number 3 within seven days; at most 2 are decent.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
      replies:
        wrong-person:
          touches:
            - { id: whom-else, day: 1, channel: call }
            - { id: and-now, day: 3, channel: voicemail }
                                  ^ “and-now” is call number 3 within seven days; at most 2 are decent.
          then: stop
    `,
  ],
  *check(_, { caps, paths }) {
    const most = caps["calls-in-7-days"];
    for (const slip of slipsOf(paths(), "calls")) {
      const calls = slip.moments.flatMap(({ day, moment }) => moment.touches.filter(rings).map((touch) => ({ day, touch })));
      const week = fullWeek(calls.slice(0, calls.findLastIndex(({ touch }) => touch === slip.touch) + 1), most);
      if (!week) continue;
      yield {
        what: `${afterReply(slip)}“${slip.touch.id}” is call number ${week.length} within seven days; at most ${most} ${most === 1 ? "is" : "are"} decent.`,
        ...mended(slip, roomAfter(week, most)),
        related: week.slice(0, -1).map(({ touch }) => ({ at: at(touch, "day"), message: `“${touch.id}” is on day ${touch.day}.` })),
        ...told(slip.run),
      };
    }
  },
});

const rings = ({ channel }: Touch) => channel === "call" || channel === "voicemail";
