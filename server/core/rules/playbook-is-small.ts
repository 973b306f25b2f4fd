import { writingRule, yaml } from "../rule.ts";
import type { Flaw } from "../text/flaw.ts";
import { counted } from "../wording.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "The file is a text that a person can read in one sitting.",
  why: "What nobody can read through, nobody can approve.",
  todo: "Check whether this is the right file.",
  examples: [
    yaml`
      title: First conversation
    `,
    `touches: ${"[".repeat(45)}${"]".repeat(45)}\n${" ".repeat(49)}${"^".repeat(10)} Parts stand within parts here, more than 40 levels deep.`,
  ],
  *check({ source }) {
    for (const flaw of source.flaws) {
      const said = tell(flaw);
      if (!said) continue;
      const [what, todo] = said;
      yield { at: flaw.span, what, ...(todo ? { todo } : {}) };
    }
  },
});

function tell(flaw: Flaw): readonly [what: string, todo?: string] | undefined {
  switch (flaw.kind) {
    case "too-large":
      return [
        `This file has ${grouped(flaw.size)} characters; a playbook has ${grouped(flaw.limit)} at most.`,
        "Check whether this is the right file, or split it by situation.",
      ];
    case "too-deep":
      return [`Parts stand within parts here, more than ${counted(flaw.limit, "level")} deep.`, "Close the brackets that are open."];
    case "control-character":
      return ["This is not a text file.", "Save it as plain text, in UTF-8."];
    default:
      return undefined;
  }
}

/** A number as people write it: 262,144. */
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
