import { near } from "../format/near.ts";
import { onWords, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { touchByTouch } from "../touch-by-touch.ts";
import { blanks } from "../variables.ts";

export default rule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Every blank in a message is a declared variable.",
  why: "An undeclared blank reaches the prospect as curly brackets, which tells them nobody looked.",
  todo: "Declare it under `variables`, with an example and a fallback.",
  examples: [
    yaml`
      variables:
        first_name: { example: Priya }
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
            Hello {{first_name}}, your returns page went live in May.
    `,
    yaml`
      variables:
        first_name: { example: Priya }
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
            Hello {{first_nam}},
                  ^^^^^^^^^^^^^ The blank “first_nam” is not a declared variable; “first_name” is.
            your returns page went live in {{month}}.
                                           ^^^^^^^^^ The blank “month” is not a declared variable.
    `,
  ],
  check: touchByTouch(
    ({ variables }) => Object.keys(variables).join(),
    function* (touch, given) {
      const declared = given.split(",").filter((name) => name !== "");
      for (const { field, text } of textsOf(touch)) {
        for (const { name, from, to } of blanks(text)) {
          if (declared.includes(name)) continue;
          const nearest = near(
            name.replaceAll("_", "-"),
            declared.map((one) => one.replaceAll("_", "-")),
          )?.replaceAll("-", "_");
          const place = onWords(touch, field as never, from, to);
          yield {
            at: place,
            what: `The blank “${name}” is not a declared variable${nearest ? `; “${nearest}” is` : ""}.`,
            ...(nearest ? { todo: `Write {{${nearest}}}, or declare “${name}” under \`variables\`.` } : {}),
            fixes: [
              ...(nearest
                ? [{ title: `Change it to {{${nearest}}}`, safe: false, changes: [{ replace: place, with: `{{${nearest}}}` }] }]
                : []),
              ...(/^[a-z][a-z0-9_]*$/.test(name)
                ? [
                    {
                      title: `Declare the variable “${name}”`,
                      safe: false,
                      changes: [{ set: ["variables", name], to: { example: "to be written" } }],
                    },
                  ]
                : []),
            ],
          };
        }
      }
    },
  ),
});
