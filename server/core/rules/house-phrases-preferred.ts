import { outdoneIn } from "../house/phrases.ts";
import { wordsRule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

const phrases = {
  avoid: [],
  prefer: [{ phrase: "returns desk", over: ["returns department", "desk"], because: "It is what our buyers call it." }],
};

export default wordsRule({
  principle: "calm-peer",
  articles: ["how-much"],
  severity: "info",
  summary: "Things are called what your team calls them.",
  why: "One thing with one name is understood at once.",
  todo: "Write the words your team prefers.",
  examples: [
    {
      config: { phrases },
      text: yaml`
        touches:
          - id: hello
            day: 1
            channel: call
            script: Who runs the department for returns?
            voicemail: I have a question for your returns departments.
                                                  ^^^^^^^^^^^^^^^^^^^ Your team says “returns desk”, not “returns departments”.
      `,
    },
    {
      config: { phrases },
      text: yaml`
        touches:
          - { id: hello, day: 1, channel: call, script: Is the returns desk yours? }
      `,
    },
  ],
  *check(passage, config, patternOf) {
    if (!config) return;
    for (const { span, words, because, severity, instead = "" } of outdoneIn(passage, config.phrases, patternOf))
      yield {
        span,
        severity,
        because,
        what: `Your team says “${instead}”, not ${shown(words)}.`,
        todo: `Write “${instead}”.`,
        instead: { title: `Write “${instead}” instead`, words: instead },
      };
  },
});
