import { at, onPart } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { blanks } from "../variables.ts";

export default rule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "warning",
  summary: "Every declared variable is used in some words.",
  why: "A rep who looks up what nobody asks for has less time for what matters.",
  todo: "Use it in a message, or remove it.",
  examples: [
    yaml`
      variables:
        first_name: { example: Priya }
      touches:
        - { id: hello, day: 1, channel: call, script: "Hello {{first_name}}" }
    `,
    yaml`
      variables:
        first_name: { example: Priya }
        carrier: { example: DHL }
        ^^^^^^^ The variable “carrier” is not used anywhere.
      touches:
        - { id: hello, day: 1, channel: call, script: "Hello {{first_name}}" }
    `,
  ],
  *check(playbook) {
    const used = new Set(wordsIn(playbook).flatMap((text) => blanks(text).map(({ name }) => name)));
    for (const [name, variable] of Object.entries(playbook.variables)) {
      if (used.has(name)) continue;
      yield {
        at: onPart(variable),
        what: `The variable “${name}” is not used anywhere.`,
        fixes: [{ title: `Remove “${name}”`, safe: true, changes: [{ remove: at(playbook.variables, name).path }] }],
      };
    }
  },
});

/** Every text of a playbook, guidance and reasons included. */
function wordsIn(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(wordsIn) : [];
}
