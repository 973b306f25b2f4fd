import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhoSetTheDate } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  severity: "warning",
  summary: "Urgency comes from their world and names its source.",
  why: "Haste that we make up is found out, and then nothing we say is believed.",
  todo: "Leave it out, or say who set the date.",
  family: "false-urgency",
  what: ({ words }) => `These words make haste without saying who set the date: ${shown(words)}.`,
  suggestions: [sayWhoSetTheDate, leaveOut],
  examples: [
    {
      text: yaml`
      Act now, this price disappears on Friday.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words make haste without saying who set the date: “Act now, this price disappears”.
    `,
      message: {},
    },
    {
      text: yaml`
      The customs rule changes on March 1; the notice is on the agency's site.
    `,
      message: {},
    },
  ],
});
