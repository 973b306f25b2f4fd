import { leftOut } from "../mending.ts";
import { branchOf, onWords, type Playbook, type Touch } from "../model.ts";
import { passagesOf } from "../passages.ts";
import { rule, yaml } from "../rule.ts";
import { timeline } from "../timeline.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { shown } from "../wording.ts";

/** What says of this very message that it is the last one. */
const LAST =
  /\b(?:this (?:is|will be|one is)|here(?:'s| is)|it's|it is)\b[^.?!]{0,20}\b(?:last|final) (?:e-?mail|note|message|call|text|letter|attempt|try|time (?:I|we)\b[^.?!]{0,12}(?:write|call|email|reach|contact|text))\b|\bone (?:last|final) (?:try|attempt|e-?mail)\b|\b(?:last|final) time you(?:'ll| will) hear from (?:me|us)\b|\b(?:won't|will not) (?:write|call|email|contact you|reach out|text|hear from (?:me|us)) again\b/i;
/** What makes it hang on something: then it is no promise yet. */
const CONDITION = /\b(?:if|unless|until|otherwise|when|without|should you|after that|say the word)\b|["“]no\b/i;

export default rule({
  principle: "honest-take-away",
  articles: ["not-a-license"],
  kind: "heuristic",
  severity: "warning",
  summary: "Only the last touch says that it is the last.",
  why: "A last message that another one follows makes everything we say doubtful.",
  todo: "Take the words out, or take out what follows.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: email, message: "The table is attached. If it is a no, I won't write again." }
        - { id: bye, day: 9, channel: email, message: This is my last note on wrong picks. The table stays yours. }
    `,
    yaml`
      touches:
        - { id: nudge, day: 1, channel: email, message: The table you may want is attached. This is my last email. }
                                                                                            ^^^^^^^^^^^^^^^^^^^^^ “nudge” says that it is the last (“This is my last email”), and “more” follows.
        - { id: more, day: 9, channel: email, message: Here is the method. }
    `,
  ],
  *check(playbook) {
    const followed = followedTouches(playbook);
    for (const passage of passagesOf(playbook)) {
      const { touch, field, message, from, text } = passage;
      const next = followed.get(touch);
      const claim = next && LAST.exec(text);
      if (!claim || CONDITION.test(text)) continue;
      const start = from + claim.index;
      yield {
        at: onWords(touch, field as never, start, start + claim[0].length),
        what: `“${touch.id}” says that it is the last (${shown(message.slice(start, start + claim[0].length))}), and “${next.id}” follows.`,
        fixes: leftOut(touch, field, message, passage),
      };
    }
  },
});

/** The touches that another one follows, with that one. After the main line comes what the playbook does on silence. */
function followedTouches(playbook: Playbook): ReadonlyMap<Touch, Touch> {
  const followed = new Map<Touch, Touch>();
  for (const { reply, touches } of linesOfTouches(playbook)) {
    const moments = [...timeline(touches), ...(reply === undefined ? timeline(branchOf(playbook.replies, "silence")?.touches ?? []) : [])];
    for (const [i, moment] of moments.entries()) {
      const next = moments[i + 1]?.touches[0];
      if (next) for (const touch of moment.touches) followed.set(touch, next);
    }
  }
  return followed;
}
