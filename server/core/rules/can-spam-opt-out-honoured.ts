import { optOutHonoured } from "../laws/opt-out.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "us-can-spam", cite: "15 U.S.C. 7704(a)(4); 16 CFR 316.4" },
  principle: "no-means-no",
  kind: "certain",
  severity: "error",
  summary: "Whoever opts out gets no email after ten business days.",
  why: "An opt-out that is not acted on is worse than none.",
  todo: "Write `opt-out: suppress` under `replies`.",
  examples: [
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        opt-out: { wait: 14 days, then: suppress }
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        opt-out: { wait: 30 days, then: suppress }
                         ^^^^^^^ An opt-out waits 30 days here; the law allows 10 business days.
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
      ^^^^^^^ This playbook does not say what happens when somebody opts out.
        no: stop
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: call }]
    `,
  ],
  check: (playbook) => optOutHonoured(playbook, ["email"], 10),
});
