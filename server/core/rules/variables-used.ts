import { near } from "../format/near.ts";
import { at, onPart, pathOf } from "../model.ts";
import { once } from "../once.ts";
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
    yaml`
      variables:
        first_name: { example: Priya }
        ^^^^^^^^^^ The variable “first_name” is not used anywhere; “first_nme” in a text may be meant to be it.
      touches:
        - { id: hello, day: 1, channel: call, script: "Hello {{first_nme}}" }
    `,
  ],
  *check(playbook, { mentions }) {
    const used = namesIn(playbook);
    // A list of variables that lists none is a key without a value.
    const alone = Object.keys(playbook.variables).length === 1;
    for (const [name, variable] of Object.entries(playbook.variables)) {
      // A touch that is being written is left out of the playbook for as long as it has no channel, and its words are words.
      if (used.has(name) || mentions(name)) continue;
      const misspelt = [...used].find((one) => !(one in playbook.variables) && near(hyphened(one), [hyphened(name)]) !== undefined);
      yield {
        at: onPart(variable),
        what: `The variable “${name}” is not used anywhere${misspelt === undefined ? "." : `; “${misspelt}” in a text may be meant to be it.`}`,
        // With it would go what it says of itself, and what tells the author how the other one is spelt.
        fixes: [
          {
            title: `Remove “${name}”`,
            safe: misspelt === undefined,
            changes: [{ remove: alone ? pathOf(playbook.variables) : at(playbook.variables, name).path }],
          },
        ],
      };
    }
  },
});

/** As keys are compared. */
const hyphened = (name: string) => name.replaceAll("_", "-");

/** The names in the blanks of every text of a part, guidance and reasons included. */
function namesIn(part: object, names = new Set<string>()): ReadonlySet<string> {
  for (const one of Object.values(part))
    if (typeof one === "string") for (const { name } of blanks(one)) names.add(name);
    else if (typeof one === "object" && one !== null)
      if (Array.isArray(part)) for (const name of namesInItem(one)) names.add(name);
      else namesIn(one, names);
  return names;
}

/** A touch is the same from key to key while another one is written. */
const namesInItem = once(namesIn);
