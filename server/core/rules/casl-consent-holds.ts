import type { Remark } from "../finding.ts";
import { days } from "../format/duration.ts";
import { allTouches, at, onKey, type Playbook } from "../model.ts";
import { lawRule, yaml } from "../rule.ts";
import { counted } from "../wording.ts";

/** Calendar days for which consent holds that nobody gave in so many words: two years, and six months. */
const LASTS = { purchase: { days: 730, words: "2 years" }, inquiry: { days: 182, words: "6 months" } } as const;

export default lawRule({
  law: { pack: "ca-casl", cite: "CASL s. 6(1) and 10(9)–(10)" },
  principle: "prepared",
  kind: "certain",
  severity: "error",
  summary: "Messages go to those whose consent lasts to the last touch.",
  why: "Consent that nobody wrote down cannot be shown, and some of it runs out.",
  todo: "Write under `audience: consent:` what it rests on, and how long ago it may have been given.",
  examples: [
    yaml`
      audience: { consent: { kind: express } }
      touches: [{ id: hello, day: 1, channel: email }]
    `,
    yaml`
      audience: { consent: { kind: inquiry, within: 4 months } }
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: bye, day: 20, channel: email }
    `,
    yaml`
      audience: { consent: { kind: inquiry, within: 6 months } }
                                                    ^^^^^^^^ Consent by inquiry lasts 6 months; 6 months and a cadence of 28 days are longer.
      touches:
        - { id: hello, day: 1, channel: email }
        - { id: bye, day: 20, channel: email }
    `,
    yaml`
      audience: { consent: { kind: purchase } }
                                   ^^^^^^^^ Consent by purchase lasts 2 years, and nothing says how old it may be.
      touches: [{ id: hello, day: 1, channel: sms }]
    `,
    yaml`
      audience:
      ^^^^^^^^ This cadence sends messages, and does not say on what consent.
        stage: cold
      touches: [{ id: hello, day: 1, channel: email }]
    `,
    yaml`
      touches: [{ id: hello, day: 1, channel: call }]
    `,
  ],
  *check(playbook): Iterable<Remark> {
    const { audience } = playbook;
    if (!allTouches(playbook).some(({ channel }) => channel === "email" || channel === "sms" || channel === "linkedin")) return;
    const { consent } = audience;
    if (!consent) {
      yield { at: onKey(audience, "consent"), what: "This cadence sends messages, and does not say on what consent." };
      return;
    }
    if (consent.kind !== "purchase" && consent.kind !== "inquiry") return;
    const lasts = LASTS[consent.kind];
    const longest = lasts.days - lengthOf(playbook);
    const months = Math.floor(longest / 30);
    const fixes =
      months < 1
        ? []
        : [
            {
              title: `Enrol within ${counted(months, "month")}`,
              safe: false,
              changes: [{ set: at(consent, "within").path, to: counted(months, "month") }],
            },
          ];
    if (consent.within === undefined)
      yield {
        at: at(consent, "kind"),
        what: `Consent by ${consent.kind} lasts ${lasts.words}, and nothing says how old it may be.`,
        fixes,
      };
    else if ((days(consent.within) ?? 0) > longest)
      yield {
        at: at(consent, "within"),
        what: `Consent by ${consent.kind} lasts ${lasts.words}; ${consent.within} and a cadence of ${counted(lengthOf(playbook), "day")} are longer.`,
        todo: "Enrol people sooner, so that it holds to the last touch.",
        fixes,
      };
  },
});

/** The calendar days from enrolment to the last touch of the main line. */
const lengthOf = ({ touches }: Playbook): number => Math.ceil((Math.max(0, ...touches.map(({ day }) => day)) / 5) * 7);
