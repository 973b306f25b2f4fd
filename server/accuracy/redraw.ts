import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Rule, rules, shownExample, squiggled } from "../core/index.ts";

/** Columns by which an example is indented in a rule's file. */
const INDENT = "      ";

// A reader that has learnt anew may underline other words of the rules' examples. Whoever trains it looks at what changed.
for (const [id, rule] of Object.entries<Rule>(rules)) {
  if (rule.reads !== "prose") continue;
  const file = path.join(import.meta.dirname, `../core/rules/${id}.ts`);
  let source = readFileSync(file, "utf8");
  for (const example of rule.examples) {
    const before = typeof example === "string" ? example : example.text;
    const { text, findings } = shownExample(id, example);
    const now = squiggled(text, findings);
    if (now === before) continue;
    console.log(`\n${id}\n${now}`);
    source = source.replace(indented(before), () => indented(now));
  }
  writeFileSync(file, source);
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line ? INDENT + line : line))
    .join("\n");
}
