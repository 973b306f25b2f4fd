import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  severity: "error",
  summary: "Silence is never taken as a yes.",
  why: "A yes that nobody said will be taken back with anger.",
  todo: "Let silence mean no.",
  family: "silence-as-consent",
  what: ({ words }) => `These words take silence for a yes: ${shown(words)}.`,
  suggestions: [sayInstead("Let silence mean no", "If I hear nothing, I will take it as a no and leave it there."), leaveOut],
  examples: [
    {
      text: yaml`
      Unless I hear otherwise by Friday, I'll start your trial.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words take silence for a yes: “Unless I hear otherwise by Friday, I'll…”.
    `,
      message: {},
    },
    {
      text: yaml`
      If I don't hear back, I will take it as a no and close this.
    `,
      message: {},
    },
  ],
});
