import { type Finding, type LawId, type Rule, type RuleId, rules, shownExample } from "@cadence-playbooks/server/core";

/** An example of a rule, checked anew for its page: nothing on the page is typed by hand. */
export type Shown = { readonly text: string; readonly findings: readonly Finding[] };

/** A rule's examples with what it says of them, the faulty ones first. */
export function examplesOf(id: RuleId): readonly Shown[] {
  const rule: Rule = rules[id];
  const shown = rule.examples.map((example) => shownExample(id, example));
  return [...shown.filter(({ findings }) => findings.length > 0), ...shown.filter(({ findings }) => findings.length === 0)];
}

const all = Object.entries(rules) as [RuleId, Rule][];

/** The rules of a principle. Those that stand on a law have a page of their own. */
export const rulesOf = (principle: string): readonly (readonly [RuleId, Rule])[] =>
  all.filter(([, rule]) => rule.principle === principle && !rule.law);

/** The rules of a law pack. */
export const rulesOfLaw = (pack: LawId): readonly (readonly [RuleId, Rule])[] => all.filter(([, { law }]) => law?.pack === pack);
