import { writingRule, yaml } from "../rule.ts";

export default writingRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "No key stands twice in one part.",
  why: "Only the first of the two is read, and nobody can tell which one was meant.",
  todo: "Keep one of them.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
        - { id: again, day: 4, channel: call }
    `,
    yaml`
      title: First conversation
      summary: For heads of operations.
      title: A first talk
      ^^^^^ “title” stands here a second time.
    `,
  ],
  *check({ source }) {
    for (const flaw of source.flaws)
      if (flaw.kind === "duplicate-key")
        yield {
          at: flaw.span,
          what: `“${flaw.key}” stands here a second time.`,
          related: [{ at: flaw.first, message: "The first is here." }],
        };
  },
});
