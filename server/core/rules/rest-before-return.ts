import { days } from "../format/duration.ts";
import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";

/** Calendar days. */
const SHORTEST_REST = 90;

export default rule({
  principle: "no-means-no",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "After a cadence, nobody contacts the person for at least 90 days.",
  why: "“No for now” means longer than until the next free slot.",
  todo: "Write `rest: 90 days` or longer under `afterwards`.",
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
  *check({ afterwards }) {
    const { rest } = afterwards;
    const place = at(afterwards, "rest");
    const fixes = [{ title: `Rest for ${SHORTEST_REST} days`, safe: false, changes: [{ set: place.path, to: `${SHORTEST_REST} days` }] }];
    if (rest === undefined) yield { at: place, what: "No rest is set for after this cadence.", fixes };
    else if ((days(rest) ?? 0) < SHORTEST_REST)
      yield { at: place, what: `The rest after this cadence is ${rest}, which is shorter than ${SHORTEST_REST} days.`, fixes };
  },
});
