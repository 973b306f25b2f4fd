import { beside } from "../beside.ts";
import { takenOut } from "../mending.ts";
import { onKey, type TextField, type Touch, textsOf } from "../model.ts";
import { once } from "../once.ts";
import { remembered } from "../remembered.ts";
import { rule, yaml } from "../rule.ts";
import { linesOfTouches } from "../touch-lines.ts";
import { bareWords } from "../words.ts";

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
    const main = playbook.touches.flatMap(runsOf);
    for (const { reply, touches } of linesOfTouches(playbook)) {
      const heard = new Heard(reply === undefined ? main : [...main, ...touches.flatMap(runsOf)]);
      let earlier = reply === undefined ? 0 : main.length;
      for (const touch of touches) {
        const texts = runsOf(touch);
        for (const one of texts) {
          const like = heard.like(one, earlier);
          if (!like) continue;
          yield {
            at: onKey(touch, one.field as never),
            what: `The ${one.field} of “${touch.id}” repeats most of the ${like.field} of “${like.touch.id}”.`,
            related: [{ at: onKey(like.touch, like.field as never), message: `“${like.touch.id}” says it first.` }],
            fixes: [takenOut(playbook, touch)],
          };
        }
        earlier += texts.length;
      }
    }
  },
});

/** The texts of a touch that are long enough to be compared, each with its runs of five words. */
const runsOf = once((touch: Touch): readonly Compared[] =>
  textsOf(touch).flatMap(({ field, text }) => {
    const compared = field === "subject" ? undefined : comparable(text);
    return compared && compared.runs.length >= FEWEST_RUNS ? [{ touch, field, ...compared }] : [];
  }),
);

const comparable = remembered((text: string) => {
  const words = bareWords(text);
  const hashes = hashesOf(words);
  const runs = new Uint32Array(Math.max(0, hashes.length - RUN + 1));
  for (let i = 0; i < runs.length; i++) {
    let run = hashes[i] ?? 0;
    for (let k = 1; k < RUN; k++) run = joined(run, hashes[i + k] ?? 0);
    runs[i] = run;
  }
  runs.sort();
  let different = 0;
  for (let i = 0; i < runs.length; i++) if (i === 0 || runs[i] !== runs[i - 1]) runs[different++] = runs[i] ?? 0;
  return { words, runs: runs.slice(0, different) };
});

const SPACE = " ".charCodeAt(0);

/** Words, with a space between each, as numbers (FNV-1a, 32 bits). Runs are only counted, and in four thousand millions none is met twice. */
function hashesOf(words: string): readonly number[] {
  const hashes: number[] = [];
  let hash = NO_LETTER;
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    if (code === SPACE) {
      hashes.push(hash);
      hash = NO_LETTER;
    } else hash = Math.imul(hash ^ code, 0x01000193);
  }
  hashes.push(hash);
  return hashes;
}
const NO_LETTER = 0x811c9dc5 | 0;

/** Two numbers as one. */
const joined = (before: number, word: number): number => Math.imul(((before << 7) | (before >>> 25)) ^ word, 0x85ebca6b) >>> 0;

type Compared = {
  readonly touch: Touch;
  readonly field: TextField;
  readonly words: string;
  /** Its runs as numbers, each once, in rising order. */
  readonly runs: Uint32Array;
};

/** The runs that two texts must have in common. */
const needed = (a: Compared, b: Compared) => (COPIED / (1 + COPIED)) * (a.runs.length + b.runs.length);

/** Whether one text repeats most of another. Word for word the same is the business of another rule. */
function repeats(one: Compared, other: Compared): boolean {
  const [few, many] = one.runs.length < other.runs.length ? [one.runs, other.runs] : [other.runs, one.runs];
  let misses = few.length - needed(one, other);
  if (misses < 0 || one.words === other.words) return false;
  // Of two texts that have little in common, this takes a look at a quarter.
  for (let i = 0, j = 0; i < few.length; i++) {
    const run = few[i] ?? 0;
    while ((many[j] ?? run) < run) j++;
    if (many[j] !== run && --misses < 0) return false;
  }
  return true;
}

/** What a text was found to repeat: the place of it in the order it stood in, or -1; and how many of the order came earlier. */
type Answer = { readonly order: readonly Compared[]; readonly earlier: number; readonly like: number };
const answers = beside<Answer>();

/** Texts that may be other ones than last time before all are held against all again. While somebody writes, it is one. */
const FEW = 4;
/** Texts that are sooner held against one another than looked up by their runs. */
const SHORT = 48;

/** The texts that somebody hears, in their order. What was found is kept from key to key, and only what changed is held against the rest. */
class Heard {
  readonly #order: readonly Compared[];
  #index: ReadonlyMap<number, readonly number[]> | undefined;
  #since: { readonly before: readonly Compared[]; readonly changed: readonly number[] } | undefined;
  #unknown = 0;

  constructor(order: readonly Compared[]) {
    this.#order = order;
  }

  /** The first of the earlier texts that this one repeats most of. `earlier` counts them. */
  like(one: Compared, earlier: number): Compared | undefined {
    const known = answers.get(one);
    const like = (known && this.#again(one, earlier, known)) ?? this.#anew(one, earlier);
    answers.set(one, { order: this.#order, earlier, like });
    return this.#order[like];
  }

  /** Undefined where too much is other than last time. */
  #again(one: Compared, earlier: number, known: Answer): number | undefined {
    if (known.earlier !== earlier) return undefined;
    const changed = this.#changedSince(known.order).filter((i) => i < earlier);
    if (changed.length > FEW || changed.includes(known.like)) return undefined;
    const first = changed.find((i) => repeats(one, this.#order[i] as Compared)) ?? known.like;
    return known.like >= 0 ? Math.min(first, known.like) : first;
  }

  /** The places that hold another text than in an order before: all texts were answered in the same one. */
  #changedSince(before: readonly Compared[]): readonly number[] {
    if (this.#since?.before !== before) this.#since = { before, changed: this.#order.flatMap((one, i) => (one === before[i] ? [] : [i])) };
    return this.#since.changed;
  }

  #anew(one: Compared, earlier: number): number {
    this.#unknown++;
    if (this.#unknown <= FEW || this.#order.length <= SHORT) return this.#order.findIndex((other, i) => i < earlier && repeats(one, other));
    // Where all are new, each is held only against those that share a run with it.
    this.#index ??= indexOf(this.#order);
    const common = new Uint16Array(earlier);
    for (const run of one.runs)
      for (const i of this.#index.get(run) ?? []) {
        if (i >= earlier) break;
        common[i] = (common[i] ?? 0) + 1;
      }
    return common.findIndex((count, i) => {
      const other = this.#order[i] as Compared;
      return count > 0 && other.words !== one.words && count >= needed(one, other);
    });
  }
}

/** Where each run stands in an order of texts, from the first on. */
function indexOf(order: readonly Compared[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  for (const [i, { runs }] of order.entries())
    for (const run of runs) {
      const places = index.get(run);
      if (places) places.push(i);
      else index.set(run, [i]);
    }
  return index;
}
