import { takenOut } from "../mending.ts";
import { onKey, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { withEarlier } from "../touch-lines.ts";
import { bareWords, once } from "../words.ts";

/** Words in the runs that are compared. */
const RUN = 5;
/** Runs below which a text is too short to be compared. */
const FEWEST_RUNS = 8;
/** The share of their runs that two texts have in common when one is a copy with a few words changed. */
const COPIED = 0.6;

export default rule({
  principle: "progress",
  articles: ["not-a-license"],
  kind: "certain",
  severity: "warning",
  summary: "No touch repeats most of what an earlier one said.",
  why: "A few changed words do not hide that nothing is new, and each call needs words of its own.",
  todo: "Say what is new and leave the rest out, or take the touch out.",
  examples: [
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          script: Do you know how many wrong items leave your warehouse in a week? Twenty teams of your size have counted.
        - id: again
          day: 4
          channel: call
          script: The middle one of the twenty found four wrong items in a thousand. Shall I tell you where they began?
    `,
    yaml`
      touches:
        - id: hello
          day: 1
          channel: call
          script: Do you know how many wrong items leave your warehouse in a week? Twenty teams of your size have counted.
        - id: again
          day: 4
          channel: call
          script: Hello again, do you know how many wrong items leave your warehouse in a week? Twenty teams of your size have counted.
          ^^^^^^ The script of “again” repeats most of the script of “hello”.
    `,
  ],
  *check(playbook) {
    const said = once(runsOf);
    for (const { touch, earlier } of withEarlier(playbook)) {
      for (const { field, words, runs } of said(touch)) {
        const like = earlier
          .flatMap((one) => said(one).map((other) => ({ ...other, touch: one })))
          // Word for word the same is the business of another rule.
          .find((other) => other.words !== words && shared(runs, other.runs) >= COPIED);
        if (!like) continue;
        yield {
          at: onKey(touch, field as never),
          what: `The ${field} of “${touch.id}” repeats most of the ${like.field} of “${like.touch.id}”.`,
          related: [{ at: onKey(like.touch, like.field as never), message: `“${like.touch.id}” says it first.` }],
          fixes: [takenOut(playbook, touch)],
        };
      }
    }
  },
});

/** The texts of a touch that are long enough to be compared, each with its runs of five words. */
const runsOf = (touch: Touch) =>
  textsOf(touch).flatMap(({ field, text }) => {
    const words = bareWords(text);
    const list = words.split(" ");
    const runs = new Set(list.slice(RUN - 1).map((_, i) => list.slice(i, i + RUN).join(" ")));
    return field === "subject" || runs.size < FEWEST_RUNS ? [] : [{ field, words, runs }];
  });

/** The share of two sets that is in both: 0 to 1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  // Sets of very different size cannot have enough in common, and most pairs are told apart here.
  if (Math.min(a.size, b.size) < COPIED * Math.max(a.size, b.size)) return 0;
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common / (a.size + b.size - common);
}
