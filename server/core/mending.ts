import type { Change, Fix } from "./finding.ts";
import { allTouches, at, mainField, onWords, type Playbook, pathOf, type TextField, type Touch } from "./model.ts";
import type { Path } from "./text/span.ts";
import { linesOfTouches } from "./touch-lines.ts";
import { wordCount } from "./variables.ts";

/** Pieces of the fixes that rules offer. None of them is safe: each changes what somebody reads. */

/** A gap that only the author can fill. `words-filled-in` refuses a playbook that still has one. */
export const gap = (what: string): string => `[fill in: ${what}]`;

/** Whether a text waits for its author to fill in something; other rules then wait, too. */
export const hasGap = (text: string): boolean => text.includes("[fill in: ");

/** The plainest of negative options. */
export const EASY_NO = "If this is not for you, a one-word no is plenty.";

/** A sentence of a text: UTF-16 offsets. */
type Stretch = { readonly from: number; readonly to: number };

/** Fewer words than this are no message any more. */
const FEWEST_LEFT = 6;

/**
 * The stretch to cut so that a sentence is gone and nothing gapes: with the space after it, or with its whole paragraph.
 * Undefined where too little of the text would be left to be a message.
 */
export function cutOf(text: string, { from, to }: Stretch): Stretch | undefined {
  if (wordCount(text.slice(0, from) + text.slice(to)) < FEWEST_LEFT) return undefined;
  const before = /\s*$/.exec(text.slice(0, from))?.[0] ?? "";
  const after = /^\s*/.exec(text.slice(to))?.[0] ?? "";
  const opensParagraph = before.includes("\n") || before.length === from;
  const closesParagraph = after.includes("\n") || to + after.length === text.length;
  if (!closesParagraph) return { from, to: to + after.length };
  if (!opensParagraph) return { from: from - before.length, to };
  // The last paragraph takes the space before it along, any other the space after it.
  return to + after.length === text.length ? { from: from - before.length, to } : { from, to: to + after.length };
}

/** Takes a sentence out of a text of a touch. None where nothing much would be left. */
export function leftOut(touch: Touch, field: TextField, text: string, sentence: Stretch, title = "Leave the sentence out"): readonly Fix[] {
  const cut = cutOf(text, sentence);
  const changes = cut && [{ replace: onWords(touch, field as never, cut.from, cut.to), with: "" }, ...optionIn(touch, text, cut)];
  return changes ? [{ title, safe: false, changes }] : [];
}

/** Says something else in place of a sentence. */
export function saidInstead(touch: Touch, field: TextField, text: string, sentence: Stretch, words: string, title: string): Fix {
  const option = optionIn(touch, text, sentence);
  return {
    title,
    safe: false,
    changes: [
      { replace: onWords(touch, field as never, sentence.from, sentence.to), with: words },
      ...(option.length > 0 && words === EASY_NO ? [{ set: at(touch, "negative-option").path, to: words }] : option),
    ],
  };
}

/** A negative option that goes with its sentence is not declared any more. */
function optionIn(touch: Touch, text: string, { from, to }: Stretch): readonly Change[] {
  const declared = touch["negative-option"];
  return declared !== undefined && text.slice(from, to).includes(declared) ? [{ remove: at(touch, "negative-option").path }] : [];
}

/** Puts an easy no into the words of a touch, after what it asks or before the signature, and declares it. */
export function easyNo(touch: Touch): Fix {
  const field = mainField(touch.channel);
  const text = wordsOf(touch, field);
  const set: Change = { set: at(touch, "negative-option").path, to: EASY_NO };
  const title = `Add to “${touch.id}”: “${EASY_NO}”`;
  if (text === undefined) return { title, safe: false, changes: [set] };
  const place = placeForNo(text);
  return { title, safe: false, changes: [set, { replace: onWords(touch, field as never, place, place), with: ` ${EASY_NO}` }] };
}

const wordsOf = (touch: Touch, field: "message" | "script") => (touch as { [key in typeof field]?: string | undefined })[field];

