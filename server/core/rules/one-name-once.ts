import type { Fix } from "../finding.ts";
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
          fixes: removal(source.text, flaw.span[0]),
        };
  },
});

/** Takes out a key that stands on a line of its own, with everything under it. */
function removal(text: string, key: number): readonly Fix[] {
  const start = text.lastIndexOf("\n", key - 1) + 1;
  const indent = text.slice(start, key);
  if (indent.trim() !== "") return [];
  const after = text.indexOf("\n", key) + 1;
  // What belongs to the key is further in, or a list in line with it.
  const next =
    after === 0 ? -1 : text.slice(after).search(new RegExp(`^(?! {${indent.length + 1}}|[ \\t]*\\r?$| {${indent.length}}- )`, "m"));
  const end = next < 0 ? text.length : after + next;
  return [{ title: "Keep the first and take this one out", safe: false, changes: [{ replace: [start, end], with: "" }] }];
}
