import { gap } from "../mending.ts";
import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "prepared",
  articles: ["evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Every playbook has an owner.",
  why: "What belongs to nobody is kept true by nobody.",
  todo: "Write `owner:` with a name and an email address.",
  examples: [
    yaml`
      owner: Dana Ortiz <dana@northwind.example>
    `,
    yaml`
      title: First conversation
      ^^^^^^^^^^^^^^^^^^^^^^^^^ This playbook has no owner.
    `,
  ],
  *check(playbook) {
    if (playbook.owner !== undefined) return;
    const { path } = at(playbook, "owner");
    yield {
      at: { path },
      what: "This playbook has no owner.",
      fixes: [{ title: "Begin the owner's line", safe: false, changes: [{ set: path, to: `${gap("name")} <name@your-company.example>` }] }],
    };
  },
});
