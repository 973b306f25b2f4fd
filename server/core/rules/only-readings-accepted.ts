import { called } from "../called.ts";
import { near } from "../format/near.ts";
import { at, pathOf } from "../model.ts";
import { acceptanceRule, yaml } from "../rule.ts";

export default acceptanceRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Only what is a reading of prose is accepted.",
  why: "Words can be an exception; days, counts and order are what they are.",
  todo: "Put right what the rule finds; it says how.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, subject: Audit, message: "Just checking in." }
      accepted:
        - { rule: reason-not-checking-in, at: hello, because: They asked us to check in after the audit. }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, subject: Audit, message: "Here is the audit." }
        - { id: again, day: 2, channel: email, subject: Audit table, message: "Here is the table." }
      accepted:
        - { rule: gaps-hold, at: again, because: They asked for it. }
                  ^^^^^^^^^ What “gaps-hold” finds is certain and cannot be accepted.
        - { rule: worry-is-reel, at: again, because: They asked for it. }
                  ^^^^^^^^^^^^^ There is no rule “worry-is-reel”; did you mean “worry-is-real”?
    `,
  ],
  *check(acceptances, rules) {
    for (const { entry } of acceptances) {
      const named = called(rules, entry.rule);
      if (named?.kind === "heuristic") continue;
      const remove = { title: "Remove this acceptance", safe: false, changes: [{ remove: pathOf(entry) }] };
      const place = at(entry, "rule");
      if (named) {
        yield { at: place, what: `What “${entry.rule}” finds is certain and cannot be accepted.`, fixes: [remove] };
        continue;
      }
      const nearest = near(entry.rule, readingsOf(rules));
      yield {
        at: place,
        what: `There is no rule “${entry.rule}”${nearest ? `; did you mean “${nearest}”?` : "."}`,
        todo: "Write the id of the rule as its finding shows it.",
        fixes: nearest
          ? [{ title: `Change “${entry.rule}” to “${nearest}”`, safe: false, changes: [{ set: place.path, to: nearest }] }]
          : [remove],
      };
    }
  },
});

/** The ids of the rules that are readings of prose. */
const readingsOf = (rules: Readonly<Record<string, { readonly kind: string }>>) =>
  Object.keys(rules).filter((id) => rules[id]?.kind === "heuristic");
