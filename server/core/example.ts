import { check, type Knowledge } from "./check.ts";
import { messageFindings } from "./check-message.ts";
import type { Finding } from "./finding.ts";
import { ConfigSchema } from "./format/config.ts";
import type { Example } from "./rule.ts";
import { unmarked } from "./squiggle.ts";

/** Everything there is to say of a text, judged with what an example knows besides its own text. */
export function judged(example: Example, text: string): readonly Finding[] {
  if (typeof example === "string") return check(text).findings;
  if ("message" in example) return messageFindings(text, example.message, knowledgeOf(example).config);
  return check(text, knowledgeOf(example)).findings;
}

/** What an example knows besides its own text. */
export function knowledgeOf(example: Example): Knowledge {
  if (typeof example === "string") return {};
  const config = example.config && { ...ConfigSchema.parse({}), ...example.config };
  if ("message" in example) return { config };
  const { file, assets, today, regions } = example;
  return { kind: file, config, assets, today, regionOf: regions && ((name) => regions[name]) };
}

/** An example of a rule, judged anew: its text without the squiggles, and what this rule says of it. */
export function shownExample(rule: string, example: Example): { readonly text: string; readonly findings: readonly Finding[] } {
  const text = unmarked(typeof example === "string" ? example : example.text);
  return { text, findings: judged(example, text).filter(({ rule: id }) => id === rule) };
}
