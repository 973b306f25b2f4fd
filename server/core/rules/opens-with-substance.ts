import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  severity: "warning",
  summary: "The first sentence says something.",
  why: "A pleasantry meant for anybody tells them that a pitch follows.",
  todo: "Begin with what the message is about.",
  family: "hollow-opener",
  what: ({ words }) => `This opening could stand in any message: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhy],
  examples: [
    {
      text: yaml`
      Hi Priya,

      I hope this email finds you well. Your review names a late order.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This opening could stand in any message: “hope this email finds you well”.
    `,
      message: {},
    },
    {
      text: yaml`
      Congratulations on the new dock. I read about it in the Larkspur paper.
    `,
      message: {},
    },
  ],
});
