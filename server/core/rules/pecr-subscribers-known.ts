import { allTouches, at, onKey } from "../model.ts";
import { lawRule, yaml } from "../rule.ts";

export default lawRule({
  law: { pack: "uk-pecr", cite: "PECR 2003 reg. 22" },
  principle: "prepared",
  kind: "certain",
  severity: "error",
  summary: "Emails and texts reach companies, or individuals who agreed.",
  why: "Sole traders and partnerships count as individuals, and cannot be written to unasked.",
  todo: "Write `subscribers: corporate` or `subscribers: individual` under `audience`.",
  examples: [
    yaml`
      audience: { subscribers: corporate }
      touches: [{ id: hello, day: 1, channel: email }]
    `,
    yaml`
      audience: { subscribers: individual, consent: { kind: purchase } }
      touches: [{ id: hello, day: 1, channel: email }]
    `,
    yaml`
      audience:
      ^^^^^^^^ This cadence sends messages, and does not say whether to companies or to individuals.
        stage: cold
      touches: [{ id: hello, day: 1, channel: email }]
    `,
    yaml`
      audience: { subscribers: individual, consent: { kind: inquiry } }
                               ^^^^^^^^^^ Individuals are written to here without their consent and without an earlier sale.
      touches: [{ id: hello, day: 1, channel: sms }]
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: call }]
    `,
  ],
  *check(playbook) {
    const { audience } = playbook;
    if (!allTouches(playbook).some(({ channel }) => channel === "email" || channel === "sms")) return;
    if (audience.subscribers === undefined)
      yield {
        at: onKey(audience, "subscribers"),
        what: "This cadence sends messages, and does not say whether to companies or to individuals.",
      };
    else if (audience.subscribers === "individual" && audience.consent?.kind !== "express" && audience.consent?.kind !== "purchase")
      yield {
        at: at(audience, "subscribers"),
        what: "Individuals are written to here without their consent and without an earlier sale.",
        todo: "Write to companies only, or to those whose `consent` is `express` or a `purchase`.",
      };
  },
});
