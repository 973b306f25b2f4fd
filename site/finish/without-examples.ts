import { RULE_FILES, withoutExamples as stripped } from "@cadence-playbooks/server/core";

/** Leaves the rules' examples out of a bundle that only reads. */
export const withoutExamples = () => ({
  name: "without-examples",
  enforce: "pre" as const,
  transform: {
    filter: { id: RULE_FILES },
    handler: (code: string) => ({ code: stripped(code), map: null }),
  },
});
