import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "no-means-no",
  articles: ["not-a-license", "evolution-persistence"],
  severity: "error",
  summary: "A no is not talked around.",
  why: "Whoever argues with a no shows that the question was never one.",
  todo: "Thank them and stop.",
  family: "overriding-no",
  what: ({ words }) => `These words push past a no: ${shown(words)}.`,
  suggestions: [sayInstead("Thank them and stop", "Thank you for the clear answer. I will leave it there."), leaveOut],
  examples: [
    {
      text: yaml`
      I know you said no, but let me show you one more thing.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words push past a no: “I know you said no, but let me”.
    `,
      message: {},
    },
    {
      text: yaml`
      Thank you for the clear no. I have closed this on our side.
    `,
      message: {},
    },
  ],
});
