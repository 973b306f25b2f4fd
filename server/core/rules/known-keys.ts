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
  ],
  *check({ misfits, source }) {
    for (const misfit of misfits) {
      if (misfit.kind !== "unknown-key") continue;
      const { key, known, owner, path } = misfit;
      const nearest = known.length === 1 ? known[0] : undefined;
      const at = { path: [...path, key], on: "key" } as const;
      if (!source.doc) continue;
      yield {
        at,
        what: `There is no key “${key}” in ${owner}${nearest ? `; did you mean “${nearest}”?` : "."}`,
        ...(nearest
          ? {
              todo: `Write \`${nearest}\`.`,
              fixes: [{ title: `Change “${key}” to “${nearest}”`, safe: true, changes: [{ rename: at.path, to: nearest }] }],
            }
          : { fixes: [{ title: `Remove “${key}”`, safe: false, changes: [{ remove: at.path }] }] }),
      };
    }
  },
});
