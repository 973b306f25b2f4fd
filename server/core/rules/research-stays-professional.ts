import type { Remark } from "../finding.ts";
import { removed } from "../mending.ts";
import { onWords, type Playbook, pathOf } from "../model.ts";
import { straight } from "../passages.ts";
import { planRule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

/** Private life, said so that it can hardly be the subject of the business. */
const PRIVATE =
  /\b(?:spouses?|wife|husband|girlfriend|boyfriend|(?:their|the|his|her) (?:kids|children|family|divorce|pregnancy|religion|health|illness|politics)|kids'? (?:names?|ages?|school)|spouse, kids|hobb(?:y|ies)|home address|where they live|private (?:phone|number|address|email)|personal (?:cell|phone|number|email|address|facebook|instagram|life)|cell(?: phone)? number|(?:their|his|her) (?:facebook|instagram|tiktok|vacation|holiday) (?:page|posts?|photos?|pictures)|facebook profile|instagram)\b/i;
/** Said before it, these turn it around. */
const TURNED = /\b(?:no|not|never|nothing|leave out|without|don't|do not|avoid|skip)\b[^.;]{0,40}$/i;

export default planRule({
  principle: "prepared",
  articles: ["how-much", "not-a-license"],
  kind: "heuristic",
  severity: "warning",
  summary: "Research keeps to their work and leaves their life alone.",
  why: "Somebody who finds a stranger in their private life wants the stranger gone.",
  todo: "Look for what the company shows in public and what touches the work.",
  examples: [
    yaml`
      research:
        find: [the review and its date, "Who runs operations (nothing about their family)", toys for kids in the catalog]
    `,
    yaml`
      research:
        find:
          - Who runs operations now
          - Spouse, kids, hobbies for rapport
            ^^^^^^ Research is to look into private life: “Spouse”.
      variables:
        hobby: { example: sailing, meaning: What their Facebook profile shows. }
                                                       ^^^^^^^^^^^^^^^^ “hobby” is filled from private life: “Facebook profile”.
    `,
  ],
  *check(playbook) {
    const { find } = playbook.research;
    for (const [i, line] of find.entries()) {
      const found = privateIn(line);
      if (!found) continue;
      yield {
        at: { path: [...pathOf(find), i], words: [found.index, found.index + found[0].length] },
        what: `Research is to look into private life: ${shown(found[0])}.`,
        fixes: [
          { title: "Leave it out of the research", safe: false, changes: [removed({ path: [...pathOf(find), i], of: find.length })] },
        ],
      };
    }
    yield* inVariables(playbook);
  },
});

function* inVariables({ variables }: Playbook): Iterable<Remark> {
  for (const [name, variable] of Object.entries(variables)) {
    const found = privateIn(variable.meaning ?? "");
    if (found)
      yield {
        at: onWords(variable, "meaning", found.index, found.index + found[0].length),
        what: `“${name}” is filled from private life: ${shown(found[0])}.`,
        fixes: [
          {
            title: `Take “${name}” out of the variables`,
            safe: false,
            changes: [removed({ path: pathOf(variable), of: Object.keys(variables).length })],
          },
        ],
      };
  }
}

function privateIn(text: string): RegExpExecArray | undefined {
  const found = PRIVATE.exec(straight(text));
  return found && !TURNED.test(straight(text).slice(0, found.index)) ? found : undefined;
}
