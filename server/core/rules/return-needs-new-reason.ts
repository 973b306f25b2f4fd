import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "no-means-no",
  articles: ["not-a-license", "evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "We come back only when something is new.",
  why: "To come back with the same story is to go on with the old cadence.",
  todo: "Write under `afterwards: return-only-with:` what would have to change first.",
  examples: [
    yaml`
      afterwards:
        rest: 90 days
        return-only-with: A second warehouse, or a new head of operations
    `,
    yaml`
      afterwards:
      ^^^^^^^^^^ Nothing says what must be new before anybody comes back.
        rest: 90 days
    `,
  ],
  *check({ afterwards }) {
    if (afterwards["return-only-with"] !== undefined) return;
    const { path } = at(afterwards, "return-only-with");
    yield {
      at: { path },
      what: "Nothing says what must be new before anybody comes back.",
      fixes: [
        {
          title: "Come back only on a question from them or news about them",
          safe: false,
          changes: [{ set: path, to: "A question from them, or something new on their side" }],
        },
      ],
    };
  },
});
