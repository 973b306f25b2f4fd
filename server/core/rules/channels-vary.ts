import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { counted } from "../wording.ts";

export default planRule({
  principle: "bring-value",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "More than three touches use at least two channels.",
  why: "Somebody who never answers email may gladly pick up the phone, and the other way round.",
  todo: "Move one touch to a channel that suits what it brings.",
  caps: ["touches-on-one-channel"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 4, channel: linkedin }
        - { id: method, day: 9, channel: email }
        - { id: bye, day: 15, channel: email }
    `,
    yaml`
      touches:
      ^^^^^^^ All 4 touches use one channel, email.
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 4, channel: email }
        - { id: method, day: 9, channel: email }
        - { id: bye, day: 15, channel: email }
    `,
  ],
  *check({ touches }, { caps }) {
    const moments = timeline(touches);
    const channels = new Set(touches.map(({ channel }) => channel));
    if (moments.length <= caps["touches-on-one-channel"] || channels.size > 1) return;
    yield {
      at: { path: ["touches"], on: "key" },
      what: `All ${counted(moments.length, "touch", "touches")} use one channel, ${[...channels].join()}.`,
    };
  },
});
