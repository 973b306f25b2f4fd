import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes every letter beyond ASCII in a bundled script as its escape. One such letter makes the engine keep all of a script in two bytes a
 * letter, and read it as slowly. The bundler leaves those in regular expressions, where an escape means the same, and in templates with a
 * tag that reads them as they are written: a script must have none of these.
 */
export function spellPlainly(file: string): void {
  const script = readFileSync(file, "utf8");
  writeFileSync(
    file,
    script.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
