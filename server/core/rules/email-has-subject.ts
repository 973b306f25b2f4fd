import { onPart, type Playbook, pathOf, type Touch } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { withEarlier } from "../touch-lines.ts";

export default planRule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "An email that starts a conversation has a subject.",
  why: "The subject is the first place where we say why we write.",
  todo: "Write a `subject` that says plainly what the email is about.",
  examples: [
    yaml`
      touches:
        - { id: count, day: 1, channel: email, subject: Wrong picks in twenty warehouses }
        - { id: method, day: 4, channel: email, thread: reply }
    `,
    yaml`
      touches:
        - { id: count, day: 1, channel: email }
            ^^^^^^^^^ “count” starts a new conversation without a subject.
        - { id: method, day: 4, channel: email }
            ^^^^^^^^^^ “method” starts a new conversation without a subject.
    `,
  ],
  *check(playbook: Playbook) {
    for (const { touch, earlier } of withEarlier(playbook)) {
      if (touch.channel !== "email" || touch.thread === "reply" || touch.subject !== undefined) continue;
      yield {
        at: onPart(touch),
        what: `“${touch.id}” starts a new conversation without a subject.`,
        ...(earlier().some(isEmail)
          ? {
              todo: "Write a `subject`, or continue the earlier email with `thread: reply`.",
              fixes: [{ title: "Continue the earlier email", safe: false, changes: [{ set: [...pathOf(touch), "thread"], to: "reply" }] }],
            }
          : {}),
      };
    }
  },
});

const isEmail = ({ channel }: Touch) => channel === "email";
