import { beside } from "./beside.ts";

/** What is worked out of a part of a playbook once, and kept as long as the part is: from key to key while another part is written. */

/** What is kept of a part, by whoever worked it out. */
const kept = beside<Map<unknown, unknown>>();

/** What is kept of a part as long as it lives, by the function that worked it out. */
export function memoOf(part: object): Map<unknown, unknown> {
  const known = kept.get(part);
  if (known) return known;
  const made = new Map<unknown, unknown>();
  kept.set(part, made);
  return made;
}

/** A function of a part that is worked out once for each, and kept as long as the part is. */
export function once<K extends object, V>(work: (part: K) => V): (part: K) => V {
  return (part) => {
    const own = memoOf(part);
    if (own.has(work)) return own.get(work) as V;
    const value = work(part);
    own.set(work, value);
    return value;
  };
}
