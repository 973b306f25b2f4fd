import { at, branchOf, onPart, pathOf } from "../model.ts";
import { shortest } from "../paths/slips.ts";
import { planRule, yaml } from "../rule.ts";
import { named } from "../wording.ts";

export default planRule({
  principle: "no-means-no",
  articles: ["not-a-license", "how-much"],
  kind: "certain",
  severity: "error",
  summary: "Whoever opts out is taken off every list, and hears nothing more.",
  why: "Somebody who asks to be taken off has decided, and not only for this cadence.",
  todo: "Write `opt-out: suppress`.",
  examples: [
    yaml`
      replies:
        opt-out: suppress
    `,
    yaml`
      replies:
        opt-out: stop
                 ^^^^ An opt-out here says “stop”, which leaves the person on your lists.
    `,
    yaml`
      replies:
        opt-out:
          touches:
            - { id: sorry-to-see-you-go, day: 0, channel: email }
                ^^^^^^^^^^^^^^^^^^^^^^^ “sorry-to-see-you-go” would reach somebody who opted out.
          then: suppress
    `,
  ],
  *check(playbook, { paths }) {
    const { replies } = playbook;
    const branch = branchOf(replies, "opt-out");
    if (!branch) return;
    const [first] = branch.touches;
    if (first)
      yield {
        ...shortest(paths(), "opt-out", ({ last }) => last.line.branch?.reply === "opt-out"),
        at: onPart(first),
        what: `${named(branch.touches)} would reach somebody who opted out.`,
        todo: "Take it out: the only answer to an opt-out is silence.",
        fixes: [{ title: "Send nothing after an opt-out", safe: false, changes: [{ remove: [...pathOf(branch.part), "touches"] }] }],
      };
    if (branch.outcome !== "suppress") {
      const place = branch.part === replies ? at(replies, "opt-out") : { path: [...pathOf(branch.part), "then"] };
      yield {
        ...shortest(paths(), "opt-out", ({ last }) => last.line.branch?.reply !== "opt-out"),
        at: place,
        what: `An opt-out here says “${branch.outcome}”, which leaves the person on your lists.`,
        todo: "Write `suppress` here.",
        fixes: [{ title: "Take them off every list", safe: false, changes: [{ set: place.path, to: "suppress" }] }],
      };
    }
  },
});
