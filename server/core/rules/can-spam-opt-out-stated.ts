import { emailsWithoutOptOut } from "../laws/opt-out.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "us-can-spam", cite: "15 U.S.C. 7704(a)(3) and (5)(A)(ii)" },
  principle: "offer-a-no",
  kind: "heuristic",
  severity: "warning",
  summary: "An automatic email says how to opt out.",
  why: "Whoever gets mail from a machine can say stop without having to find a person.",
  todo: "Say how to opt out in a line of its own, or add a variable for it such as `{{unsubscribe_link}}`.",
  examples: [
    yaml`
      touches:
        - id: count
          day: 1
          channel: email
          mode: automatic
          message: |
            Two teams your size have counted wrong items for a month.

            If you'd rather not get these, reply with the word stop.
        - { id: guide, day: 4, channel: email, mode: automatic, message: "The guide is ready. {{unsubscribe_link}}" }
        - { id: by-hand, day: 9, channel: email, message: Hello Priya. }
    `,
    yaml`
      touches:
        - id: count
          day: 1
          channel: email
          mode: automatic
          message: Two teams your size have counted. A one-word no is plenty.
          ^^^^^^^ The automatic email “count” does not say how to opt out.
    `,
  ],
  check: emailsWithoutOptOut,
});
