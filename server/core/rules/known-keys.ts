import { calledElsewhere } from "../format/called-elsewhere.ts";
import { writingRule, yaml } from "../rule.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Every key is one the format knows.",
  why: "A key that nobody reads is a promise that nobody keeps.",
  todo: "Remove it, or move what it says to a key the format has.",
  examples: [
    yaml`
      title: First conversation
    `,
    yaml`
      title: First conversation
      sumary: For heads of operations.
      ^^^^^^ There is no key “sumary” in this file; did you mean “summary”?
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          subject: Your returns
          ^^^^^^^ There is no key “subject” in a touch by call.
    `,
    yaml`
      name: First conversation
      ^^^^ There is no key “name” in this file; here it is called “title”.
      steps:
      ^^^^^ There is no key “steps” in this file; here it is called “touches”.
        - id: hello
          day: 1
          type: email
          ^^^^ There is no key “type” in a touch; here it is called “channel”.
          body: Which of the two do you see more often?
          ^^^^ There is no key “body” in a touch by email; here it is called “message”.
      replies:
        Not Interested: stop
        ^^^^^^^^^^^^^^ There is no key “Not Interested” in “replies”; here it is called “no”.
    `,
  ],
  *check({ misfits, source }) {
    for (const misfit of misfits) {
      if (misfit.kind !== "unknown-key") continue;
      const { key, known, owner, path } = misfit;
      const nearest = known.length === 1 ? known[0] : undefined;
      const elsewhere = nearest !== undefined && calledElsewhere(key, [nearest]) !== undefined;
      const meant = elsewhere ? `; here it is called “${nearest}”.` : nearest ? `; did you mean “${nearest}”?` : ".";
      const at = { path: [...path, key], on: "key" } as const;
      if (!source.doc) continue;
      yield {
        at,
        what: `There is no key “${key}” in ${owner}${meant}`,
        ...(nearest
          ? {
              todo: `Write \`${nearest}\`.`,
              fixes: [{ title: `Change “${key}” to “${nearest}”`, safe: !elsewhere, changes: [{ rename: at.path, to: nearest }] }],
            }
          : { fixes: [{ title: `Remove “${key}”`, safe: false, changes: [{ remove: at.path }] }] }),
      };
    }
  },
});
