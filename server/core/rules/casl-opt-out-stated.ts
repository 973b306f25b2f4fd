import { emailsWithoutOptOut } from "../laws/opt-out.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "ca-casl", cite: "CASL s. 6(2)(c) and 11" },
  principle: "offer-a-no",
  kind: "heuristic",
  severity: "warning",
  summary: "An automatic email says how to unsubscribe.",
  why: "Whoever gets mail from a machine can say stop without having to find a person.",
  todo: "Say how to unsubscribe in a line of its own, or add a variable for it such as `{{unsubscribe_link}}`.",
  examples: [
    yaml`
      touches:
        - { id: guide, day: 4, channel: email, mode: automatic, message: The guide is ready. Tell me to stop and I will. }
    `,
    yaml`
      touches:
        - { id: guide, day: 4, channel: email, mode: automatic, message: The guide is ready. }
                                                                ^^^^^^^ The automatic email “guide” does not say how to opt out.
    `,
  ],
  check: emailsWithoutOptOut,
});
