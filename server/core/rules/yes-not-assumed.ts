import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  severity: "error",
  summary: "A yes is asked for and never assumed.",
  why: "Logistics before agreement take the decision out of their hands.",
  todo: "Ask whether, before you ask when.",
  family: "assumed-yes",
  what: ({ words }) => `These words take the yes for granted: ${shown(words)}.`,
  suggestions: [
    sayInstead("Ask whether, before you ask when", "Would [fill in: what you propose] be of use? If not, a plain no is fine."),
    leaveOut,
  ],
  examples: [
    {
      text: yaml`
      I'll go ahead and put something on your calendar for Tuesday.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words take the yes for granted: “ahead and put something on your calenda…”.
    `,
      message: {},
    },
    {
      text: yaml`
      You agreed to Tuesday at ten, so here is the invitation.
    `,
      message: { stage: "proposal" },
    },
  ],
});
