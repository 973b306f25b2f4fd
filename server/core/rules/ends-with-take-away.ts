import { at, onPart } from "../model.ts";
import { slipsOf } from "../paths/slips.ts";
import { told } from "../paths/story.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "honest-take-away",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "The last touch is a take-away.",
  why: "A cadence that just stops leaves the prospect waiting for the next knock; one that says goodbye gives them peace.",
  todo: "Make the last touch `kind: take-away`, and let its words say that nothing follows.",
  examples: [
    yaml`
      touches:
        - { id: idea, day: 1, channel: email }
        - { id: stepping-back, day: 9, channel: email, kind: take-away }
    `,
    yaml`
      touches:
        - { id: idea, day: 1, channel: email }
        - { id: last-try, day: 9, channel: email }
            ^^^^^^^^^^^^ The last touch, “last-try”, is not a take-away.
    `,
    yaml`
      touches:
        - { id: idea, day: 1, channel: email }
        - { id: last-try, day: 9, channel: call, kind: standard }
                                                       ^^^^^^^^ The last touch, “last-try”, is not a take-away.
    `,
    yaml`
      touches:
        - { id: idea, day: 1, channel: email }
        - { id: count, day: 5, channel: email }
      replies:
        silence:
          touches:
            - { id: one-more, day: 5, channel: email }
                ^^^^^^^^^^^^ The last touch, “one-more”, is not a take-away.
          then: stop
    `,
  ],
  *check(_, { paths }) {
    for (const { touch: last, run } of slipsOf(paths(), "goodbye")) {
      yield {
        at: last.kind === "standard" ? at(last, "kind") : onPart(last),
        what: `The last touch, “${last.id}”, is not a take-away.`,
        ...told(run),
        fixes: [
          { title: `Make “${last.id}” the take-away`, safe: false, changes: [{ set: [...onPart(last).path, "kind"], to: "take-away" }] },
        ],
      };
    }
  },
});
