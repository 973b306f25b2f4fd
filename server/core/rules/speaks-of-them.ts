import { onKey, type Touch } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { nothing, touchByTouch } from "../touch-by-touch.ts";
import { counted } from "../wording.ts";

/** Fewer words about ourselves than this prove nothing. */
const FEWEST = 6;
/** How many times as often as of them a message may speak of us. */
const MOST_TIMES = 2;

export default rule({
  principle: "serve-the-prospect",
  articles: ["professional-persistence", "how-much"],
  kind: "heuristic",
  severity: "info",
  summary: "A message speaks of them more than of us.",
  why: "Whoever reads only of us looks in vain for a reason to go on.",
  todo: "Begin with what it means for them, and leave out what only we find interesting.",
  examples: [
    yaml`
      touches:
        - id: count
          day: 1
          channel: email
          message: |
            Your March review names a wrong item. We counted such errors in twenty warehouses of your size, and I can
            send you the table. Do you know your own number?
    `,
    yaml`
      touches:
        - id: count
          day: 1
          channel: email
          message: |
          ^^^^^^^ “count” speaks of us 8 times and of them 1 time.
            We are a young company and we are growing fast. Our team has built our own platform, we have won two awards
            for it, and I am proud of what we do. I would like to tell you more.
    `,
  ],
  check: touchByTouch(nothing, function* (touch) {
    const text = writtenIn(touch);
    // A goodbye, a greeting and an apology are about what we do.
    if (text === undefined || touch.kind !== "standard") return;
    const ours = count(text, /\b(?:I|we|We|us|our|Our|ours|my|My|mine|me)\b/g);
    const theirs = count(text, /\b(?:you|your|yours|yourself|yourselves)\b|\{\{(?:first_name|company)\}\}/gi);
    if (ours < FEWEST || ours <= theirs * MOST_TIMES) return;
    yield {
      at: onKey(touch, "message" as never),
      what: `“${touch.id}” speaks of us ${counted(ours, "time")} and of them ${theirs === 0 ? "not at all" : counted(theirs, "time")}.`,
    };
  }),
});

const writtenIn = (touch: Touch): string | undefined => ("message" in touch ? touch.message : undefined);
const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;
