import { readFileSync, writeFileSync } from "node:fs";

/**
 * A bundled script with every letter beyond ASCII as its escape. One such letter makes the engine keep all of a script in two bytes a
 * letter, and read it as slowly. The bundler leaves those in regular expressions, where an escape means the same, and in templates with a
 * tag that reads them as they are written: a script must have none of these.
 */
export const spelledPlainly = (script: string): string =>
  script.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Spells a script plainly where it lies. */
export const spellPlainly = (file: string): void => writeFileSync(file, spelledPlainly(readFileSync(file, "utf8")));
