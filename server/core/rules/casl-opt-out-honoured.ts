import { optOutHonoured } from "../laws/opt-out.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "ca-casl", cite: "CASL s. 11(3)" },
  principle: "no-means-no",
  kind: "certain",
  severity: "error",
  summary: "Whoever unsubscribes gets no message after ten business days.",
  why: "An opt-out that is not acted on is worse than none.",
  todo: "Write `opt-out: suppress` under `replies`.",
  examples: [
    yaml`
      touches: [{ id: hello, day: 1, channel: linkedin }]
      replies:
        opt-out: suppress
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: email }]
      replies:
        opt-out: { wait: 2 months, then: suppress }
                         ^^^^^^^^ An opt-out waits 2 months here; the law allows 10 business days.
    `,
  ],
  check: (playbook) => optOutHonoured(playbook, ["email", "sms", "linkedin"], 10),
});
