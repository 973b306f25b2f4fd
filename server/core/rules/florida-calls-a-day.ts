import { callsInADay } from "../laws/calling.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "us-florida", cite: "Fla. Stat. 501.616(6)(b)" },
  principle: "right-dose",
  kind: "certain",
  severity: "error",
  summary: "In Florida, nobody is called more than three times in twenty-four hours.",
  why: "Whoever did not pick up three times will not thank us for the fourth.",
  todo: "Move the call to another day, or take it out.",
  examples: [
    yaml`
      touches:
        - { id: one, day: 1, channel: call }
        - { id: two, day: 1, channel: call }
        - { id: three, day: 1, channel: voicemail }
        - { id: four, day: 2, channel: call }
    `,
    yaml`
      touches:
        - { id: one, day: 1, channel: call }
        - { id: two, day: 1, channel: call }
        - { id: three, day: 1, channel: voicemail }
        - { id: four, day: 1, channel: call }
                           ^ “four” is call number 4 on day 1; the law allows 3 in twenty-four hours.
    `,
  ],
  check: (playbook) => callsInADay(playbook, 3),
});
