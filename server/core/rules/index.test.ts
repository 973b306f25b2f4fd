import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

test("index.ts lists every rule file (npm test -- -u rewrites it)", async () => {
  const ids = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
    .map((file) => file.slice(0, -3))
    .sort();
  const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const key = (id: string) => (/-/.test(id) ? `"${id}"` : id);
  const source = [
    "// Written by index.test.ts: one line for each rule file in this folder.",
    ...ids.map((id) => `import ${camel(id)} from "./${id}.ts";`),
    "",
    "/** Every rule by its id, which is its file's name. */",
    "export const rules = {",
    ...ids.map((id) => `  ${key(id)}: ${camel(id)},`),
    "};",
    "",
  ].join("\n");
  await expect(source).toMatchFileSnapshot("./index.ts");
});
