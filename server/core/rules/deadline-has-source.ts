import { gap } from "../mending.ts";
import { allTouches, at, onPart } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "calm-peer",
  articles: ["how-much", "not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "A deadline says who set it.",
  why: "A date that only we care about is pressure; one they can look up is help.",
  todo: "Write under `source` who set it, or leave the deadline out of the touch.",
  examples: [
    yaml`
      touches:
        - id: contract
          day: 1
          channel: email
          deadline: { date: 2027-03-31, source: "Their carrier contract, clause 4" }
    `,
    yaml`
      touches:
        - id: offer
          day: 1
          channel: email
          deadline: { date: 2027-03-31 }
          ^^^^^^^^ The deadline of “offer”, 2027-03-31, has no source.
    `,
  ],
  *check(playbook) {
    for (const touch of allTouches(playbook)) {
      const { deadline, id } = touch;
      if (!deadline || deadline.source !== undefined) continue;
      yield {
        at: onPart(deadline),
        what: `The deadline of “${id}”, ${deadline.date}, has no source.`,
        fixes: [
          { title: "Leave the deadline out", safe: false, changes: [{ remove: at(touch, "deadline").path }] },
          {
            title: "Begin to say who set it",
            safe: false,
            changes: [{ set: at(deadline, "source").path, to: gap("who set it, and where they can look it up") }],
          },
        ],
      };
    }
  },
});
