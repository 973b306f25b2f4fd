import { callingHoursKept } from "../laws/calling.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "us-oklahoma", cite: "Oklahoma Telephone Solicitation Act of 2022 (HB 3168)" },
  principle: "right-dose",
  kind: "certain",
  severity: "error",
  summary: "In Oklahoma, calls and texts come between eight in the morning and eight in the evening.",
  why: "A telephone that rings at the wrong hour is remembered for nothing else.",
  todo: "Keep between 08:00 and 20:00 where they are.",
  examples: [
    yaml`
      calling-hours: { from: 08:00, to: 20:00 }
      touches: [{ id: hello, day: 1, channel: call }]
    `,
    yaml`
      calling-hours: { from: 08:00, to: 21:00 }
                                        ^^^^^ Calls end at 21:00 here; the law allows them until 20:00.
      touches: [{ id: hello, day: 1, channel: voicemail }]
    `,
  ],
  check: (playbook) => callingHoursKept(playbook, "08:00", "20:00"),
});
