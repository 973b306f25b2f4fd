import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { messageRules } from "../message-rules.ts";
import type { Rule } from "../rule.ts";
import { rules } from "./index.ts";

const ids = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
  .map((file) => file.slice(0, -3))
  .sort();

const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const key = (id: string) => (/-/.test(id) ? `"${id}"` : id);

/** A module that lists some rules under a name. */
const listing = (heading: string, listed: readonly string[], folder: string, says: string, name: string) =>
  [
    `// Written by index.test.ts: ${heading}`,
    ...listed.map((id) => `import ${camel(id)} from "${folder}/${id}.ts";`),
    "",
    `/** ${says} */`,
    `export const ${name} = {`,
    ...listed.map((id) => `  ${key(id)}: ${camel(id)},`),
    "};",
    "",
  ].join("\n");

test("index.ts lists every rule file (npm test -- -u rewrites it)", async () => {
  const source = listing(
    "one line for each rule file in this folder.",
    ids,
    ".",
    "Every rule by its id, which is its file's name.",
    "rules",
  );
  await expect(source).toMatchFileSnapshot("./index.ts");
});

test("message-rules.ts lists those that need no playbook, so that whoever checks a message alone carries no others", async () => {
  const listed = Object.entries<Rule>(rules).flatMap(([id, rule]) =>
    rule.reads === "prose" || rule.reads === "words" || (rule.reads === "playbook" && rule.alone) ? [id] : [],
  );
  const source = listing(
    "the rules that read words, wherever they stand.",
    listed,
    "./rules",
    "Every rule that needs no playbook, by its id: those that a message alone can break.",
    "messageRules",
  );
  await expect(source).toMatchFileSnapshot("../message-rules.ts");
  expect(Object.keys(messageRules)).toEqual(listed);
});
