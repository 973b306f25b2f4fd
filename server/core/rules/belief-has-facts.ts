import { gap } from "../mending.ts";
import { at } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { wordCount } from "../variables.ts";
import { shown } from "../wording.ts";
import { bareWords } from "../words.ts";

export default rule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence", "evolution-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "The playbook gives the facts behind its belief that it helps.",
  why: "A belief with facts behind it can be checked; without them it may only be our wish to sell.",
  todo: "Write under `motive: belief:` what you saw or counted that makes you sure.",
  caps: ["words-of-belief"],
  examples: [
    yaml`
      motive:
        benefit: They learn where their wrong picks begin.
        belief: Fourteen of twenty warehouses their size halved wrong picks with it.
    `,
    yaml`
      motive:
      ^^^^^^ This playbook gives no facts for believing that it helps.
        benefit: They learn where their wrong picks begin.
    `,
    yaml`
      motive:
        belief: We are the best.
                ^^^^^^^^^^^^^^^^ “We are the best.” leaves no room for a fact.
    `,
    yaml`
      motive:
        benefit: They learn where their wrong picks begin.
        belief: They learn where their wrong picks begin.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The belief only repeats the benefit.
    `,
  ],
  *check({ motive }, { caps }) {
    const { belief, benefit } = motive;
    const place = at(motive, "belief");
    const fixes = [
      {
        title: "Begin to write the facts",
        safe: false,
        changes: [{ set: place.path, to: gap("what you saw or counted, where, and how many") }],
      },
    ];
    if (belief === undefined) yield { at: place, what: "This playbook gives no facts for believing that it helps.", fixes };
    else if (wordCount(belief) < caps["words-of-belief"]) yield { at: place, what: `${shown(belief)} leaves no room for a fact.`, fixes };
    else if (benefit !== undefined && bareWords(belief) === bareWords(benefit))
      yield { at: place, what: "The belief only repeats the benefit.", fixes };
  },
});
