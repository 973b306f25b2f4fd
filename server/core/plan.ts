import type { Knowledge } from "./check.ts";
import type { Remark } from "./finding.ts";
import { lastsOf } from "./last-said.ts";
import { type Playbook, pathOf } from "./model.ts";
import type { Context, Rule } from "./rule.ts";
import type { Misfit } from "./text/flaw.ts";

/** Everything that rules about the plan go by. */
type Plan = {
  readonly value: unknown;
  readonly misfits: string;
  readonly knowledge: Knowledge;
  /** Which touches say of themselves that they are the last: those words are part of the plan. */
  readonly lasts: string;
};

/** What rules about the plan found, and the runs they followed. Their touches are those of the playbook that was read first. */
export type Kept = Plan & { readonly remarks: Map<Rule, readonly Remark[]>; readonly paths: Context["paths"] };

/** The plan of a playbook that was read. Undefined where it could not be. */
export const planOf = (
  playbook: Playbook | undefined,
  { value }: { readonly value: unknown },
  misfits: readonly Misfit[],
  knowledge: Knowledge,
): Plan | undefined =>
  playbook && { value, misfits: JSON.stringify(misfits), knowledge, lasts: JSON.stringify([...lastsOf(playbook).keys()].map(pathOf)) };

/** Whether everything that rules about the plan go by is what it was. */
export const isKept = (kept: Plan, plan: Plan): boolean =>
  kept.lasts === plan.lasts &&
  kept.misfits === plan.misfits &&
  KNOWN.every((key) => kept.knowledge[key] === plan.knowledge[key]) &&
  planSame(kept.value, plan.value);

const KNOWN = ["kind", "config", "assets", "today", "regionOf", "file", "configFile"] as const satisfies readonly (keyof Knowledge)[];

/** The keys of a touch that hold what is said to the prospect, or to whoever says it. */
export const WORDS: ReadonlySet<string> = new Set(["subject", "message", "script", "voicemail", "guidance"]);

/**
 * Whether two read playbooks plan the same, whatever their touches say: whoever goes by the plan alone finds the same in both. Parts that are
 * the same object are not looked into, so that after a key little is compared.
 */
export function planSame(one: unknown, other: unknown, inTouch = false): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length || Array.isArray(one) !== Array.isArray(other)) return false;
  return keys.every((key) => {
    const [a, b] = [(one as Part)[key], (other as Part)[key]];
    if (inTouch && WORDS.has(key) && isSaying(a) && isSaying(b)) return true;
    if (key === "touches" && Array.isArray(a) && Array.isArray(b))
      return a.length === b.length && a.every((touch, i) => planSame(touch, b[i], true));
    return Object.hasOwn(other, key) && planSame(a, b);
  });
}

type Part = Readonly<Record<string, unknown>>;

/** Words that say something: nothing at all is a slip, whose finding does not depend on words. */
const isSaying = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
