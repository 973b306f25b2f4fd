import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "honest-take-away",
  articles: ["not-a-license", "professional-persistence"],
  severity: "warning",
  summary: "A goodbye closes and does not pull.",
  why: "A goodbye that wants to be stopped is one more push.",
  todo: "Say that you stop, thank them, and stop.",
  family: "break-up-lever",
  what: ({ words }) => `These words use the goodbye as a lever: ${shown(words)}.`,
  suggestions: [leaveOut, sayInstead("Close plainly", "I will leave it here.")],
  examples: [
    {
      text: yaml`
      Should I assume you've given up on growing the business?
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words use the goodbye as a lever: “Should I assume you've given up on grow…”.
    `,
      message: {},
    },
    {
      text: yaml`
      I'll leave it here. The benchmark stays yours.
    `,
      message: {},
    },
  ],
});
