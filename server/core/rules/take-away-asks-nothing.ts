import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { askWords } from "../wording.ts";

export default planRule({
  principle: "honest-take-away",
  articles: ["not-a-license", "how-much"],
  kind: "certain",
  severity: "error",
  summary: "A take-away asks for nothing.",
  why: "A goodbye that wants something is one more request.",
  todo: "Write `ask: none`, and take the request out of its words.",
  examples: [
    yaml`
      touches:
        - { id: bye, day: 9, channel: email, kind: take-away, ask: none }
    `,
    yaml`
      touches:
        - { id: bye, day: 9, channel: email, kind: take-away, ask: meeting }
                                                                   ^^^^^^^ The take-away “bye” asks for a meeting.
    `,
  ],
  *check(playbook) {
    for (const touch of allTouches(playbook)) {
      if (touch.kind !== "take-away" || touch.ask === "none") continue;
      yield {
        at: at(touch, "ask"),
        what: `The take-away “${touch.id}” asks for ${askWords[touch.ask]}.`,
        fixes: [{ title: `Let “${touch.id}” ask for nothing`, safe: false, changes: [{ set: at(touch, "ask").path, to: "none" }] }],
      };
    }
  },
});
