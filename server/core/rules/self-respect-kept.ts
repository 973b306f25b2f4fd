import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "calm-peer",
  articles: ["how-much", "evolution-persistence"],
  severity: "warning",
  summary: "We write as equals.",
  why: "Who begs or grovels lowers what they offer.",
  todo: "Say it plainly, without apology for being in touch.",
  family: "begging",
  what: ({ words }) => `These words beg: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhy],
  examples: [
    {
      text: yaml`
      Sorry to bother you again, I'm begging for five minutes.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words beg: “Sorry to bother you again, I'm begging”.
    `,
      message: {},
    },
    {
      text: yaml`
      Yesterday you got the wrong file from me, and I apologize. This is the right one.
    `,
      message: {},
    },
  ],
});
