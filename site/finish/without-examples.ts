import { RULES, withoutExamples as stripped } from "../../extension/without-examples.ts";

/** Leaves the rules' examples out of a bundle that only reads. */
export const withoutExamples = () => ({
  name: "without-examples",
  enforce: "pre" as const,
  transform: {
    filter: { id: RULES },
    handler: (code: string) => ({ code: stripped(code), map: null }),
  },
});
