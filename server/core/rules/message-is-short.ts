import type { Caps } from "../format/caps.ts";
import { type Channel, mainField, onKey, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { firstLine } from "../text/span.ts";
import { wordCount } from "../variables.ts";

/** The channels whose messages are read, each with the number that bounds it. Invitations say as much as the event needs. */
const BOUNDS: Partial<Readonly<Record<Channel, keyof Caps>>> = {
  email: "words-in-an-email",
  linkedin: "words-in-a-linkedin-message",
  sms: "words-in-a-text-message",
  post: "words-in-a-letter",
};

export default rule({
  principle: "calm-peer",
  articles: ["how-much"],
  kind: "certain",
  severity: "info",
  summary: "A message to somebody we have never spoken to is short.",
  why: "A colleague would put it in a few lines, and a stranger reads no more.",
  todo: "Keep one thought; the others are the next touches.",
  caps: ["words-in-an-email", "words-in-a-linkedin-message", "words-in-a-text-message", "words-in-a-letter"],
  examples: [
    yaml`
      audience: { stage: cold }
      touches:
        - { id: count, day: 1, channel: linkedin, message: Do you count wrong items at the dock? }
        - { id: clinic, day: 4, channel: sms, message: The returns clinic is on Thursday. }
        - { id: guide, day: 9, channel: post, message: Here is the guide to counting wrong items. }
    `,
    {
      config: { caps: { default: { "words-in-a-text-message": 5 } } },
      text: yaml`
        audience: { stage: cold }
        touches:
          - { id: clinic, day: 4, channel: sms, message: The returns clinic is on Thursday. }
                                                ^^^^^^^ The message of “clinic” has 6 words; 5 are plenty for a first acquaintance.
      `,
    },
    yaml`
      audience: { stage: cold }
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
            Hello {{first_name}}, one of your reviews in March names a wrong item. Do you count them?
    `,
    yaml`
      audience: { stage: cold }
      touches:
        - id: hello
          day: 1
          channel: email
          message: |
          ^^^^^^^ The message of “hello” has 132 words; 120 are plenty for a first acquaintance.
            Hello {{first_name}}, we help warehouses of all sizes with their picking and their packing and their
            returns, and we have done so for eleven years now in four countries. Our customers tell us that the
            first thing they notice is how much calmer the mornings are, and the second is the cost of postage.
            We offer a platform with nine modules, each of which can be bought alone or with the others, and all
            of which work with the systems that you have today. We would love to show you every one of them. We
            can also show you what our newest module does with the parcels that come back, because that is what
            most people ask for, and a short film about our company and about the people who founded it.
    `,
    {
      message: { stage: "cold", channel: "sms" },
      config: { caps: { default: { "words-in-a-text-message": 5 } } },
      text: yaml`
        The returns clinic is on Thursday.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The message has 6 words; 5 are plenty for a first acquaintance.
      `,
    },
  ],
  *alone({ text, stage, channel, field }, caps) {
    const bound = stage === "cold" && field === "body" && BOUNDS[channel];
    const words = bound ? wordCount(text) : 0;
    if (bound && words > caps[bound])
      yield { span: firstLine(text), what: `The message has ${words} words; ${caps[bound]} are plenty for a first acquaintance.` };
  },
  *check({ audience, touches }, { caps }) {
    if (audience.stage !== "cold") return;
    for (const touch of touches) {
      const bound = BOUNDS[touch.channel];
      const main = textsOf(touch).find(({ field }) => field === mainField(touch.channel));
      if (!bound || !main) continue;
      const words = wordCount(main.text);
      const most = caps[bound];
      if (words > most)
        yield {
          at: onKey(touch, main.field as never),
          what: `The message of “${touch.id}” has ${words} words; ${most} are plenty for a first acquaintance.`,
        };
    }
  },
});
