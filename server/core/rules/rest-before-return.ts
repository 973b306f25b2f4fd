import { days } from "../format/duration.ts";
import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";

export default rule({
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
  ],
  *check({ afterwards }, { caps }) {
    const { rest } = afterwards;
    const least = caps["days-of-rest"];
    const place = at(afterwards, "rest");
    const todo = `Write \`rest: ${least} days\` or longer under \`afterwards\`.`;
    const fixes = [{ title: `Rest for ${least} days`, safe: false, changes: [{ set: place.path, to: `${least} days` }] }];
    if (rest === undefined) yield { at: place, what: "No rest is set for after this cadence.", todo, fixes };
    else if ((days(rest) ?? 0) < least)
      yield { at: place, what: `The rest after this cadence is ${rest}, which is shorter than ${least} days.`, todo, fixes };
  },
});
