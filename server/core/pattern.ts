import { RE2JS } from "re2js";
import { asHeard } from "./house/as-heard.ts";
import type { Pattern } from "./house/heard.ts";
import type { Span } from "./text/span.ts";

/** Characters of a pattern. Longer ones are written by programs, and nobody could say what they find. */
const LONGEST = 1000;
/** Steps of a compiled pattern, about one a letter. It is run in time that grows with these steps times the letters of the text. */
const MOST_STEPS = 250;
/** Steps times letters spent on one text: about half a second where both are as many as they may be, and out of reach otherwise. */
const MOST_WORK = 12_500_000;

const known = new Map<string, Pattern | string>();

/**
 * A regular expression that cannot hang: the engine is RE2's, whose time grows with the text and not with its square, and whose
 * size is bounded here. Capitals make no difference, and a line break counts as a space. Answers in words what is wrong with one
 * that cannot be run: a problem, and after a colon what to do.
 */
export function patternOf(written: string): Pattern | string {
  const made = known.get(written) ?? compiled(written);
  if (known.size > 1000) known.clear();
  known.set(written, made);
  return made;
}

function compiled(written: string): Pattern | string {
  if (written.length > LONGEST) return `is a pattern of more than ${LONGEST} characters: write several shorter patterns instead`;
  let engine: RE2JS;
  try {
    engine = RE2JS.compile(written, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
  } catch (error) {
    return problemOf(error instanceof Error ? error.message : "");
  }
  const steps = engine.programSize();
  if (steps > MOST_STEPS)
    return "is a pattern with too much in it to be looked for quickly: repeat less, or write several shorter patterns";
  if (engine.matcher("").find()) return "is a pattern that is found where there are no words: let it ask for at least one letter";
  return { find: (text) => found(engine, steps, text) };
}

function found(engine: RE2JS, steps: number, text: string): readonly Span[] {
  const { heard, offsetOf } = asHeard(text);
  const matcher = engine.matcher(heard);
  const spans: Span[] = [];
  // Each look may read on to the end of the text, so many finds in a long text would cost its square.
  let work = 0;
  while (work <= MOST_WORK && matcher.find()) {
    if (matcher.end() > matcher.start()) spans.push([offsetOf(matcher.start()), offsetOf(matcher.end())]);
    work += steps * heard.length;
  }
  return spans;
}

const PROBLEMS: readonly (readonly [sign: RegExp, problem: string])[] = [
  [
    /missing closing \]|missing closing \)/,
    "is a pattern with a bracket that is not closed: close it, or write a \\ before it if you mean the sign",
  ],
  [/unexpected \)/, "is a pattern that closes a bracket it did not open: open it, or write a \\ before it if you mean the sign"],
  [/repetition|repeat count/, "is a pattern that repeats nothing, or too often: write what to repeat before the sign, at most 1,000 times"],
  [
    /Perl syntax|named capture|look/,
    "is a pattern that looks ahead or behind, which patterns here cannot: write only the words to be found",
  ],
  [/escape/, "is a pattern with a \\ that means nothing here: take it out, or write \\\\ if you mean the sign"],
  [/range/, "is a pattern with a range that runs backwards or is not known: write it from first to last, as in [a-z]"],
];

const problemOf = (said: string): string =>
  PROBLEMS.find(([sign]) => sign.test(said))?.[1] ?? "is not a pattern that can be read: write the words themselves under “phrase” instead";
