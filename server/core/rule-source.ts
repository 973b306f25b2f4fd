/** The examples of a rule: YAML in a template of its own. They explain and test the rule; it reads playbooks and messages without them. */
const EXAMPLE = /\byaml`(?:[^`\\]|\\.)*`/gs;

/** The files that rules are written in, by their paths. For whoever bundles them. */
export const RULE_FILES = /server[\\/]core[\\/]rules[\\/][\w-]+\.ts$/;

/** The code of a rule for a bundle that only reads, where the examples would be a third of the weight. */
export const withoutExamples = (code: string): string => code.replace(EXAMPLE, '""');

/** The code of a rule for a bundle that starts often: its examples as they are once the indentation of the code around them is gone. */
export const withExamplesWritten = (code: string): string =>
  code.replace(EXAMPLE, (written) => JSON.stringify(unindented(written.slice(5, -1))));

/** A YAML text, free of the indentation of the code around it. */
export function unindented(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join("\n");
}
