import type { Remark } from "../finding.ts";
import { gap } from "../mending.ts";
import { at, branchOf, onKey, onPart } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { type Moment, timeline } from "../timeline.ts";
import { laterFix } from "../touch-lines.ts";
import { counted } from "../wording.ts";

/** Business days: two weeks. */
const LEAST = 10;

export default planRule({
  principle: "right-dose",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Whoever has gone quiet gets two weeks between touches, and value in each.",
  why: "Silence has reasons we cannot see, and none of them goes away by being asked about.",
  todo: "Wait at least ten business days each time, and bring something they said mattered.",
  examples: [
    yaml`
      audience: { stage: proposal }
      touches:
        - { id: trial-plan, day: 1, channel: email, value: A plan for a trial }
        - { id: correction, day: 11, channel: email, value: The corrected sum }
      replies:
        silence: { then: stop, scenarios: [The budget round moved] }
    `,
    yaml`
      audience: { stage: proposal }
      touches:
        - { id: trial-plan, day: 1, channel: email, value: A plan for a trial }
        - { id: so, day: 4, channel: call, value: The corrected sum }
                         ^ “so” comes 3 business days after “trial-plan”; at least 10 should pass.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
      replies:
        silence:
        ^^^^^^^ Touches follow silence, and no reason for the silence has been thought of.
          touches:
            - { id: clinic, day: 5, channel: email, value: A recording }
                                 ^ “clinic” comes 5 business days after the silence began; at least 10 should pass.
            - { id: still-there, day: 15, channel: email }
                ^^^^^^^^^^^^^^^ “still-there” comes after silence and brings nothing.
          then: stop
    `,
  ],
  *check({ audience, touches, replies }) {
    if (audience.stage === "proposal") yield* hurried(timeline(touches), 1);
    const branch = branchOf(replies, "silence");
    if (!branch || branch.touches.length === 0) return;
    const moments = timeline(branch.touches);
    yield* hurried(moments, 0);
    for (const moment of moments) {
      const [touch] = moment.touches;
      if (moment.touches.some(({ value, asset }) => value !== undefined || asset !== undefined)) continue;
      yield {
        at: onPart(touch),
        what: `“${touch.id}” comes after silence and brings nothing.`,
        fixes: [
          {
            title: `Begin to say what “${touch.id}” brings`,
            safe: false,
            changes: [{ set: at(touch, "value").path, to: gap("what they gain from it") }],
          },
        ],
      };
    }
    if (!branch.scenarios?.length) {
      const place = onKey(replies, "silence");
      yield {
        at: place,
        what: "Touches follow silence, and no reason for the silence has been thought of.",
        todo: "List under `scenarios` plausible reasons that have nothing to do with us.",
        fixes: [
          {
            title: "Begin a list of reasons for the silence",
            safe: false,
            changes: [{ set: [...place.path, "scenarios"], to: [gap("a plausible reason that has nothing to do with us")] }],
          },
        ],
      };
    }
  },
});

/** The moments that come sooner than two weeks after the one before. In a branch, the silence itself is what comes before the first. */
function* hurried(moments: readonly Moment[], first: number): Iterable<Remark> {
  for (const [i, moment] of moments.entries()) {
    if (i < first) continue;
    const before = moments[i - 1];
    const days = moment.day - (before?.day ?? 0);
    if (days >= LEAST) continue;
    const [touch] = moment.touches;
    yield {
      at: at(touch, "day"),
      what: `“${touch.id}” comes ${counted(days, "business day")} after ${before ? `“${before.touches[0].id}”` : "the silence began"}; at least ${LEAST} should pass.`,
      fixes: laterFix(moments, moment, LEAST - days),
    };
  }
}
