import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhatItBrings, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "progress",
  articles: ["evolution-persistence", "not-a-license"],
  severity: "warning",
  summary: "A follow-up brings something new.",
  why: "They have the last message; pushing it up again says that our time counts more than theirs.",
  todo: "Bring an answer, a fact or a thing of use, or do not write.",
  family: "empty-bump",
  what: ({ words }) => `These words only push an earlier message up: ${shown(words)}.`,
  suggestions: [sayWhatItBrings, sayWhy, leaveOut],
  examples: [
    {
      text: yaml`
      Just bumping this to the top of your inbox.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words only push an earlier message up: “Just bumping this to the top of your in…”.
    `,
      message: {},
    },
    {
      text: yaml`
      Monday's file would not open for you; this one is a PDF.
    `,
      message: {},
    },
  ],
});
