import { planRule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { counted } from "../wording.ts";

export default planRule({
  principle: "right-dose",
  articles: ["how-much"],
  kind: "certain",
  severity: "info",
  summary: "A cold cadence does not give up after one or two tries.",
  why: "Most people who do not answer are busy, and one or two tries often meet a bad week.",
  todo: "Add a touch that brings something new.",
  caps: ["fewest-touches"],
  examples: [
    yaml`
      audience: { stage: cold }
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: count, day: 4, channel: linkedin }
        - { id: call, day: 9, channel: call }
        - { id: bye, day: 15, channel: email, kind: take-away }
    `,
    yaml`
      audience: { stage: cold }
      touches:
      ^^^^^^^ This cold cadence has 3 touches; fewer than 4 is giving up early.
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: count, day: 4, channel: linkedin }
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: answer, day: 1, channel: email }
    `,
  ],
  *check({ audience, touches }, { caps }) {
    const count = timeline(touches).length;
    const fewest = caps["fewest-touches"];
    if (audience.stage !== "cold" || count === 0 || count >= fewest) return;
    yield {
      at: { path: ["touches"], on: "key" },
      what: `This cold cadence has ${counted(count, "touch", "touches")}; fewer than ${fewest} is giving up early.`,
    };
  },
});
