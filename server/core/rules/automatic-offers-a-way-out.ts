import { easyNo } from "../mending.ts";
import { allTouches, at, type Channel, type Touch, textsOf } from "../model.ts";
import { straight } from "../passages.ts";
import { rule, yaml } from "../rule.ts";

/** Channels on which a machine can write to somebody. */
const WRITTEN: ReadonlySet<Channel> = new Set(["email", "sms", "linkedin", "event", "video"]);

/** Words that say how to make it end. */
const WAY_OUT =
  /\b(?:stop|unsubscribe|opt(?:ing)?[- ]?out|take you off|remove you|taken off|no more|nothing (?:at all|more)|rather (?:not|get nothing)|say no|a no|one-word no|reply no)\b|["“]no(?:thing|,? thanks| thank you)?[,."”]|\{\{[^{}]*(?:unsubscribe|opt_?out)[^{}]*\}\}/i;

export default rule({
  principle: "no-means-no",
  articles: ["not-a-license", "how-much"],
  kind: "heuristic",
  severity: "warning",
  summary: "What a machine sends says how to make it stop.",
  why: "Nobody reads an automatic message once more before it goes, so the reader needs the way out.",
  todo: "Say in its words how they end it, or let a person send it.",
  examples: [
    yaml`
      touches:
        - id: forum
          day: 1
          channel: email
          mode: automatic
          message: Two talks in Columbus are about returns. Write back "no more" if these notes should end.
    `,
    yaml`
      touches:
        - id: forum
          day: 1
          channel: email
          mode: automatic
                ^^^^^^^^^ “forum” goes out automatically and does not say how to make it stop.
          message: Two talks in Columbus are about returns.
    `,
  ],
  *check(playbook) {
    for (const touch of allTouches(playbook)) {
      if (touch.mode !== "automatic" || !WRITTEN.has(touch.channel) || !isOpen(touch)) continue;
      yield {
        at: at(touch, "mode"),
        what: `“${touch.id}” goes out automatically and does not say how to make it stop.`,
        fixes: [
          easyNo(touch),
          { title: `Have a person send “${touch.id}”`, safe: false, changes: [{ set: at(touch, "mode").path, to: "manual" }] },
        ],
      };
    }
  },
});

/** Whether a touch has words and none of them is a way out. A take-away is one already. */
const isOpen = (touch: Touch) => {
  const texts = textsOf(touch).filter(({ field }) => field !== "subject");
  return (
    touch.kind !== "take-away" &&
    texts.length > 0 &&
    touch["negative-option"] === undefined &&
    !texts.some(({ text }) => WAY_OUT.test(straight(text)))
  );
};
