import { gap } from "../mending.ts";
import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "info",
  summary: "The playbook says what stays when nothing is bought.",
  why: "A good word or a name passed on is worth more than a lead that was closed.",
  todo: "Write under `afterwards: relationship:` how we stay useful without selling.",
  examples: [
    yaml`
      afterwards:
        relationship: They keep the benchmark and its yearly update.
    `,
    yaml`
      afterwards:
      ^^^^^^^^^^ Nothing says what stays of this when they do not buy.
        rest: 90 days
    `,
  ],
  *check({ afterwards }) {
    if (afterwards.relationship !== undefined) return;
    yield {
      at: at(afterwards, "relationship"),
      what: "Nothing says what stays of this when they do not buy.",
      fixes: [
        {
          title: "Begin to say what stays",
          safe: false,
          changes: [{ set: at(afterwards, "relationship").path, to: gap("how we stay useful without selling") }],
        },
      ],
    };
  },
});