/** After the last question; where nothing is asked, at the end of the last paragraph that is a sentence. */
function placeForNo(text: string): number {
  const asked = text.lastIndexOf("?");
  if (asked >= 0) return asked + (/^\?+["'”’)]*/.exec(text.slice(asked))?.[0].length ?? 1);
  const ends = [...text.matchAll(/[.!…]["'”’)]*(?=\s*(?:\n|$))/g)].at(-1);
  return ends ? ends.index + ends[0].length : text.trimEnd().length;
}

/** Says something at the beginning of a text: after the words that greet, where there are some. */
export function saidFirst(touch: Touch, field: TextField, text: string, words: string, title: string): Fix {
  const [place, end, said] = beginning(text, words);
  return { title, safe: false, changes: [{ replace: onWords(touch, field as never, place, end), with: said }] };
}

function beginning(text: string, words: string): [from: number, to: number, said: string] {
  const line = /^\s*[^\n.!?]{0,60},[ \t]*\n\s*/.exec(text);
  if (line) return [line[0].length, line[0].length, `${words} `];
  const inLine = /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^\n.!?,]{0,40}([,.!])\s*/i.exec(text);
  if (!inLine) return [0, 0, `${words} `];
  // What went on after a comma begins a sentence of its own now.
  const at = inLine[0].length;
  const comma = inLine[0].lastIndexOf(",");
  return inLine[1] === "," ? [comma, at + 1, `. ${words} ${text.charAt(at).toUpperCase()}`] : [at, at, `${words} `];
}

/** Removes a part of a list or map of so many. The last one takes its list along: a key with nothing after it says nothing. */
export const removed = (part: { readonly path: Path; readonly of: number }): Change => ({
  remove: part.of > 1 ? part.path : part.path.slice(0, -1),
});

/** Takes a touch out, and the pairs that were made with it. */
export function takenOut(playbook: Playbook, touch: Touch): Fix {
  const alone = allTouches(playbook).filter((one) => one !== touch && one["pairs-with"] === touch.id);
  const siblings = linesOfTouches(playbook).find(({ touches }) => touches.includes(touch))?.touches.length ?? 1;
  return {
    title: `Take “${touch.id}” out`,
    safe: false,
    changes: [...alone.map((one): Change => ({ remove: at(one, "pairs-with").path })), removed({ path: pathOf(touch), of: siblings })],
  };
}

/** What is said of the prospect, said to them: “their review” is “your review”. They and you take the same verbs. */
export const toThem = (words: string): string =>
  words
    .replace(/\b(They|Them|Their|Theirs|Themselves|they|them|their|theirs|themselves)\b/g, (word) => {
      const said = YOU[word.toLowerCase()] ?? word;
      return /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
    })
    .trim();

const YOU: Readonly<Record<string, string>> = { they: "you", them: "you", their: "your", theirs: "yours", themselves: "yourselves" };

/** Reasons that tell what we do or what they did not do. Said aloud they are none. */
const NO_REASON =
  /\b(?:not|n't|never) (?:\w+ )?(?:pick|answer|repl|respond|call|writ)|\bfollow(?:ing)?[- ]?up\b|\bcheck(?:ing)? in\b|\bvoicemail\b/i;

/** A touch's reason as a clause after “because”, said to the prospect; where it makes none, a gap. */
export function because({ reason }: Pick<Touch, "reason">): string {
  const usable = reason !== undefined && SMALL_FIRST.test(reason.trim()) && !NO_REASON.test(reason);
  return usable ? inner(toThem(reason)) : gap("what is new, or what you know about them");
}

/** A sentence made to stand inside another: its first letter small, unless it begins with a name, and no full stop. */
export function inner(words: string): string {
  const bare = words.trim().replace(/[.!]+$/, "");
  return /^(?:I\b|\p{Lu}[\p{Lu}\p{N}]|\{\{)/u.test(bare) || !SMALL_FIRST.test(bare) ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
}

/** Words with which a sentence may begin and that are no names. */
const SMALL_FIRST =
  /^(?:A|An|The|This|That|These|Those|Your|Yours|You|Our|We|It|Its|There|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|Some|Somebody|Someone|People|What|How|Who|When|Where|Their|They|In|On|At|For|From|With|If|Most|Many|Few|Every|Each|All|No|Nothing|New|Both)\b/;
