import { avoidedIn } from "../house/phrases.ts";
import { wordsRule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

const phrases = {
  avoid: [
    { phrase: "circle back", because: "It promises nothing.", instead: "send the report" },
    { pattern: "\\bguarantee[ds]?\\b", because: "Our lawyers asked us not to." },
    { phrase: "synergy", because: "Nobody outside our office says it.", in: ["subject" as const] },
  ],
  prefer: [],
};

export default wordsRule({
  principle: "calm-peer",
  articles: ["how-much"],
  severity: "warning",
  summary: "No words are used that your team avoids.",
  why: "Your team decided that these words do more harm than good.",
  todo: "Say it another way.",
  examples: [
    {
      config: { phrases },
      text: yaml`
        touches:
          - id: hello
            day: 1
            channel: email
            subject: Two minutes of synergy
                                    ^^^^^^^ “synergy” is a phrase your team avoids.
            message: |
              We guarantee the result. I am circling back to ask for a date.
                 ^^^^^^^^^ “guarantee” is a phrase your team avoids.
                                            ^^^^^^^^^^^^^ “circling back” is a phrase your team avoids.
            guidance: Do not circle back before Friday.
                             ^^^^^^^^^^^ “circle back” is a phrase your team avoids.
      `,
    },
    {
      config: { phrases },
      text: yaml`
        touches:
          - id: hello
            day: 1
            channel: email
            subject: The circle of returns
            message: Walk back to the dock and count. It needs no synergy.
      `,
    },
    {
      config: { phrases },
      message: {},
      text: yaml`
        Let me circle back on Friday.
               ^^^^^^^^^^^ “circle back” is a phrase your team avoids.
      `,
    },
  ],
  *check(passage, config, patternOf) {
    if (!config) return;
    for (const { span, words, because, severity, instead } of avoidedIn(passage, config.phrases, patternOf))
      yield {
        span,
        severity,
        because,
        what: `${shown(words)} is a phrase your team avoids.`,
        ...(instead
          ? { todo: `Write “${instead}”, or say it another way.`, instead: { title: `Write “${instead}” instead`, words: instead } }
          : {}),
      };
  },
});
