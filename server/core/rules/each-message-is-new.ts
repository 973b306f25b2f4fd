import { takenOut } from "../mending.ts";
import { onKey, type TextField, type Touch, textsOf } from "../model.ts";
import { rule, yaml } from "../rule.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { bareWords, once, remembered } from "../words.ts";

/** Words in the runs that are compared. */
const RUN = 5;
/** Runs below which a text is too short to be compared. */
const FEWEST_RUNS = 8;
/** The share of all their runs that two texts have in common when one is a copy with a few words changed. */
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
    const main = new Heard();
    for (const { reply, touches } of linesOfTouches(playbook)) {
      const branch = new Heard();
      for (const touch of touches) {
        const texts = runsOf(touch);
        for (const one of texts) {
          const like = main.like(one) ?? branch.like(one);
          if (!like) continue;
          yield {
            at: onKey(touch, one.field as never),
            what: `The ${one.field} of “${touch.id}” repeats most of the ${like.field} of “${like.touch.id}”.`,
            related: [{ at: onKey(like.touch, like.field as never), message: `“${like.touch.id}” says it first.` }],
            fixes: [takenOut(playbook, touch)],
          };
        }
        (reply === undefined ? main : branch).add(texts);
      }
    }
  },
});

/** The texts of a touch that are long enough to be compared, each with its runs of five words. */
const runsOf = once((touch: Touch): readonly Compared[] =>
  textsOf(touch).flatMap(({ field, text }) => {
    const compared = field === "subject" ? undefined : comparable(text);
    return compared && compared.runs.size >= FEWEST_RUNS ? [{ touch, field, ...compared }] : [];
  }),
);

const comparable = remembered((text: string) => {
  const words = bareWords(text);
  const list = words.split(" ");
  return { words, runs: new Set(list.slice(RUN - 1).map((_, i) => list.slice(i, i + RUN).join(" "))) };
});

type Compared = { readonly touch: Touch; readonly field: TextField; readonly words: string; readonly runs: ReadonlySet<string> };

const NONE: readonly number[] = [];

/** Texts that came earlier, found by the runs they have: a text is held only against those that share a run with it. */
class Heard {
  readonly #texts: Compared[] = [];
  readonly #with = new Map<string, number[]>();

  add(texts: readonly Compared[]): void {
    for (const text of texts) {
      for (const run of text.runs) {
        const others = this.#with.get(run);
        if (others) others.push(this.#texts.length);
        else this.#with.set(run, [this.#texts.length]);
      }
      this.#texts.push(text);
    }
  }

  /** The first text that another one repeats most of. Word for word the same is the business of another rule. */
  like({ words, runs }: Compared): Compared | undefined {
    const common = new Uint16Array(this.#texts.length);
    for (const run of runs) for (const i of this.#with.get(run) ?? NONE) common[i] = (common[i] ?? 0) + 1;
    return this.#texts.find(
      (other, i) =>
        (common[i] ?? 0) > 0 && other.words !== words && (common[i] ?? 0) >= (COPIED / (1 + COPIED)) * (runs.size + other.runs.size),
    );
  }
}
