import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  severity: "warning",
  summary: "The purpose of a message is plain.",
  why: "Nobody gives time to somebody who will not say what for.",
  todo: "Name the subject and what you would like to know.",
  family: "vague-purpose",
  what: ({ words }) => `These words hide what it is about: ${shown(words)}.`,
  suggestions: [
    sayWhy,
    sayInstead("Ask what you want to know", "I would like to know [fill in: the one thing you want to know]."),
    leaveOut,
  ],
  examples: [
    {
      text: yaml`
      I would love to pick your brain about a few things.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words hide what it is about: “would love to pick your brain about a f…”.
    `,
      message: {},
    },
    {
      text: yaml`
      Could we talk for ten minutes about the wrong-size returns in your March review?
    `,
      message: {},
    },
    {
      text: yaml`
      Your tender asks for labels in four languages. We print those for 11 kitchens.

      Would you have fifteen minutes next Tuesday?
    `,
      message: {},
    },
  ],
});
