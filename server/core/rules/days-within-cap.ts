import { onPart } from "../model.ts";
import { type Slip, slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

export default planRule({
  principle: "right-dose",
  articles: ["not-a-license", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "Nobody hears from us without having answered for longer than the cap allows.",
  why: "Somebody who has not answered for months is not thinking it over any more.",
  todo: "Bring the take-away forward, and come back after a rest with a new reason.",
  caps: ["days-in-all"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: benchmark, day: 20, channel: call }
        - { id: bye, day: 110, channel: email, kind: take-away }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: benchmark, day: 150, channel: call }
        - { id: bye, day: 300, channel: email, kind: take-away }
            ^^^^^^^ “bye” is on the 300th business day without an answer; 260 in all are decent.
    `,
    {
      config: { caps: { default: { "days-in-all": 20 } } },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: email }
          - { id: bye, day: 9, channel: call, kind: take-away }
              ^^^^^^^ “bye” is on the 29th business day without an answer; 20 in all are decent.
        replies:
          out-of-office: { wait: 4 weeks, then: resume }
      `,
    },
  ],
  *check(_, { caps, paths }) {
    const most = caps["days-in-all"];
    const slips = slipsOf(paths(), "length");
    // One slip for each line: whoever mends the first touch beyond the cap mends what follows it.
    for (const slip of slips.filter(({ last }, i) => slips.findIndex((one) => one.last.line === last.line) === i))
      yield {
        at: onPart(slip.touch),
        what: `“${slip.touch.id}” is on the ${ordinal(daysOf(slip))} business day without an answer; ${most} in all ${most === 1 ? "is" : "are"} decent.`,
        related: [
          {
            at: onPart(firstOf(slip)?.moment.touches[0] ?? slip.touch),
            message: `It began here, ${counted(daysOf(slip) - 1, "business day")} before.`,
          },
        ],
        ...told(slip.run),
      };
  },
});

/** The business days from the first touch after their last answer to this one, both included. */
const daysOf = (slip: Slip) => slip.last.day - (firstOf(slip)?.day ?? slip.last.day) + 1;

function firstOf({ run, moments }: Slip) {
  const answered = run.findLast((event) => event.kind === "reply" && event.line.by === "person");
  return moments.find((moment) => !answered || run.indexOf(moment) > run.indexOf(answered));
}

const ordinal = (count: number): string => {
  const teen = count % 100 > 10 && count % 100 < 14;
  return `${count}${(teen ? undefined : ["", "st", "nd", "rd"][count % 10]) || "th"}`;
};
