import { rules } from "../rules/index.ts";
import { contentDigest } from "./digest.ts";

let known: Promise<string> | undefined;

/** The digest of all rules as they describe themselves: it changes with any rule's wording, weight or examples. */
export function rulesDigest(): Promise<string> {
  known ??= contentDigest(
    Object.entries(rules).map(([id, { kind, severity, principle, summary, why, todo, examples }]) => ({
      id,
      kind,
      severity,
      principle,
      summary,
      why,
      todo,
      examples: examples as never,
    })),
  );
  return known;
}
