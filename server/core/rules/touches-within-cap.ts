import { branchOf, onPart } from "../model.ts";
import type { BranchLine } from "../paths/machine.ts";
import { slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { counted } from "../wording.ts";

export default rule({
  principle: "right-dose",
  articles: ["not-a-license", "art-of-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "A cadence has no more touches than the cap allows; a pair counts once.",
  why: "After enough unanswered touches, silence is the answer.",
  todo: "Take the weakest touches out, so that the take-away comes sooner.",
  examples: [
    yaml`
      touches:
        - { id: call, day: 1, channel: call }
        - { id: in-writing, day: 1, channel: email, pairs-with: call }
        - { id: bye, day: 9, channel: email, kind: take-away }
    `,
    {
      config: {
        handbook: "https://handbook.northwind.example/",
        severities: {},
        caps: { default: { "most-touches": 2 } },
        "review-every": "90 days",
      },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
          - { id: call, day: 4, channel: call }
          - { id: bye, day: 9, channel: email, kind: take-away }
              ^^^^^^^ This cadence has 3 touches, and “bye” is the first beyond the 2 it may have.
      `,
    },
    {
      config: {
        handbook: "https://handbook.northwind.example/",
        severities: {},
        caps: { default: { "most-touches": 1 } },
        "review-every": "90 days",
      },
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
      config: {
        handbook: "https://handbook.northwind.example/",
        severities: {},
        caps: { default: { "most-touches": 2 } },
        "review-every": "90 days",
      },
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
  *check(playbook, { caps }) {
    const most = caps["most-touches"];
    const slips = slipsOf(playbook, caps, "count");
    // One slip for each line: whoever mends the first touch beyond the cap mends what follows it.
    for (const { touch, run, moments, last } of slips.filter(
      ({ last }, i) => slips.findIndex((one) => one.last.line === last.line) === i,
    )) {
      if (last.line.branch && (last.line as BranchLine).by !== "person" && slips[0]?.touch !== touch) continue;
      const silent = run.every((event) => event.kind === "moment" || event.line.branch.reply === "silence");
      // Whoever never answers gets the main line and then what follows silence.
      const all = silent
        ? timeline(playbook.touches).length + timeline(branchOf(playbook.replies, "silence")?.touches ?? []).length
        : moments.length;
      yield {
        at: onPart(touch),
        what: silent
          ? `This cadence has ${counted(all, "touch", "touches")}, and “${touch.id}” is the first beyond the ${most} it may have.`
          : `“${touch.id}” can be touch number ${most + 1} without an answer; a cadence may have ${most}.`,
        ...(silent ? {} : told(run)),
      };
    }
  },
});
