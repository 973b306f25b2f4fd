import { days } from "../format/duration.ts";
import { at, type Branch, type Playbook, pathOf } from "../model.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "no-means-no",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "After a cadence, nobody contacts the person for at least 90 days.",
  why: "“No for now” means longer than until the next free slot.",
  todo: "Write `rest: 90 days` or longer under `afterwards`.",
  caps: ["days-of-rest"],
  examples: [
    yaml`
      afterwards: { rest: 6 months }
    `,
    yaml`
      afterwards: { rest: 90 days }
    `,
    yaml`
      afterwards: { rest: 2 weeks }
                          ^^^^^^^ The rest after this cadence is 2 weeks, which is shorter than 90 days.
    `,
    yaml`
      title: First conversation
      ^^^^^^^^^^^^^^^^^^^^^^^^^ No rest is set for after this cadence.
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        silence: { wait: 2 weeks, then: return }
                                        ^^^^^^ After “silence” we are back before the rest of 90 days is over, and nobody asked us to.
      afterwards: { rest: 90 days }
    `,
  ],
  *check(playbook, { caps, paths }) {
    const { afterwards } = playbook;
    const { rest } = afterwards;
    const least = caps["days-of-rest"];
    const place = at(afterwards, "rest");
    const todo = `Write \`rest: ${least} days\` or longer under \`afterwards\`.`;
    const fixes = [{ title: `Rest for ${least} days`, safe: false, changes: [{ set: place.path, to: `${least} days` }] }];
    if (rest === undefined) yield { at: place, what: "No rest is set for after this cadence.", todo, fixes };
    else if ((days(rest) ?? 0) < least)
      yield { at: place, what: `The rest after this cadence is ${rest}, which is shorter than ${least} days.`, todo, fixes };
    for (const { where, run } of paths().breaks.filter(({ promise }) => promise === "rest")) {
      const reply = run.findLast((event) => event.kind === "reply" && event.line.branch.part === where);
      if (reply?.kind !== "reply") continue;
      const { branch } = reply.line;
      yield {
        at: branch.part === playbook.replies ? at(playbook.replies, branch.reply) : { path: [...pathOf(branch.part), "then"] },
        what: `After “${branch.reply}” we are back before the rest of ${rest} is over, and nobody asked us to.`,
        todo: "Write `stop` here, or wait as long as the rest.",
        fixes: stopFix(playbook, branch),
        ...told(run, "And we are back."),
      };
    }
  },
});

const stopFix = ({ replies }: Playbook, { part, reply }: Branch) => [
  {
    title: "Stop after it",
    safe: false,
    changes: [{ set: part === replies ? at(replies, reply).path : [...pathOf(part), "then"], to: "stop" }],
  },
];
