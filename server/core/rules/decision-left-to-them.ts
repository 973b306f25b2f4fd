import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  severity: "error",
  summary: "The decision is left to them, in their time.",
  why: "Pressed people sign and regret, or run.",
  todo: "State the offer once and step back.",
  family: "pressure",
  what: ({ words }) => `These words press for a decision: ${shown(words)}.`,
  suggestions: [leaveOut, sayInstead("Leave the decision to them", "Take the time you need, and a no is fine as well.")],
  examples: [
    {
      text: yaml`
      What would it take to get you to sign today?
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words press for a decision: “it take to get you to sign today”.
    `,
      message: {},
    },
    {
      text: yaml`
      Take the time you need. The proposal stands as it is.
    `,
      message: { stage: "proposal" },
    },
  ],
});
