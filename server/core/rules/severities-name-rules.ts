import type { Remark } from "../finding.ts";
import { near } from "../format/near.ts";
import { type Config, onKey } from "../model.ts";
import { configRule, yaml } from "../rule.ts";

export default configRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Every severity is set for a rule that exists.",
  why: "A setting for no rule does nothing, and everybody believes that it does.",
  todo: "Write the id of a rule, as findings show it.",
  examples: [
    {
      file: "config",
      text: yaml`
        severities:
          gaps-hold: warning
      `,
    },
    {
      file: "config",
      text: yaml`
        severities:
          gap-holds: warning
          ^^^^^^^^^ There is no rule “gap-holds”; did you mean “gaps-hold”?
          be-nice: error
          ^^^^^^^ There is no rule “be-nice”.
        overrides:
          - files: [pilots/**]
            severities: { calm-punctation: off }
                          ^^^^^^^^^^^^^^^ There is no rule “calm-punctation”; did you mean “calm-punctuation”?
      `,
    },
  ],
  *check({ severities, overrides }, rules) {
    yield* strangers(severities, rules);
    for (const override of overrides) yield* strangers(override.severities, rules);
  },
});

function* strangers(severities: Config["severities"], rules: readonly string[]): Iterable<Remark> {
  for (const id of Object.keys(severities)) {
    if (rules.includes(id)) continue;
    const nearest = near(id, rules);
    const place = onKey(severities, id);
    yield {
      at: place,
      what: `There is no rule “${id}”${nearest ? `; did you mean “${nearest}”?` : "."}`,
      fixes: nearest
        ? [{ title: `Change “${id}” to “${nearest}”`, safe: false, changes: [{ rename: place.path, to: nearest }] }]
        : [{ title: `Remove “${id}”`, safe: true, changes: [{ remove: place.path }] }],
    };
  }
}
