import { proseRule, yaml } from "../rule.ts";
import { leaveOut, sayInstead } from "../suggestion.ts";
import { shown } from "../wording.ts";

export default proseRule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence"],
  severity: "warning",
  summary: "A risk is told with its evidence.",
  why: "To warn of a hole in the street is a service only when there is a hole.",
  todo: "Name the fact about them and where it stands, or leave it out.",
  family: "fear-and-shame",
  what: ({ words }) => `These words frighten or shame without evidence: ${shown(words)}.`,
  suggestions: [
    leaveOut,
    sayInstead("Name the fact and where it stands", "[fill in: the fact about them, and where they can look it up]."),
  ],
  examples: [
    {
      text: yaml`
      You'd be crazy to pass this up.
      ^^^^^^^^^^^^^^ These words frighten or shame without evidence: “You'd be crazy”.
    `,
      message: {},
    },
    {
      text: yaml`
      The maker has recalled the charger in your catalog; the notice is dated March 3.
    `,
      message: {},
    },
  ],
});
