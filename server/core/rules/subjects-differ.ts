import { at, type Touch } from "../model.ts";
import { once } from "../once.ts";
import { rule, yaml } from "../rule.ts";
import { withEarlier } from "../touch-lines.ts";
import { bareWords } from "../words.ts";

export default rule({
  principle: "progress",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "Each new conversation has a subject of its own.",
  why: "The same subject again looks like a machine at work, and hides what is new.",
  todo: "Write a subject that says what is new, or continue the conversation with `thread: reply`.",
  examples: [
    yaml`
      touches:
        - { id: count, day: 1, channel: email, subject: Wrong picks in twenty warehouses }
        - { id: method, day: 4, channel: email, subject: Wrong picks in twenty warehouses, thread: reply }
        - { id: walk, day: 9, channel: email, subject: One aisle in forty minutes }
    `,
    yaml`
      touches:
        - { id: count, day: 1, channel: email, subject: Wrong picks in twenty warehouses }
        - id: method
          day: 4
          channel: email
          subject: Wrong picks in twenty warehouses
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “method” starts a new conversation under the subject of “count”.
    `,
  ],
  *check(playbook) {
    for (const { touch, earlier } of withEarlier(playbook)) {
      const subject = begun(touch);
      const same = subject && earlier().find((one) => begun(one) === subject);
      if (!same) continue;
      yield {
        at: at(touch, "subject" as never),
        what: `“${touch.id}” starts a new conversation under the subject of “${same.id}”.`,
        related: [{ at: at(same, "subject" as never), message: `“${same.id}” has it first.` }],
        ...(touch.channel === "email" && same.channel === "email"
          ? {
              fixes: [
                {
                  title: `Continue the conversation of “${same.id}”`,
                  safe: false,
                  changes: [{ set: at(touch, "thread").path, to: "reply" }],
                },
              ],
            }
          : {}),
      };
    }
  },
});

/** The subject under which a touch starts a conversation, bare of the marks of replies. Undefined when it starts none. */
function freshSubject(touch: Touch): string | undefined {
  if (!("subject" in touch) || touch.subject === undefined || ("thread" in touch && touch.thread === "reply")) return undefined;
  return bareWords(touch.subject.replace(/^(?:\s*(?:re|fwd?|aw|wg)\s*:)+/i, ""));
}

/** A touch is the same from key to key while another one is written. */
const begun = once(freshSubject);
