import { takenOut } from "../mending.ts";
import { onKey, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { withEarlier } from "../touch-lines.ts";
import { bareWords, once, remembered } from "../words.ts";

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
          .find((other) => other.words !== words && copied(runs, other.runs));
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
    const compared = field === "subject" ? undefined : comparable(text);
    return compared && compared.runs.size >= FEWEST_RUNS ? [{ field, ...compared }] : [];
  });

const comparable = remembered((text: string) => {
  const words = bareWords(text);
  const list = words.split(" ");
  return { words, runs: new Set(list.slice(RUN - 1).map((_, i) => list.slice(i, i + RUN).join(" "))) };
});

/** Whether so much of two sets is in both that one is a copy of the other with a few words changed. */
function copied(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  // The share of all their runs that both have is COPIED when this many are in both.
  const needed = (COPIED / (1 + COPIED)) * (a.size + b.size);
  let left = a.size - needed;
  if (b.size < needed) return false;
  for (const run of a) if (!b.has(run) && --left < 0) return false;
  return left >= 0;
}
