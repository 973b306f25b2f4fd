import type { Playbook, Touch } from "./model.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** What says of this very message that it is the last one. */
const LAST =
  /\b(?:this (?:is|will be|one is)|here(?:'s| is)|it's|it is)\b[^.?!]{0,20}\b(?:last|final) (?:e-?mail|note|message|call|text|letter|attempt|try|time (?:I|we)\b[^.?!]{0,12}(?:write|call|email|reach|contact|text))\b|\bone (?:last|final) (?:try|attempt|e-?mail)\b|\b(?:last|final) time you(?:'ll| will) hear from (?:me|us)\b|\b(?:won't|will not) (?:write|call|email|contact you|reach out|text|hear from (?:me|us)) again\b/i;
/** What makes it hang on something: then it is no promise yet. */
const CONDITION = /\b(?:if|unless|until|otherwise|when|without|should you|after that|say the word)\b|["“]no\b/i;

/** The sentence of a touch that says of itself that it is the last, and the words that do: UTF-16 offsets in its message. */
export type LastSaid = { readonly passage: Passage; readonly start: number; readonly end: number };

const read = new WeakMap<Playbook, ReadonlyMap<Touch, LastSaid>>();

/** The touches whose words say that they are the last, without hanging it on anything. */
export function lastsOf(playbook: Playbook): ReadonlyMap<Touch, LastSaid> {
  const known = read.get(playbook);
  if (known) return known;
  const lasts = new Map<Touch, LastSaid>();
  for (const passage of passagesOf(playbook)) {
    const claim = LAST.exec(passage.text);
    if (!claim || CONDITION.test(passage.text) || lasts.has(passage.touch)) continue;
    const start = passage.from + claim.index;
    lasts.set(passage.touch, { passage, start, end: start + claim[0].length });
  }
  read.set(playbook, lasts);
  return lasts;
}
