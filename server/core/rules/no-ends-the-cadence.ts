import { at, branchOf, onPart, pathOf } from "../model.ts";
import { shortest } from "../paths/slips.ts";
import { planRule, yaml } from "../rule.ts";
import { named } from "../wording.ts";

export default planRule({
  principle: "no-means-no",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "error",
  summary: "A no ends the cadence on every channel.",
  why: "A no is an answer, and what follows an answer like that is harassment.",
  todo: "Write `no: stop`.",
  examples: [
    yaml`
      replies:
        no: stop
    `,
    yaml`
      replies:
        no: { do: Thank them and close the task., then: stop }
    `,
    yaml`
      replies:
        no: resume
            ^^^^^^ After a no this playbook does not stop; it says “resume”.
    `,
    yaml`
      replies:
        no:
          touches:
            - id: second-try
              ^^^^^^^^^^^^^^ “second-try” would reach somebody who said no.
              day: 3
              channel: call
          then: return
                ^^^^^^ After a no this playbook does not stop; it says “return”.
    `,
  ],
  *check(playbook, { paths }) {
    const { replies } = playbook;
    const branch = branchOf(replies, "no");
    if (!branch) return;
    const [first] = branch.touches;
    if (first)
      yield {
        ...shortest(paths(), "no", ({ last }) => last.line.branch?.reply === "no"),
        at: onPart(first),
        what: `${named(branch.touches)} would reach somebody who said no.`,
        todo: "Take it out; `do` can say how the rep thanks them and closes the task.",
        fixes: [{ title: "Send nothing after a no", safe: false, changes: [{ remove: [...pathOf(branch.part), "touches"] }] }],
      };
    if (branch.outcome !== "stop" && branch.outcome !== "suppress") {
      const place = branch.part === replies ? at(replies, "no") : { path: [...pathOf(branch.part), "then"] };
      yield {
        ...shortest(paths(), "no", ({ last }) => last.line.branch?.reply !== "no"),
        at: place,
        what: `After a no this playbook does not stop; it says “${branch.outcome}”.`,
        todo: "Write `stop` here.",
        fixes: [{ title: "Stop after a no", safe: false, changes: [{ set: place.path, to: "stop" }] }],
      };
    }
  },
});
