import { setFlagsFromString } from "node:v8";

/** Milliseconds after which a server has started and room for what is new has grown to what a key needs. */
const STARTED = 400;
/** Old garbage is collected when it makes up a fifth, and not when it makes up most. */
const TIDY = 25;
/** As the engine would do it by itself. */
const ITS_OWN_WAY = 0;
/** Megabytes for what a thread has just made, from its start: they work hard at once and not for long. */
const AT_ONCE = 16;

const collectAt = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Keeps the memory of a server small that lives all day beside everything else its user has open. Left to itself the engine lets garbage
 * grow to several times of what is in use before it collects any: a thousand open playbooks took 390 MB, of which 40 were in use. Keys take
 * as long as before.
 */
export function keepSmall(): void {
  collectAt(TIDY);
  // Only threads that begin later are concerned.
  setFlagsFromString(`--min-semi-space-size=${AT_ONCE}`);
  setTimeout(() => setFlagsFromString("--semi-space-growth-factor=1"), STARTED).unref();
}

/** Lets threads make garbage while they work. These settings are the whole program's, and threads that must be tidy are slow ones. */
export async function withRoom(work: () => Promise<void>): Promise<void> {
  collectAt(ITS_OWN_WAY);
  try {
    await work();
  } finally {
    collectAt(TIDY);
  }
}
