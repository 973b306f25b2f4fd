import { turn, turnBack } from "./switches.ts";

/** The first of the engines that have a compiler between the plain and the thorough one, and use it everywhere. */
const IN_BETWEEN = 13;

/** The one that compiles in between, and tidies up where it was asked instead of waking a further thread for it after every function. */
const LIGHTLY = { opt: false, "maglev-destroy-on-background": false } as const;

/**
 * Makes threads that begin before what this answers is called compile what they need themselves, as long as they live: where every core is
 * at work, to hand it to a further thread and to be woken when it is done costs more than to wait. A thread that is there already stays as
 * it is; when it ends the engine asks how it was begun, and not the switch. Of older engines that was not looked up: they are left as they are.
 */
export function compileAlone(engine: string = process.versions.v8): () => void {
  if (Number.parseInt(engine, 10) < IN_BETWEEN) return () => {};
  turn({ "concurrent-recompilation": false });
  return () => turnBack(["concurrent-recompilation"]);
}

/**
 * Makes the engine do without its thorough compiler until what this answers is called. Where every core is at work on some thousand files
 * that compiler never earns what it costs, not even in ten seconds: it takes a core from those who judge. So does every thread that is woken:
 * tidying up after the one in between where it was asked for gives some twentieth of the time and of the memory besides. Older engines would be
 * left with the plain one only, so they are left as they are.
 */
export function compileLightly(engine: string = process.versions.v8): () => void {
  if (Number.parseInt(engine, 10) < IN_BETWEEN) return () => {};
  turn(LIGHTLY);
  return () => turnBack(Object.keys(LIGHTLY) as (keyof typeof LIGHTLY)[]);
}
