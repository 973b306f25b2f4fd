import { lemmaOf } from "./form.ts";
import { heardOf, type Sentence } from "./tokens.ts";

/**
 * A phrase is written as the words a reader would remember, in any form:
 *
 * - `see how you do` matches “seeing how you're doing”: words are compared by their lemma, fillers are not heard
 * - `see|check|find` one of these; `touch_base|reach_out` of several words; `word?` may be missing
 * - `..` up to three words of any kind, `..6` up to six
 * - `^` at the beginning of the sentence, `$` at its end; either may be an alternative: `$|because|when`
 */
export type Phrase = string;

/** What a phrase found in a sentence as it is heard: where, and the lemmas with a space before each. */
type Match = { readonly index: number; readonly words: string };

/** Finds the first of some phrases in a sentence. */
type Matcher = (sentence: Sentence) => Match | undefined;

const matchers = new WeakMap<readonly Phrase[], Matcher>();

/**
 * A finder for some phrases. Hundreds of phrases meet every sentence, so each is looked for only where a word stands that it
 * cannot do without, and is compiled when that first happens. Phrases are ours, so a wrong one throws.
 */
export function matcherOf(phrases: readonly Phrase[]): Matcher {
  const known = matchers.get(phrases);
  if (known) return known;
  const index = new Map<string, number[]>();
  const anywhere: number[] = [];
  for (const [i, phrase] of phrases.entries()) {
    const anchors = anchorsOf(phrase);
    if (!anchors) anywhere.push(i);
    for (const anchor of anchors ?? []) index.get(anchor)?.push(i) ?? index.set(anchor, [i]);
  }
  const expressions: (RegExp | undefined)[] = [];
  const made: Matcher = (sentence) => {
    const heard = heardOf(sentence);
    let best: Match | undefined;
    const tried = new Set<number>();
    const look = (i: number) => {
      if (tried.has(i)) return;
      tried.add(i);
      expressions[i] ??= new RegExp(sourceOf(phrases[i] ?? ""));
      const match = expressions[i].exec(heard);
      if (match?.[0].trim() && (!best || match.index < best.index)) best = { index: match.index, words: match[0] };
    };
    for (const { form } of sentence.tokens) for (const i of index.get(form.lemma) ?? []) look(i);
    for (const i of anywhere) look(i);
    return best;
  };
  matchers.set(phrases, made);
  return made;
}

/** Words so common that looking for them saves nothing. */
const COMMON = new Set(
  "i we you be have do to of in on for it that this and not with at will would get go if or as so but from by about up out no can could all any".split(
    " ",
  ),
);

/** The words of which a sentence must have one for a phrase to be in it. Undefined where the phrase has no word it needs. */
function anchorsOf(phrase: Phrase): readonly string[] | undefined {
  let best: { readonly anchors: readonly string[]; readonly cost: number } | undefined;
  for (const element of phrase.trim().split(/\s+/)) {
    if (EDGES[element] || element.startsWith("..") || element.endsWith("?")) continue;
    const alternatives = alternativesOf(element);
    if (alternatives.some((word) => EDGES[word])) continue;
    const anchors = alternatives.map((word) => {
      const lemmas = word.split("_").map(heardAs);
      return lemmas.find((lemma) => !COMMON.has(lemma)) ?? lemmas[0] ?? "";
    });
    const cost = anchors.reduce((sum, anchor) => sum + (COMMON.has(anchor) ? 40 : 1), 0);
    if (!best || cost < best.cost) best = { anchors, cost };
  }
  return best && [...new Set(best.anchors)];
}

// Every word brings the space before it; the one after the last is looked for and left for the next.
const sourceOf = (phrase: Phrase): string => `${phrase.trim().split(/\s+/).map(elementOf).join("")}(?= )`;

/** A word of a phrase as a sentence would have it. */
const heardAs = (word: string): string => (/^[A-Z?!]+$/.test(word) ? word : lemmaOf(word));

/** The words that may stand in an element's place. */
const alternativesOf = (element: string): readonly string[] => element.split("|");

/** Where a sentence begins and ends. */
const EDGES: Readonly<Record<string, string>> = { "^": "(?<=^)", $: "(?=(?: [?!])* $)" };

function elementOf(element: string): string {
  if (EDGES[element]) return EDGES[element];
  const gap = /^\.\.(\d*)$/.exec(element);
  if (gap) return `(?: [^ ]+){0,${gap[1] || 3}}?`;
  const optional = element.endsWith("?") && element.length > 1;
  const alternatives = alternativesOf(optional ? element.slice(0, -1) : element).map(
    (word) =>
      EDGES[word] ??
      word
        .split("_")
        .map((one) => ` ${escaped(heardAs(one))}`)
        .join(""),
  );
  return `(?:${alternatives.join("|")})${optional ? "?" : ""}`;
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
