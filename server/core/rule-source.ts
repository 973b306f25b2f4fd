/** The examples of a rule: YAML in a template of its own. They explain and test the rule; it reads playbooks and messages without them. */
const EXAMPLE = /\byaml`(?:[^`\\]|\\.)*`/gs;

/** The files that rules are written in, by their paths. For whoever bundles them. */
export const RULE_FILES = /server[\\/]core[\\/]rules[\\/][\w-]+\.ts$/;

/** The code of a rule for a bundle that only reads, where the examples would be a third of the weight. */
export const withoutExamples = (code: string): string => code.replace(EXAMPLE, '""');
