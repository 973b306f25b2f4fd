import { writingRule, yaml } from "../rule.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "The file can be read from beginning to end.",
  why: "What cannot be read cannot be checked, approved or used.",
  todo: "Mend the line; the marks before it often tell what it is waiting for.",
  examples: [
    yaml`
      title: "First conversation: heads of operations"
    `,
    yaml`
      title: First conversation: heads of operations
             ^ A colon followed by a space inside plain words reads as a second key.
    `,
  ],
  *check({ source }) {
    for (const flaw of source.flaws) {
      if (flaw.kind !== "syntax") continue;
      const told =
        SYNTAX[flaw.code] ?? (() => [`This line does not read as YAML: ${flaw.detail[0]?.toLowerCase()}${flaw.detail.slice(1)}.`]);
      const [what, todo] = told(flaw.detail);
      yield { at: flaw.span, what, ...(todo ? { todo } : {}) };
    }
  },
});

/** The parser's errors in words an author knows, by its error code. */
const SYNTAX: Record<string, (detail: string) => [what: string, todo?: string]> = {
  BLOCK_AS_IMPLICIT_KEY: () => [
    "A colon followed by a space inside plain words reads as a second key.",
    "Put the words in double quotes, or start them on a new line after `|`.",
  ],
};
