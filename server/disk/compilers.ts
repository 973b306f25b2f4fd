import { turn, turnBack } from "./switches.ts";

/** The first of the engines that have a compiler between the plain and the thorough one, and use it everywhere. */
const IN_BETWEEN = 13;

/**
 * Makes the engine do without its thorough compiler until what this answers is called. Where every core is at work on some thousand files
 * that compiler never earns what it costs, not even in ten seconds: it takes a core from those who judge. Older engines would be left with
 * the plain one only, so they are left as they are.
 */
export function compileLightly(engine: string = process.versions.v8): () => void {
  if (Number.parseInt(engine, 10) < IN_BETWEEN) return () => {};
  turn({ opt: false });
  return () => turnBack(["opt"]);
}
