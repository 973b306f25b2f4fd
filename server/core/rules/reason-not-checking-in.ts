import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "say-why",
  articles: ["art-of-persistence", "evolution-persistence"],
  severity: "warning",
  summary: "A message has a reason; checking in is none.",
  why: "Being checked on costs a minute and gives nothing back.",
  todo: "Say what is new, or what you need to know.",
  family: "check-in",
  what: ({ words }) => `These words only check in: ${shown(words)}.`,
  suggestions: [
    leaveOut,
    sayWhy,
    sayInstead("Ask what you need to know", "[fill in: what you need to know]? A plain no is a fine answer."),
  ],
  examples: [
    {
      text: yaml`
      Hi Priya,

      I just wanted to check in and see how things are going.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words only check in: “just wanted to check in and see how thi…”.
    `,
      message: {},
    },
    {
      text: yaml`
      When you arrive, check in at the front desk and ask for Priya.
    `,
      message: {},
    },
    {
      text: yaml`
      You asked me to check in after your March board meeting, so here is the revised quote.
    `,
      message: {},
    },
  ],
});
