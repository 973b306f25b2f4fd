import { setFlagsFromString } from "node:v8";
import { compileLightly } from "../disk/compilers.ts";
import { collector } from "../disk/garbage.ts";
import { type Switch, type Turned, turn, turnBack } from "../disk/switches.ts";

/** Milliseconds after which a server has started and room for what is new has grown to what a key needs. */
const STARTED = 400;
/** Old garbage is collected when it makes up a fifth, and not when it makes up most. */
const TIDY = 25;
/** Megabytes for what a thread has just made, from its start: they work hard at once and not for long. */
const AT_ONCE = 16;

/** How a server that keeps small has the engine's switches, and how many are working for whom they are as the engine has them. */
let small: Turned = {};
let atWork = 0;

function turnSmall(more: Turned): void {
  small = { ...small, ...more };
  if (atWork === 0) turn(small);
}

/**
 * Keeps the memory of a server small that lives all day beside everything else its user has open. Left to itself the engine lets garbage
 * grow to several times of what is in use before it collects any: a thousand open playbooks took 390 MB, of which 40 were in use. Keys take
 * as long as before. Answers whom to tell of each document that is opened.
 */
export function keepSmall(): () => void {
  turnSmall({ "heap-growing-percent": TIDY });
  // Only threads that begin later are concerned.
  setFlagsFromString(`--min-semi-space-size=${AT_ONCE}`);
  // What can wait until a server has started waits: its user is looking at an empty margin.
  let made: (() => void) | undefined;
  const collect = () => {
    // It takes less than a tenth of a second with a thousand playbooks open; to collect less would keep the room for what is made next.
    made ??= collector("all");
    made();
  };
  setTimeout(() => {
    turnSmall({ "semi-space-growth-factor": 1 });
    collectWhenQuiet(collect);
  }, STARTED).unref();
  return collectNowAndThen(collect);
}

/** Documents that are opened between two collections: reading one for the first time leaves more behind than a key does. */
const OPENED = 200;

/** Collects all garbage whenever so many documents were opened, so that an editor that opens a thousand does not have to rest before it is small. */
export function collectNowAndThen(collect: () => void, every = OPENED): () => void {
  let opened = 0;
  return () => {
    if (++opened % every === 0) collect();
  };
}

/** Milliseconds after which whoever worked is taken to have turned to something else. */
const QUIET = 5_000;
/** Milliseconds of them that may be work even so. */
const STIRRING = 25;

/**
 * Collects all garbage, once, when nothing has been done for a while. The engine does so by itself only where more garbage is made, so what
 * an hour's work left would lie there until the editor closes: some thirty megabytes. Answers what ends it.
 */
export function collectWhenQuiet(collect: () => void, quietFor = QUIET): () => void {
  let owed = false;
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const quiet = performance.eventLoopUtilization(before).active < STIRRING;
    if (quiet && owed) collect();
    owed = !quiet;
    // What the collection took is no work that would ask for another.
    before = performance.eventLoopUtilization();
  }, quietFor).unref();
  return () => clearInterval(timer);
}

/**
 * Lets threads make garbage while they work, and compiles no more than that takes once they are loaded, which `work` tells. The engine's
 * switches are the whole program's, and threads that must be tidy are slow ones.
 */
export async function withRoom(work: (loaded: () => void) => Promise<void>): Promise<void> {
  atWork++;
  turnBack(Object.keys(small) as Switch[]);
  let thoroughly: (() => void) | undefined;
  try {
    await work(() => {
      thoroughly ??= compileLightly();
    });
  } finally {
    thoroughly?.();
    atWork--;
    turnSmall({});
  }
}
