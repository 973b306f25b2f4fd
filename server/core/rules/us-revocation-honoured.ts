import { PHONE } from "../laws/calling.ts";
import { optOutHonoured } from "../laws/opt-out.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "us-revocation", cite: "47 CFR 64.1200(a)(10)" },
  principle: "no-means-no",
  kind: "certain",
  severity: "error",
  summary: "Whoever says stop is not called or texted after ten business days.",
  why: "Consent ends when it is taken back, in whatever words.",
  todo: "Write `opt-out: suppress` under `replies`.",
  examples: [
    yaml`
      touches: [{ id: hello, day: 1, channel: call }]
      replies:
        opt-out: suppress
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: sms }]
      replies:
        opt-out: stop
                 ^^^^ After an opt-out this playbook says “stop”, and the person stays on your lists.
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: sms }]
      replies:
        opt-out:
          touches:
            - { id: done, day: 0, channel: sms }
            - { id: really, day: 15, channel: sms }
                ^^^^^^^^^^ “really” would reach them 15 business days after they opted out.
          then: suppress
    `,
  ],
  check: (playbook) => optOutHonoured(playbook, PHONE, 10),
});
