import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  severity: "error",
  summary: "Nobody is told that they are watched.",
  why: "To hear what one clicked and where one spent the weekend is uncanny, and ends the talk.",
  todo: "Leave it out; begin with something public about their work.",
  family: "watching",
  what: ({ words }) => `These words tell them that they are watched: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhy],
  examples: [
    {
      text: yaml`
      I noticed you opened my email four times.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words tell them that they are watched: “noticed you opened my email”.
    `,
      message: {},
    },
    {
      text: yaml`
      You filled in the form on our site yesterday and asked about pallets.
    `,
      message: { stage: "contacted" },
    },
  ],
});
