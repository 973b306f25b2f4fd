import { at, onWords } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { withEarlier } from "../touch-lines.ts";

/** What mail programs put before the subject of an answer or a forwarded email. */
const MARK = /^\s*(?:(?:re|fwd?)\s*:\s*)+/i;

export default rule({
  principle: "say-why",
  articles: ["art-of-persistence", "not-a-license", "how-much"],
  kind: "certain",
  severity: "error",
  summary: "An email looks like an answer only when it is one.",
  why: "A conversation that never took place is a lie in the first line.",
  todo: "Say in the subject what the email is about.",
  examples: [
    yaml`
      touches:
        - { id: count, day: 1, channel: email, subject: Wrong picks in twenty warehouses }
        - { id: method, day: 4, channel: email, thread: reply, subject: "Re: Wrong picks in twenty warehouses" }
    `,
    yaml`
      touches:
        - { id: count, day: 1, channel: email, subject: "Re: our talk" }
                                                         ^^^ The subject of “count” looks like an answer, but the email starts a new conversation.
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
        - { id: count, day: 4, channel: email, thread: reply, subject: Wrong picks }
                                                       ^^^^^ “count” continues an email, but nothing before it is one.
    `,
    yaml`
      audience: { stage: contacted }
      touches:
        - { id: answer, day: 1, channel: email, thread: reply }
    `,
  ],
  *check(playbook) {
    for (const { touch, earlier } of withEarlier(playbook)) {
      if (touch.channel === "email" && touch.thread === "reply") {
        // Once we have spoken there may be an email of theirs to answer, which no playbook can know.
        if (playbook.audience.stage !== "cold" || earlier().some(({ channel }) => channel === "email")) continue;
        yield {
          at: at(touch, "thread"),
          what: `“${touch.id}” continues an email, but nothing before it is one.`,
          todo: "Start a new conversation, with a subject of its own.",
          fixes: [{ title: "Start a new conversation", safe: false, changes: [{ remove: at(touch, "thread").path }] }],
        };
      } else if ("subject" in touch && touch.subject !== undefined) {
        const mark = MARK.exec(touch.subject)?.[0];
        if (mark === undefined) continue;
        yield {
          at: onWords(touch, "subject" as never, mark.search(/\S/), mark.trimEnd().length),
          what: `The subject of “${touch.id}” looks like an answer, but the email starts a new conversation.`,
          fixes: [
            {
              title: `Remove “${mark.trim()}”`,
              safe: false,
              changes: [{ replace: onWords(touch, "subject" as never, 0, mark.length), with: "" }],
            },
          ],
        };
      }
    }
  },
});
