import { onKey, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { firstLine } from "../text/span.ts";
import { touchByTouch } from "../touch-by-touch.ts";
import { wordCount } from "../variables.ts";

/** An unhurried pace: 150 words a minute. */
const WORDS_A_SECOND = 2.5;

export default rule({
  principle: "say-why",
  articles: ["art-of-persistence"],
  kind: "certain",
  severity: "warning",
  summary: "A voicemail is said in thirty seconds.",
  why: "After thirty seconds nobody is listening to a stranger any more.",
  todo: "Keep name, company and the reason, and leave the rest for later.",
  caps: ["voicemail-seconds"],
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          voicemail: Hello {{first_name}}, this is Jonah at Northwind. I call about the review from March and will write.
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: voicemail
          script: |
          ^^^^^^ The voicemail of “hello” has 79 words; about 75 fit into 30 seconds.
            Hello {{first_name}}, this is Jonah at Northwind. We help warehouses of all sizes with their picking
            and their packing and their returns, and we have done so for eleven years now in four countries. I
            have been reading about your company all morning and I must say that I am impressed by what I see
            there. I have so many ideas for you that I hardly know where to begin, so let me begin with the
            first of them.
    `,
    {
      message: { channel: "voicemail" },
      config: { caps: { default: { "voicemail-seconds": 2 } } },
      text: yaml`
        Hello, this is Jonah at Northwind.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The voicemail has 6 words; about 5 fit into 2 seconds.
      `,
    },
  ],
  *alone({ text, channel, field }, caps) {
    const seconds = caps["voicemail-seconds"];
    const most = Math.floor(seconds * WORDS_A_SECOND);
    const words = channel === "voicemail" && field === "body" ? wordCount(text) : 0;
    if (words > most) yield { span: firstLine(text), what: `The voicemail has ${words} words; about ${most} fit into ${seconds} seconds.` };
  },
  check: touchByTouch(
    (_, { caps }) => caps["voicemail-seconds"],
    function* (touch, seconds) {
      const most = Math.floor(seconds * WORDS_A_SECOND);
      const { field, text } = voicemailOf(touch) ?? {};
      const words = wordCount(text ?? "");
      if (!field || words <= most) return;
      yield {
        at: onKey(touch, field as never),
        what: `The voicemail of “${touch.id}” has ${words} words; about ${most} fit into ${seconds} seconds.`,
      };
    },
  ),
});

function voicemailOf(touch: Touch) {
  if (touch.channel === "call") return { field: "voicemail", text: touch.voicemail };
  if (touch.channel === "voicemail") return { field: "script", text: touch.script };
  return undefined;
}
