import { gap } from "../mending.ts";
import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { wordCount } from "../variables.ts";
import { shown } from "../wording.ts";

export default planRule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "The playbook says what the prospect gains.",
  why: "Persistence is only decent when it serves the person we persist with.",
  todo: "Write under `motive: benefit:` what they take away even if they never buy.",
  caps: ["words-of-benefit"],
  examples: [
    yaml`
      motive:
        benefit: They learn where their wrong picks begin, and keep the method.
    `,
    yaml`
      title: First conversation
      ^^^^^^^^^^^^^^^^^^^^^^^^^ This playbook does not say what the prospect gains.
      touches: [{ id: hello, day: 1, channel: call }]
    `,
    yaml`
      motive:
        benefit: Big savings
                 ^^^^^^^^^^^ “Big savings” is too short to say what the prospect gains.
    `,
  ],
  *check({ motive }, { caps }) {
    const { benefit } = motive;
    const change = { set: at(motive, "benefit").path, to: gap("what they take away even if they never buy") };
    const fixes = [{ title: "Begin to write what they gain", safe: false, changes: [change] }];
    if (benefit === undefined) yield { at: at(motive, "benefit"), what: "This playbook does not say what the prospect gains.", fixes };
    else if (wordCount(benefit) < caps["words-of-benefit"])
      yield { at: at(motive, "benefit"), what: `${shown(benefit)} is too short to say what the prospect gains.`, fixes };
  },
});
