import { gap } from "../mending.ts";
import { allTouches, at } from "../model.ts";
import { planRule, yaml } from "../rule.ts";
import { wordCount } from "../variables.ts";
import { shown } from "../wording.ts";

export default planRule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "error",
  summary: "Every touch says why we are in touch.",
  why: "A rep who cannot say why they call should not call.",
  todo: "Write under `reason` what is new or known that makes today the day.",
  caps: ["words-of-reason"],
  examples: [
    yaml`
      touches:
        - { id: hello, day: 1, channel: call, reason: Their March review names a wrong item. }
    `,
    yaml`
      touches:
        - id: hello
          ^^^^^^^^^ “hello” has no reason.
          day: 1
          channel: call
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: call, reason: Follow-up call }
                                                      ^^^^^^^^^^^^^^ “Follow-up call” is too short to be a reason for “hello”.
    `,
  ],
  *check(playbook, { caps }) {
    for (const touch of allTouches(playbook)) {
      const { id, reason } = touch;
      const change = { set: at(touch, "reason").path, to: gap("what is new or known that makes today the day") };
      const fixes = [{ title: `Begin the reason for “${id}”`, safe: false, changes: [change] }];
      if (reason === undefined) yield { at: at(touch, "reason"), what: `“${id}” has no reason.`, fixes };
      else if (wordCount(reason) < caps["words-of-reason"])
        yield { at: at(touch, "reason"), what: `${shown(reason)} is too short to be a reason for “${id}”.`, fixes };
    }
  },
});
