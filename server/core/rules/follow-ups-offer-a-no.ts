import { easyNo } from "../mending.ts";
import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { askWords } from "../wording.ts";

export default rule({
  principle: "offer-a-no",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "From the second touch on, whatever asks also offers a no.",
  why: "Asked again without a way to decline, people feel pushed.",
  todo: "Put an easy no into its words, and copy it into `negative-option`.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
        - { id: call, day: 4, channel: call, ask: question, negative-option: "If not, just say so." }
        - { id: in-writing, day: 4, channel: email, pairs-with: call, ask: question }
        - { id: guide, day: 8, channel: linkedin, ask: none }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, ask: question }
        - { id: call, day: 4, channel: call, ask: conversation }
                                                  ^^^^^^^^^^^^ “call” asks for a conversation and offers no easy no.
    `,
  ],
  *check({ touches }) {
    // A pair is one touch: a no offered in either half is offered.
    for (const moment of timeline(touches).slice(1)) {
      const asking = moment.touches.find(({ ask }) => ask !== "none");
      if (!asking || moment.touches.some((touch) => touch["negative-option"] !== undefined)) continue;
      yield {
        at: at(asking, "ask"),
        what: `“${asking.id}” asks for ${askWords[asking.ask]} and offers no easy no.`,
        fixes: [easyNo(asking)],
      };
    }
  },
});
