import * as fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { reread } from "../text/reread.ts";

const WORDS = ["aisle", "count", "pick", "shelf", "table", "error"];
const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 12, maxLength: 16 }), { minLength: 2, maxLength: 14 });

const runsOf = (words: readonly string[]) => new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(" ")));
/** As the rule says it, without any of its haste: the first earlier text that shares most of its runs. */
function expected(all: readonly (readonly string[])[]): string[] {
  const compared = all.map((words) => ({ said: words.join(" "), runs: runsOf(words) }));
  return compared.flatMap((one, i) => {
    const like = compared.slice(0, i).findIndex((other) => {
      const common = [...one.runs].filter((run) => other.runs.has(run)).length;
      const long = Math.min(one.runs.size, other.runs.size) >= 8;
      return long && one.said !== other.said && common >= 0.375 * (one.runs.size + other.runs.size);
    });
    return like < 0 ? [] : [`t${i} repeats t${like}`];
  });
}

const playbook = (all: readonly (readonly string[])[]) =>
  `touches:\n${all.map((words, i) => `  - id: t${i}\n    day: ${i + 1}\n    channel: email\n    message: ${words.join(" ")}\n`).join("")}`;

const repeats = ({ findings }: ReturnType<typeof check>) =>
  findings
    .filter(({ rule }) => rule === "each-message-is-new")
    .map(({ what }) => /of “(t\d+)” repeats .* of “(t\d+)”/.exec(what))
    .map((found) => `${found?.[1]} repeats ${found?.[2]}`);

test("what is kept from key to key, and what is found by an index, is what a plain comparison finds", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.nat(15), fc.constantFrom(...WORDS)), { maxLength: 6 }),
      (all, edits) => {
        let now = all;
        let report = check(playbook(now));
        expect(repeats(report)).toEqual(expected(now));
        for (const [to, from, at, word] of edits) {
          // A text becomes another one with a word changed, as when somebody copies a touch and works on it.
          now = now.map((words, i) => (i === to % now.length ? (now[from % now.length] ?? words).with(at % 12, word) : words));
          const text = playbook(now);
          report = check(text, {}, reread(report.source, text), report);
          expect(repeats(report)).toEqual(expected(now));
          seen += repeats(report).length;
        }
      },
    ),
  );
  expect(seen).toBeGreaterThan(50);
});
