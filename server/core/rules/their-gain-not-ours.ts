import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhatItBrings } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence"],
  severity: "warning",
  summary: "Our targets are no reason for them.",
  why: "A quota of ours is worth nothing to them, and tells them whom this serves.",
  todo: "Say what they gain.",
  family: "pocketbook",
  what: ({ words }) => `These words speak of our gain: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhatItBrings],
  examples: [
    {
      text: yaml`
      I need two more deals to hit my quota this quarter.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words speak of our gain: “I need two more deals to hit my quota t…”.
    `,
      message: {},
    },
    {
      text: yaml`
      Our storage plan has a quota of 500 GB, which a site of your size will not reach.
    `,
      message: {},
    },
  ],
});
