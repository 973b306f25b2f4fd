import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { businessDays, type Moment, timeline } from "../timeline.ts";
import { laterFix, linesOfTouches } from "../touch-lines.ts";

/** Business days after which a touch is no longer felt as the next knock on the same door. */
const MONTH = businessDays(30);

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence", "not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "At most two touches in a row use one channel, unless a month lies between them.",
  why: "A third knock on the same door is heard as nagging.",
  todo: "Use another channel here, or put a touch on another channel before it.",
  caps: ["touches-in-a-row"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: call, day: 4, channel: call }
        - { id: in-writing, day: 4, channel: email, pairs-with: call }
        - { id: method, day: 9, channel: email }
        - { id: bye, day: 15, channel: email }
    `,
    yaml`
      touches:
        - { id: guide, day: 1, channel: email }
        - { id: recording, day: 30, channel: email }
        - { id: template, day: 60, channel: email }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
        - { id: count, day: 6, channel: call }
        - { id: method, day: 11, channel: call }
                                          ^^^^ “method” is number 3 in a row by call.
        - { id: bye, day: 16, channel: call }
    `,
  ],
  *check(playbook, { caps }) {
    for (const { touches } of linesOfTouches(playbook)) {
      let run: Moment[] = [];
      const moments = timeline(touches);
      for (const moment of moments) {
        const before = run.at(-1);
        const goesOn = before && channelOf(before) === channelOf(moment) && moment.day - before.day < MONTH;
        run = goesOn ? [...run, moment] : channelOf(moment) ? [moment] : [];
        // Told once for each run, where it gets too long.
        if (run.length !== caps["touches-in-a-row"] + 1) continue;
        const [touch] = moment.touches;
        const monthAfter = MONTH - (moment.day - (before?.day ?? moment.day));
        yield {
          at: at(touch, "channel"),
          what: `“${touch.id}” is number ${run.length} in a row by ${touch.channel}.`,
          fixes: laterFix(moments, moment, monthAfter),
          related: run.slice(0, -1).map(({ touches: [one] }) => ({ at: at(one, "channel"), message: `“${one.id}” uses it too.` })),
        };
      }
    }
  },
});

/** The one channel of a moment. A pair uses two, and so ends a run. */
function channelOf({ touches: [first, ...others] }: Moment) {
  return others.every(({ channel }) => channel === first.channel) ? first.channel : undefined;
}
