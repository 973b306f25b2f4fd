import { called } from "../called.ts";
import { onPart, pathOf } from "../model.ts";
import { acceptanceRule, yaml } from "../rule.ts";

export default acceptanceRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "warning",
  summary: "Every acceptance still accepts something.",
  why: "A leftover acceptance would silently cover the next sentence that deserves a look.",
  todo: "Remove it, or correct its place or its words.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, subject: Audit, message: "Just checking in." }
      accepted:
        - rule: reason-not-checking-in
          at: hello
          because: They asked us to check in after the audit.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, subject: Audit, message: "Here is the audit you asked for." }
      accepted:
        - rule: reason-not-checking-in
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing is found any more that this accepts.
          at: hello
          because: They asked us to check in after the audit.
        - rule: reason-not-checking-in
          at: helo
              ^^^^ There is no touch and no key “helo”.
          because: They asked us to check in after the audit.
    `,
  ],
  *check(acceptances, rules) {
    for (const { entry, place, accepts } of acceptances) {
      if (accepts.length > 0 || called(rules, entry.rule)?.kind !== "heuristic") continue;
      yield place
        ? {
            at: onPart(entry),
            what: "Nothing is found any more that this accepts.",
            fixes: [{ title: "Remove this acceptance", safe: true, changes: [{ remove: pathOf(entry) }] }],
          }
        : { at: { path: [...pathOf(entry), "at"] }, what: `There is no touch and no key “${entry.at}”.` };
    }
  },
});
