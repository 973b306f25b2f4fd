import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayWhy } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "say-why",
  articles: ["evolution-persistence", "art-of-persistence"],
  severity: "error",
  summary: "Worry is voiced only where there is cause.",
  why: "Silence is not an illness, and pretending to worry about it is a way to push.",
  todo: "Leave it out, or name the event that worries you.",
  family: "false-worry",
  what: ({ words }) => `These words make silence a cause for worry: ${shown(words)}.`,
  suggestions: [leaveOut, sayWhy],
  examples: [
    {
      text: yaml`
      I haven't heard from you and wanted to make sure everything is okay.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words make silence a cause for worry: “heard from you and wanted to make sure…”.
    `,
      message: {},
    },
    {
      text: yaml`
      We saw the news about the fire at the depot and hope nobody was hurt. No answer needed.
    `,
      message: {},
    },
  ],
});
