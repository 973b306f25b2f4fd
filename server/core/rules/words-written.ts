import { because, gap, inner, toThem } from "../mending.ts";
import { allTouches, at, mainField, onPart, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { contactNames } from "../spoken.ts";

export default rule({
  principle: "prepared",
  articles: ["how-much", "evolution-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Every touch has its words written out.",
  why: "Words found in a hurry are the ones we regret.",
  todo: "Write out what is sent or said.",
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: call, script: Hello Priya. }
        - { id: count, day: 4, channel: email, message: Hello Priya. }
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call }
            ^^^^^^^^^ “hello” is a call without a script.
        - { id: count, day: 4, channel: email }
            ^^^^^^^^^ “count” is an email without a message.
    `,
  ],
  *check(playbook) {
    for (const touch of allTouches(playbook)) {
      const field = mainField(touch.channel);
      if ((touch as { [key in typeof field]?: string | undefined })[field] !== undefined) continue;
      yield {
        at: onPart(touch),
        what: `“${touch.id}” is ${contactNames[touch.channel]} without a ${field}.`,
        todo: field === "script" ? "Write under `script` what is said." : "Write under `message` what is sent.",
        fixes: [
          {
            title: `Begin the ${field} of “${touch.id}”`,
            safe: false,
            changes: [{ set: at(touch, field as never).path, to: beginningOf(touch) }],
          },
        ],
      };
    }
  },
});

/** What the playbook already knows of the touch, as a first line to go on from. */
function beginningOf(touch: Touch): string {
  const { channel, value } = touch;
  const verb = channel === "call" || channel === "voicemail" || channel === "video" ? "calling" : "writing";
  const brings = value === undefined ? "" : ` What you get from this: ${inner(toThem(value))}.`;
  return `I am ${verb} because ${because(touch)}.${brings} ${gap("what you ask, and how they can say no")}`;
}
