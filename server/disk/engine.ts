import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { sha256 } from "./sha256.ts";

/** Put in its place when the package is built: a digest of the core it was built from. */
declare const CADENCE_ENGINE: string | undefined;

let known: string | undefined;

/** A digest of everything that decides what is found: whatever changes in a rule, a word list or a number changes it. */
export function engineDigest(): string {
  // Which days a country rests comes with Node's language data.
  known ??= `${typeof CADENCE_ENGINE === "undefined" ? digestOfCore() : CADENCE_ENGINE}-${process.versions.node.split(".")[0]}`;
  return known;
}

/** The same digest, made from the files of the core. */
export function digestOfCore(): string {
  const core = path.join(import.meta.dirname, "../core");
  const hash = sha256();
  for (const file of globSync("**/*.{ts,json}", { cwd: core, exclude: (name) => name.endsWith(".test.ts") }).sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(core, file)))
      .update("\0");
  // Which days are holidays is decided by a library.
  hash.update(readFileSync(createRequire(import.meta.url).resolve("date-holidays/package.json")));
  return hash.digest("hex");
}
