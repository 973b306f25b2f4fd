import type { Remark } from "../finding.ts";
import { phraseFinder } from "../house/heard.ts";
import { avoidedIn, outdoneIn } from "../house/phrases.ts";
import { at, type Config, onKey, pathOf } from "../model.ts";
import { patternOf } from "../pattern.ts";
import { sentencesOf } from "../prose/tokens.ts";
import { configRule, yaml } from "../rule.ts";
import { shown } from "../wording.ts";

export default configRule({
  principle: "prepared",
  articles: ["how-much"],
  kind: "certain",
  severity: "error",
  summary: "Every house phrase can be followed.",
  why: "Advice that leads to the next finding teaches authors to ignore findings.",
  todo: "Change one of the two, or take one out.",
  examples: [
    {
      file: "config",
      text: yaml`
        phrases:
          avoid:
            - { phrase: circle back, because: It promises nothing., instead: write again }
            - { pattern: '\bguarantee[ds]?\b', because: Our lawyers asked us not to. }
          prefer:
            - { phrase: returns desk, over: [returns department], because: It is what our buyers call it. }
      `,
    },
    {
      file: "config",
      text: yaml`
        phrases:
          avoid:
            - because: It promises nothing.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This entry names no words to avoid.
            - { phrase: touch base, because: It promises nothing., instead: circle back }
                                                                            ^^^^^^^^^^^ “circle back” says “circle back”, which is not wanted either.
            - { phrase: circling back, because: It promises nothing. }
          prefer:
            - { phrase: sign up, over: [signing up, join], because: It is shorter. }
                                        ^^^^^^^^^^ “signing up” is “sign up” in another form, and is never found.
            - { phrase: returns desk, over: [], because: It is what our buyers call it. }
                                      ^^^^ Nothing is named that “returns desk” stands in for.
      `,
    },
  ],
  *check({ phrases }) {
    for (const entry of phrases.avoid) {
      if (entry.phrase === undefined && entry.pattern === undefined)
        yield {
          at: onKey(entry, "pattern"),
          what: "This entry names no words to avoid.",
          todo: "Write them under `phrase`, or take the entry out.",
          fixes: [{ title: "Remove the entry", safe: false, changes: [{ remove: pathOf(entry) }] }],
        };
      if (entry.instead !== undefined) yield* unwanted(entry.instead, at(entry, "instead"), phrases);
    }
    for (const entry of phrases.prefer) {
      yield* unwanted(entry.phrase, at(entry, "phrase"), phrases);
      if (entry.over.length === 0)
        yield {
          at: onKey(entry, "over"),
          what: `Nothing is named that ${shown(entry.phrase)} stands in for.`,
          todo: "Name the other words under `over`, or take the entry out.",
        };
      for (const [i, other] of entry.over.entries())
        if (phraseFinder(entry.phrase)(asPassage(other)).length > 0)
          yield {
            at: { path: [...pathOf(entry), "over", i] },
            what: `${shown(other)} is ${shown(entry.phrase)} in another form, and is never found.`,
            todo: "Take it out, or write the words that differ.",
            fixes:
              entry.over.length > 1
                ? [{ title: `Remove ${shown(other)}`, safe: false, changes: [{ remove: [...pathOf(entry), "over", i] }] }]
                : [],
          };
    }
  },
});

/** Whether words that the team recommends are words that it does not want. */
function* unwanted(words: string, place: Remark["at"], phrases: Config["phrases"]): Iterable<Remark> {
  const passage = asPassage(words);
  const [met] = [...avoidedIn(passage, phrases, patternOf), ...outdoneIn(passage, phrases, patternOf)];
  if (met) yield { at: place, what: `${shown(words)} says ${shown(met.words)}, which is not wanted either.` };
}

const asPassage = (text: string) => ({ text, sentences: sentencesOf(text), field: "message" as const });
