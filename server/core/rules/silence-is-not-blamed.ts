import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "calm-peer",
  articles: ["evolution-persistence", "how-much"],
  severity: "warning",
  summary: "Nobody is blamed for not answering.",
  why: "People owe us no answer, and blame makes sure that none comes.",
  todo: "Take the reproach out; a reason to answer does more.",
  family: "guilt",
  what: ({ words }) => `These words blame them for not answering: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhy],
  examples: [
    {
      text: yaml`
      I'm disappointed that you have not replied.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words blame them for not answering: “disappointed that you have not replied”.
    `,
      message: {},
    },
    {
      text: yaml`
      I owed you these numbers last week; I am sorry that they are late.
    `,
      message: {},
    },
  ],
});
