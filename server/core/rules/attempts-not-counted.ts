import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhatItBrings, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "say-why",
  articles: ["evolution-persistence"],
  severity: "warning",
  summary: "Nobody counts their own attempts.",
  why: "They know that we called; counting it out to them asks for guilt and not for an answer.",
  todo: "Leave the count out and say what is new.",
  family: "attempt-count",
  what: ({ words }) => `These words count our attempts: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhy, sayWhatItBrings],
  examples: [
    {
      text: yaml`
      I have tried to reach you several times now.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words count our attempts: “I have tried to reach you several times…”.
    `,
      message: {},
    },
    {
      text: yaml`
      The third page of the benchmark is the one about your size of site.
    `,
      message: {},
    },
  ],
});
