import { allTouches, onKey } from "../model.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "uk-pecr", cite: "PECR 2003 reg. 21" },
  principle: "prepared",
  kind: "heuristic",
  severity: "warning",
  summary: "Numbers on the registers of those who want no calls are left out.",
  why: "Whoever is on the register has said no to everybody, us included.",
  todo: "Name the TPS and the CTPS register under `audience: exclude:`, and screen the numbers.",
  examples: [
    yaml`
      audience:
        exclude: [Numbers on the TPS or CTPS register, Anyone who objected to our calls]
      touches: [{ id: hello, day: 1, channel: call }]
    `,
    yaml`
      audience:
        exclude:
        ^^^^^^^ This cadence calls, and leaves out nobody for being on the TPS or CTPS register.
          - Anyone with an open ticket
      touches: [{ id: hello, day: 1, channel: call }]
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
    `,
  ],
  *check(playbook) {
    const { audience } = playbook;
    if (!allTouches(playbook).some(({ channel }) => channel === "call" || channel === "voicemail")) return;
    if (audience.exclude.some((one) => /\bc?tps\b|telephone preference|do[- ]not[- ]call|opt-out register/i.test(one))) return;
    yield {
      at: onKey(audience, "exclude"),
      what: "This cadence calls, and leaves out nobody for being on the TPS or CTPS register.",
    };
  },
});
