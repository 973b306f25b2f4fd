import { automaticEmails } from "../laws/opt-out.ts";
import { onKey } from "../model.ts";
import { lawRule, yaml } from "../rule.ts";
import { blanks } from "../variables.ts";

export default lawRule({
  law: { pack: "us-can-spam", cite: "15 U.S.C. 7704(a)(5)(A)(iii)" },
  principle: "say-why",
  kind: "heuristic",
  severity: "warning",
  summary: "An automatic email gives the sender's postal address.",
  why: "Whoever writes says who they are and where they can be found.",
  todo: "Add your postal address at its end, or a variable for it such as `{{postal_address}}`.",
  examples: [
    yaml`
      touches:
        - id: count
          day: 1
          channel: email
          mode: automatic
          message: |
            Two teams your size have counted wrong items for a month.

            {{postal_address}}
        - id: guide
          day: 4
          channel: email
          mode: automatic
          message: The guide is ready. Northwind, 12 Harbour Road, Columbus, OH 43004
        - { id: by-hand, day: 9, channel: email, message: Hello Priya. }
    `,
    yaml`
      touches:
        - id: count
          day: 1
          channel: email
          mode: automatic
          message: Two teams your size have counted wrong items at this address. {{email_address}}
          ^^^^^^^ The automatic email “count” gives no postal address.
    `,
  ],
  *check(playbook) {
    for (const touch of automaticEmails(playbook))
      if (!hasAddress(touch.message))
        yield { at: onKey(touch, "message"), what: `The automatic email “${touch.id}” gives no postal address.` };
  },
});

const STREET =
  /\bp\.? ?o\.? ?box \d|\b\d{1,5}[a-z]? (?:[\p{L}.'-]{1,30} ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|highway|hwy|parkway|pkwy)\b/iu;
const STATE_AND_ZIP = /\b[A-Z]{2} \d{5}(?:-\d{4})?\b/;

const hasAddress = (text: string): boolean =>
  blanks(text).some(({ name }) => /address|postal|street|signature|footer/.test(name) && !/e?mail|url|web|link/.test(name)) ||
  STREET.test(text) ||
  STATE_AND_ZIP.test(text);
