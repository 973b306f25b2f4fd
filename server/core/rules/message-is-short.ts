import { onKey } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { wordCount } from "../variables.ts";

const MOST_WORDS = 120;

export default rule({
  principle: "calm-peer",
  articles: ["how-much"],
  kind: "certain",
  severity: "info",
  summary: "An email to somebody we have never spoken to has at most 120 words.",
  why: "A colleague would put it in a few lines, and a stranger reads no more.",
  todo: "Keep one thought; the others are the next touches.",
  examples: [
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
  ],
  *check({ audience, touches }) {
    if (audience.stage !== "cold") return;
    for (const touch of touches) {
      if (touch.channel !== "email") continue;
      const words = wordCount(touch.message ?? "");
      if (words > MOST_WORDS)
        yield {
          at: onKey(touch, "message"),
          what: `The message of “${touch.id}” has ${words} words; ${MOST_WORDS} are plenty for a first acquaintance.`,
        };
    }
  },
});
