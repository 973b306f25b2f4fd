import type { Remark } from "./finding.ts";
import { spokenAt } from "./found.ts";
import { gathered } from "./gathered.ts";
import { passagesOf } from "./house/passage.ts";
import { type Assets, type Config, onWords, type Playbook } from "./model.ts";
import { memoOf, once } from "./once.ts";
import { patternOf } from "./pattern.ts";
import { said, saysAnything } from "./prose/reader.ts";
import { messagesOf, type TouchMessage } from "./prose/touches.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { suggestionsFor } from "./suggestion.ts";

/** What was found, by the rule that found it. */
type Found = ReadonlyMap<Rule, readonly Remark[]>;
const NOTHING: Found = new Map();

const reading = <K extends Rule["reads"]>(kind: K) =>
  Object.values<Rule>(rules).filter((rule): rule is Extract<Rule, { reads: K }> => rule.reads === kind);

/**
 * What rules find that look at each text of a playbook by itself. It is kept with the text, and so from key to key while another one is
 * written, as long as the one thing besides that they go by is the same.
 */
function textByText<T extends object, R extends Rule, G>(
  all: readonly R[],
  textsOf: (playbook: Playbook) => readonly T[],
  look: (rule: R, text: T, given: G) => Iterable<Remark>,
): (playbook: Playbook, given: G) => Found {
  const inText = (text: T, given: G): Found => {
    const memo = memoOf(text);
    const known = memo.get(look) as { readonly given: G; readonly found: Found } | undefined;
    if (known && known.given === given) return known.found;
    let made: Map<Rule, readonly Remark[]> | undefined;
    for (const rule of all) {
      const remarks = gathered(look(rule, text, given));
      if (remarks.length === 0) continue;
      made ??= new Map();
      made.set(rule, remarks);
    }
    const found = made ?? NOTHING;
    memo.set(look, { given, found });
    return found;
  };
  return (playbook, given) => {
    const found = new Map<Rule, Remark[]>();
    for (const text of textsOf(playbook))
      for (const [rule, remarks] of inText(text, given)) {
        const before = found.get(rule);
        if (before) before.push(...remarks);
        else found.set(rule, [...remarks]);
      }
    return found;
  };
}

/** The few messages that say anything we would rather not have said. */
const telling = once((playbook: Playbook) => messagesOf(playbook).filter(({ message }) => saysAnything(message)));

/** What the prose rules find in the messages of a playbook. */
export const foundInProse = textByText(
  reading("prose"),
  telling,
  function* (rule, { message, touch, field }: TouchMessage, assets: Assets | undefined) {
    for (const one of said(message, rule.family))
      yield {
        at: onWords(touch, field as never, one.start, one.end),
        what: rule.what(one, message),
        fixes: suggestionsFor(rule, one, message, { touch, field, assets }),
      };
  },
);

/** What the rules about a team's own words find in what its author wrote. */
export const foundInWords = textByText(reading("words"), passagesOf, function* (rule, { passage, touch }, config: Config | undefined) {
  for (const one of rule.check(passage, config, patternOf)) yield spokenAt(onWords(touch, passage.field as never, ...one.span), one);
});
