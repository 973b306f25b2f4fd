import { callingHoursKept } from "../laws/calling.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "us-calling-hours", cite: "47 CFR 64.1200(c)(1); 16 CFR 310.4(c)" },
  principle: "right-dose",
  kind: "certain",
  severity: "error",
  summary: "Calls and texts come between eight in the morning and nine in the evening.",
  why: "A telephone that rings at the wrong hour is remembered for nothing else.",
  todo: "Keep between 08:00 and 21:00 where they are.",
  examples: [
    yaml`
      calling-hours: { from: 09:00, to: 21:00 }
      touches: [{ id: hello, day: 1, channel: call }]
    `,
    yaml`
      calling-hours: { from: 07:30, to: 21:30 }
                             ^^^^^ Calls begin at 07:30 here; the law allows them from 08:00.
                                        ^^^^^ Calls end at 21:30 here; the law allows them until 21:00.
      touches: [{ id: hello, day: 1, channel: call }]
    `,
    yaml`
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: clinic, day: 4, channel: sms }
                                         ^^^ “clinic” rings a telephone, and no calling hours are set.
    `,
  ],
  check: (playbook) => callingHoursKept(playbook, "08:00", "21:00"),
});
