import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "calm-peer",
  articles: ["how-much"],
  severity: "error",
  summary: "Nobody claims unasked that a message is made by hand.",
  why: "Who says so unasked is not believed, and an automatic message that says so lies.",
  todo: "Leave the claim out.",
  family: "hand-made-claim",
  what: ({ words }) => `These words claim to be made by hand: ${shown(words)}.`,
  suggestions: [leaveOut, sayInstead("Say how they reach you", "You can reach me at [fill in: your number].")],
  examples: [
    {
      text: yaml`
      I promise this is not an automated email.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words claim to be made by hand: “promise this is not an automated email”.
    `,
      message: { mode: "automatic" },
    },
    {
      text: yaml`
      Our system sends one reminder the day before; I wrote the rest.
    `,
      message: {},
    },
  ],
});
