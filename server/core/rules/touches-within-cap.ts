import type { Fix } from "../finding.ts";
import { branchOf, onPart, pathOf, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { counted, named } from "../wording.ts";

export default rule({
  principle: "right-dose",
  articles: ["not-a-license", "art-of-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "A cadence has no more touches than the cap allows; a pair counts once.",
  why: "After enough unanswered touches, silence is the answer.",
  todo: "Take the weakest touches out, so that the take-away comes sooner.",
  caps: ["most-touches"],
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
    {
      config: { caps: { default: { "most-touches": 2 } } },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
          - { id: call, day: 4, channel: call }
          - { id: bye, day: 9, channel: email, kind: take-away }
              ^^^^^^^ This cadence has 3 touches, and “bye” is the first beyond the 2 it may have.
      `,
    },
    {
      config: { caps: { default: { "most-touches": 1 } } },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
        replies:
          silence:
            touches: [{ id: still-there, day: 5, channel: email }]
                        ^^^^^^^^^^^^^^^ This cadence has 2 touches, and “still-there” is the first beyond the 1 it may have.
            then: stop
      `,
    },
  ],
  *check({ touches, replies }, { caps }) {
    const most = caps["most-touches"];
    // Whoever never answers gets the main line and then what follows silence.
    const moments = [...timeline(touches), ...timeline(branchOf(replies, "silence")?.touches ?? [])];
    const beyond = moments[most];
    if (!beyond) return;
    const excess = moments.length - most;
    // Between the first and the last, whatever brings nothing goes first. The half of a pair is not taken from the other.
    const weakest = moments.slice(1, -1).flatMap(({ touches: [touch, ...others] }) => (others.length > 0 || brings(touch) ? [] : [touch]));
    yield {
      at: onPart(beyond.touches[0]),
      what: `This cadence has ${counted(moments.length, "touch", "touches")}, and “${beyond.touches[0].id}” is the first beyond the ${most} it may have.`,
      fixes: weakest.length < excess ? [] : [withoutThem(weakest.slice(0, excess))],
    };
  },
});

const brings = ({ value, asset, kind }: Touch) => value !== undefined || asset !== undefined || kind === "take-away";

const withoutThem = (touches: readonly Touch[]): Fix => ({
  title:
    touches.length > 3
      ? `Take out ${touches.length} touches that bring nothing`
      : `Take out ${named(touches)}, which bring${touches.length === 1 ? "s" : ""} nothing`,
  safe: false,
  changes: touches.map((touch) => ({ remove: pathOf(touch) })),
});
