import { at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";

export default planRule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "The playbook names who must be left alone.",
  why: "There is always somebody it would hurt: a recent no, an open complaint, a customer in trouble.",
  todo: "List under `audience: exclude:` who must not be enrolled.",
  examples: [
    yaml`
      audience:
        exclude:
          - Anyone with an open complaint
    `,
    yaml`
      audience:
      ^^^^^^^^ Nobody is excluded from this playbook.
        persona: Head of operations
    `,
    yaml`
      audience:
        exclude: []
        ^^^^^^^ Nobody is excluded from this playbook.
    `,
  ],
  *check({ audience }) {
    if (audience.exclude.length > 0) return;
    yield {
      at: at(audience, "exclude"),
      what: "Nobody is excluded from this playbook.",
      fixes: [
        {
          title: "Leave alone who said no or has a complaint",
          safe: false,
          changes: [
            {
              set: at(audience, "exclude").path,
              to: ["Anyone who said no in the last six months", "Anyone with an open complaint or support ticket"],
            },
          ],
        },
      ],
    };
  },
});
