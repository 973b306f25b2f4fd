import { runInNewContext } from "node:vm";
import { turn, turnBack } from "./switches.ts";

/** How the engine is asked to collect: what was made since the last time; or everything, and the room given back. */
const HOW = {
  latest: { type: "minor", execution: "sync" },
  all: { type: "major", execution: "sync", flavor: "last-resort" },
} as const;

/**
 * What collects garbage whenever it is called. The latest takes a millisecond or two where nothing of it is in use any more, and what is
 * in use is moved, which takes longer. An engine that cannot be asked to is left to itself.
 */
export function collector(garbage: keyof typeof HOW): () => void {
  let collect = exposed();
  if (!collect) {
    turn({ "expose-gc": true });
    collect = exposed();
    turnBack(["expose-gc"]);
  }
  return () => void collect?.(HOW[garbage]);
}

/** The engine's own way to be asked, which a program has while that switch is turned. */
const exposed = (): ((how: (typeof HOW)[keyof typeof HOW]) => void) | undefined => runInNewContext("globalThis.gc");
