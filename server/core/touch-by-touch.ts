import type { Remark } from "./finding.ts";
import { gathered } from "./gathered.ts";
import { allTouches, type Playbook, type Touch } from "./model.ts";
import { memoOf } from "./once.ts";
import type { Context } from "./rule.ts";

/** What a rule said of a touch, and what it went by. */
type Said<G> = { readonly given: G; readonly remarks: readonly Remark[] };

/**
 * How a rule checks that looks at each touch by itself. What it says of a touch is kept as long as that is the same touch, which it is from key
 * to key while another one is written. `given` names everything else that the rule goes by, as a value: numbers, words or nothing at all.
 */
export function touchByTouch<G extends string | number | undefined>(
  given: (playbook: Playbook, context: Context) => G,
  look: (touch: Touch, given: G) => Iterable<Remark>,
): (playbook: Playbook, context: Context) => readonly Remark[] {
  return (playbook, context) => {
    const now = given(playbook, context);
    const all: Remark[] = [];
    for (const touch of allTouches(playbook)) {
      const memo = memoOf(touch);
      const known = memo.get(look) as Said<G> | undefined;
      if (known && known.given === now) {
        all.push(...known.remarks);
        continue;
      }
      const remarks = gathered(look(touch, now));
      memo.set(look, { given: now, remarks });
      all.push(...remarks);
    }
    return all;
  };
}

/** For rules that go by the touch alone. */
export const nothing = (): undefined => undefined;
