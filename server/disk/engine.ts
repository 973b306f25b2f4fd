import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

let known: string | undefined;

/**
 * A digest of everything that decides what is found: the files of the core, or the bundle they were built into. Whatever changes
 * in a rule, a word list or a number changes it.
 */
export function engineDigest(): string {
  known ??= digestOf(path.join(import.meta.dirname, "../core"));
  return known;
}

function digestOf(core: string): string {
  const hash = createHash("sha256");
  for (const file of globSync("**/*.{ts,json}", { cwd: core, exclude: (name) => name.endsWith(".test.ts") }).sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(core, file)))
      .update("\0");
  // Which days are holidays and weekends is decided by a library and by the language data that comes with Node.
  const holidays = readFileSync(createRequire(import.meta.url).resolve("date-holidays/package.json"));
  return hash
    .update(holidays)
    .update(process.versions.node.split(".")[0] ?? "")
    .digest("hex");
}
