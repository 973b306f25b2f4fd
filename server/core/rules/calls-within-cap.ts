import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { BUSINESS_DAYS_A_WEEK, crowded, timeline } from "../timeline.ts";
import { laterFix, linesOfTouches } from "../touch-lines.ts";

export default rule({
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
  ],
  *check(playbook, { caps }) {
    const most = caps["calls-in-7-days"];
    for (const { touches } of linesOfTouches(playbook)) {
      const calls = [...touches].filter(({ channel }) => channel === "call" || channel === "voicemail").sort((a, b) => a.day - b.day);
      for (const week of crowded(calls, most)) {
        const last = week.at(-1);
        const first = week.at(-1 - most);
        if (!last || !first) continue;
        const moments = timeline(touches);
        const moment = moments.find((one) => one.touches.includes(last));
        yield {
          at: at(last, "day"),
          what: `“${last.id}” is call number ${week.length} within seven days; at most ${most} ${most === 1 ? "is" : "are"} decent.`,
          fixes: moment ? laterFix(moments, moment, first.day + BUSINESS_DAYS_A_WEEK - last.day) : [],
          related: week.slice(0, -1).map((call) => ({ at: at(call, "day"), message: `“${call.id}” is on day ${call.day}.` })),
        };
      }
    }
  },
});
