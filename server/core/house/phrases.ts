import type { Severity } from "../finding.ts";
import type { Config } from "../model.ts";
import type { Span } from "../text/span.ts";
import { type Finder, type PatternOf, patternFinder, phraseFinder } from "./heard.ts";
import type { Passage } from "./passage.ts";

type Phrases = Config["phrases"];
type Entry = Pick<Phrases["avoid"][number], "because" | "severity" | "in">;

/** A house phrase met in a text. */
export type Met = {
  readonly span: Span;
  readonly words: string;
  readonly because: string;
  readonly severity: Severity | undefined;
  /** What to write in its place, with a capital where it stands in the place of one. */
  readonly instead: string | undefined;
};

type Sought = { readonly entry: Entry; readonly find: Finder; readonly instead: string | undefined; readonly fine?: Finder };

/** What a team's phrases are looked for with, made once for each configuration. */
const made = new WeakMap<Phrases, { readonly avoided: readonly Sought[]; readonly preferred: readonly Sought[] }>();

function soughtIn(phrases: Phrases, patternOf: PatternOf) {
  const known = made.get(phrases);
  if (known) return known;
  const sought = {
    avoided: phrases.avoid.flatMap((entry): Sought[] =>
      [
        ...(entry.phrase === undefined ? [] : [phraseFinder(entry.phrase)]),
        ...(entry.pattern === undefined ? [] : [patternFinder(entry.pattern, patternOf)]),
      ].map((find) => ({ entry, find, instead: entry.instead })),
    ),
    preferred: phrases.prefer.flatMap((entry) => {
      const fine = phraseFinder(entry.phrase);
      return entry.over.map((other): Sought => ({ entry, find: phraseFinder(other), instead: entry.phrase, fine }));
    }),
  };
  made.set(phrases, sought);
  return sought;
}

/** The phrases to avoid that a passage says. */
export const avoidedIn = (passage: Passage, phrases: Phrases, patternOf: PatternOf): readonly Met[] =>
  metIn(passage, soughtIn(phrases, patternOf).avoided);

/** The words of a passage for which the team has better ones. Not where the better ones are just what it says. */
export const outdoneIn = (passage: Passage, phrases: Phrases, patternOf: PatternOf): readonly Met[] =>
  metIn(passage, soughtIn(phrases, patternOf).preferred);

function metIn(passage: Passage, all: readonly Sought[]): readonly Met[] {
  const met = new Map<string, Met>();
  for (const { entry, find, instead, fine } of all) {
    if (entry.in && !entry.in.includes(passage.field)) continue;
    const better = fine?.(passage) ?? [];
    for (const span of find(passage)) {
      const words = passage.text.slice(...span);
      const key = JSON.stringify([span, entry.because]);
      if (met.has(key) || better.some(([from, to]) => span[0] < to && span[1] > from)) continue;
      met.set(key, { span, words, because: entry.because, severity: entry.severity, instead: instead && likeIn(words, instead) });
    }
  }
  return [...met.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** Words with a capital where those they stand in for have one. */
const likeIn = (words: string, instead: string) =>
  /^\p{Lu}/u.test(words) && !/^\p{Lu}/u.test(instead) ? instead.replace(/^./u, (letter) => letter.toUpperCase()) : instead;
