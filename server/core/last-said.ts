import type { Playbook, Touch } from "./model.ts";
import { once } from "./once.ts";
import { type Passage, passagesIn } from "./passages.ts";
import { messagesOf, type TouchMessage } from "./prose/touches.ts";

/** What says of this very message that it is the last one. */
const LAST =
  /\b(?:this (?:is|will be|one is)|here(?:'s| is)|it's|it is)\b[^.?!]{0,20}\b(?:last|final) (?:e-?mail|note|message|call|text|letter|attempt|try|time (?:I|we)\b[^.?!]{0,12}(?:write|call|email|reach|contact|text))\b|\bone (?:last|final) (?:try|attempt|e-?mail)\b|\b(?:last|final) time you(?:'ll| will) hear from (?:me|us)\b|\b(?:won't|will not) (?:write|call|email|contact you|reach out|text|hear from (?:me|us)) again\b/i;
/** What makes it hang on something: then it is no promise yet. */
const CONDITION = /\b(?:if|unless|until|otherwise|when|without|should you|after that|say the word)\b|["“]no\b/i;

/** The sentence of a touch that says of itself that it is the last, and the words that do: UTF-16 offsets in its message. */
export type LastSaid = { readonly passage: Passage; readonly start: number; readonly end: number };

/** The touches whose words say that they are the last, without hanging it on anything. */
export const lastsOf = once((playbook: Playbook): ReadonlyMap<Touch, LastSaid> => {
  const lasts = new Map<Touch, LastSaid>();
  for (const message of messagesOf(playbook)) {
    const last = lastIn(message);
    if (last && !lasts.has(message.touch)) lasts.set(message.touch, last);
  }
  return lasts;
});

const lastIn = once((message: TouchMessage): LastSaid | undefined => {
  for (const passage of passagesIn(message)) {
    const claim = LAST.exec(passage.text);
    if (!claim || CONDITION.test(passage.text)) continue;
    const start = passage.from + claim.index;
    return { passage, start, end: start + claim[0].length };
  }
  return undefined;
});
