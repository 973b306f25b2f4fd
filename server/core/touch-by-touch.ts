import type { Remark } from "./finding.ts";
import { allTouches, type Playbook, type Touch } from "./model.ts";
import type { Context } from "./rule.ts";

/**
 * How a rule checks that looks at each touch by itself. What it says of a touch is kept as long as that is the same touch, which it is from key
 * to key while another one is written. `given` names everything else that the rule goes by, as a value: numbers, words or nothing at all.
 */
export function touchByTouch<G extends string | number | undefined>(
  given: (playbook: Playbook, context: Context) => G,
  look: (touch: Touch, given: G) => Iterable<Remark>,
): (playbook: Playbook, context: Context) => readonly Remark[] {
  const kept = new WeakMap<Touch, { readonly given: G; readonly remarks: readonly Remark[] }>();
  return (playbook, context) => {
    const now = given(playbook, context);
    return allTouches(playbook).flatMap((touch) => {
      const known = kept.get(touch);
      if (known && known.given === now) return known.remarks;
      const remarks = [...look(touch, now)];
      kept.set(touch, { given: now, remarks });
      return remarks;
    });
  };
}

/** For rules that go by the touch alone. */
export const nothing = (): undefined => undefined;
