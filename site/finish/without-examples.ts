/** The examples of a rule: YAML in a template of its own. They explain and test the rule; it reads messages without them. */
const EXAMPLE = /\byaml`(?:[^`\\]|\\.)*`/gs;

/** Leaves the rules' examples out of a bundle that only reads, where they would be a third of the weight. */
export const withoutExamples = () => ({
  name: "without-examples",
  enforce: "pre" as const,
  transform: {
    filter: { id: /server\/core\/rules\/[\w-]+\.ts$/ },
    handler: (code: string) => ({ code: code.replace(EXAMPLE, '""'), map: null }),
  },
});
