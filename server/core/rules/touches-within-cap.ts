import type { Fix } from "../finding.ts";
import { branchOf, onPart, pathOf, type Touch } from "../model.ts";
import type { BranchLine } from "../paths/machine.ts";
import { slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { type Moment, timeline } from "../timeline.ts";
import { counted, named } from "../wording.ts";

export default planRule({
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
    {
      config: { caps: { default: { "most-touches": 2 } } },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
          - { id: bye, day: 9, channel: email, kind: take-away }
              ^^^^^^^ “bye” can be touch number 3 without an answer; a cadence may have 2.
        replies:
          out-of-office:
            touches: [{ id: welcome-back, day: 5, channel: email }]
            then: resume
      `,
    },
  ],
  *check(playbook, { caps, paths }) {
    const most = caps["most-touches"];
    // Whoever never answers gets the main line and then what follows silence.
    const unanswered = [...timeline(playbook.touches), ...timeline(branchOf(playbook.replies, "silence")?.touches ?? [])];
    const slips = slipsOf(paths(), "count");
    // One slip for each line: whoever mends the first touch beyond the cap mends what follows it.
    for (const { touch, run, last } of slips.filter(({ last }, i) => slips.findIndex((one) => one.last.line === last.line) === i)) {
      if (last.line.branch && (last.line as BranchLine).by !== "person" && slips[0]?.touch !== touch) continue;
      const silent = run.every((event) => event.kind === "moment" || event.line.branch.reply === "silence");
      yield {
        at: onPart(touch),
        what: silent
          ? `This cadence has ${counted(unanswered.length, "touch", "touches")}, and “${touch.id}” is the first beyond the ${most} it may have.`
          : `“${touch.id}” can be touch number ${most + 1} without an answer; a cadence may have ${most}.`,
        fixes: silent ? withoutWeakest(unanswered, most) : [],
        ...(silent ? {} : told(run)),
      };
    }
  },
});

/** Between the first and the last, whatever brings nothing goes first. The half of a pair is not taken from the other. */
function withoutWeakest(moments: readonly Moment[], most: number): readonly Fix[] {
  const excess = moments.length - most;
  const weakest = moments.slice(1, -1).flatMap(({ touches: [touch, ...others] }) => (others.length > 0 || brings(touch) ? [] : [touch]));
  return weakest.length < excess ? [] : [withoutThem(weakest.slice(0, excess))];
}

const brings = ({ value, asset, kind }: Touch) => value !== undefined || asset !== undefined || kind === "take-away";

const withoutThem = (touches: readonly Touch[]): Fix => ({
  title:
    touches.length > 3
      ? `Take out ${touches.length} touches that bring nothing`
      : `Take out ${named(touches)}, which bring${touches.length === 1 ? "s" : ""} nothing`,
  safe: false,
  changes: touches.map((touch) => ({ remove: pathOf(touch) })),
});
