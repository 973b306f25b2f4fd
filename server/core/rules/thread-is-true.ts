import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "say-why",
  articles: ["art-of-persistence", "how-much"],
  severity: "error",
  summary: "An earlier talk is mentioned only if there was one.",
  why: "The first thing they learn about us would be that we make things up.",
  todo: "Begin as the stranger you are, or name the talk you had.",
  family: "invented-thread",
  what: ({ words }) => `These words claim an earlier talk: ${shown(words)}.`,
  suggestions: [leaveOut, sayInstead("Begin as the stranger you are", "We have not met yet."), sayWhy],
  examples: [
    {
      text: yaml`
      As we discussed last week, here is the pricing.
      ^^^^^^^^^^^^^^^^^^^^ These words claim an earlier talk: “As we discussed last”.
    `,
      message: {},
    },
    {
      text: yaml`
      As we discussed last week, here is the pricing.
    `,
      message: { stage: "proposal" },
    },
  ],
});
