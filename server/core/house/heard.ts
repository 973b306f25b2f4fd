import { type Sentence, sentencesOf } from "../prose/tokens.ts";
import type { Span } from "../text/span.ts";
import { blanks } from "../variables.ts";
import { asHeard } from "./as-heard.ts";

/** Finds the places where some words are said: UTF-16 offsets into the text. */
export type Finder = (passage: { readonly text: string; readonly sentences: readonly Sentence[] }) => readonly Span[];

/** A pattern that somebody wrote, ready to look for. */
export type Pattern = {
  /** Where it is found in a text, in order: UTF-16 offsets. */
  readonly find: (text: string) => readonly Span[];
};

/**
 * Makes ready a pattern that somebody wrote, or says what is wrong with it. It is handed to whoever needs it, and not imported, because
 * its engine is larger than all else that reads a message, and few teams write patterns.
 */
export type PatternOf = (written: string) => Pattern | string;

type Token = Sentence["tokens"][number];

/** Stand for any number, address or blank; somebody who wrote one in a phrase means that one. */
const STAND_INS = new Set(["NUM", "NTH", "URL", "VAR"]);

/**
 * A finder for a phrase that somebody wrote: its words in any form, as the prose reader hears them. Nothing in it is a command.
 * A phrase of words that the reader does not hear, such as “just”, is looked for as it is written.
 */
export function phraseFinder(phrase: string): Finder {
  const sentences = sentencesOf(phrase);
  const wanted = sentences.flatMap(({ tokens }) => tokens).map((token) => ({ lemma: token.form.lemma, written: writtenOf(phrase, token) }));
  const [first] = wanted;
  if (!first) return outsideBlanks(letterByLetter(phrase.trim().replace(/\s+/g, " ")), true);
  const isWanted = (text: string, token: Token | undefined, i: number) =>
    token !== undefined &&
    token.form.lemma === wanted[i]?.lemma &&
    (!STAND_INS.has(token.form.lemma) || writtenOf(text, token) === wanted[i]?.written);
  return ({ text, sentences: said }) => {
    const found: Span[] = [];
    const runs =
      sentences.length > 1
        ? [said.flatMap(({ tokens }) => tokens)]
        : said.map(({ tokens }) => tokens).filter((tokens) => tokens.some(({ form }) => form.lemma === first.lemma));
    for (const tokens of runs) {
      for (let from = 0; from + wanted.length <= tokens.length; from++) {
        if (!wanted.every((_, i) => isWanted(text, tokens[from + i], i))) continue;
        const [begin, end] = [tokens[from], tokens[from + wanted.length - 1]];
        if (begin && end) found.push([begin.start, end.end]);
        from += wanted.length - 1;
      }
    }
    return found;
  };
}

/** A finder for a pattern. One that cannot be run finds nothing; the schema has told why. */
export function patternFinder(written: string, patternOf: PatternOf): Finder {
  const pattern = patternOf(written);
  return typeof pattern === "string" ? () => [] : outsideBlanks(pattern, false);
}

/** Looks for some words just as they are written. Capitals make no difference. */
function letterByLetter(words: string): Pattern {
  const letters = new RegExp(asHeard(words).heard.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  return {
    find: (text) => {
      const { heard, offsetOf } = asHeard(text);
      return [...heard.matchAll(letters)].flatMap(({ 0: found, index }): Span[] =>
        found === "" ? [] : [[offsetOf(index), offsetOf(index + found.length)]],
      );
    },
  };
}

/** What a pattern finds outside blanks. `whole` asks for whole words. */
function outsideBlanks({ find }: Pattern, whole: boolean): Finder {
  return ({ text }) => {
    const filled = blanks(text);
    return find(text)
      .filter(([from, to]) => !filled.some((blank) => from < blank.to && to > blank.from))
      .filter(([from, to]) => !whole || !(joins(text[from - 1], text[from]) || joins(text[to - 1], text[to])));
  };
}

const writtenOf = (text: string, { start, end }: Token) => text.slice(start, end).toLowerCase().replace(/\s+/g, "");

/** Whether two neighbouring characters belong to one word. */
const joins = (one: string | undefined, other: string | undefined) => isLetter(one) && isLetter(other);
const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{M}\p{N}]/u.test(char);
