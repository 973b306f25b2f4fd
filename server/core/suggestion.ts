import { called } from "./called.ts";
import type { Change, Fix } from "./finding.ts";
import { because, cutOf, gap, inner, toThem } from "./mending.ts";
import { type Assets, at, onWords, type TextField, type Touch } from "./model.ts";
import { trimmed } from "./passages.ts";
import type { Family } from "./prose/families.ts";
import { type Message, messageOf } from "./prose/message.ts";
import { type Said, said } from "./prose/reader.ts";
import type { Place } from "./text/locate.ts";
import type { Span } from "./text/span.ts";

/** The touch a message belongs to, where it belongs to one, and the shared assets, where they are known. */
export type Belongs = { readonly touch: Touch; readonly field: TextField; readonly assets: Assets | undefined };

/** Words found in a message, with all that helps to say it better. */
type Slip = {
  readonly message: Message;
  /** The sentence the words stand in: UTF-16 offsets into the message. */
  readonly sentence: { readonly from: number; readonly to: number };
  readonly belongs: Belongs | undefined;
};

/** A way to reword, which an author picks and goes on writing. Undefined where it would not be honest or leave nothing. */
export type Suggestion = (slip: Slip) => Fix | undefined;

/** The rule that asks, as far as suggestions need it. */
type Asking = { readonly family: Family; readonly suggestions: readonly Suggestion[] };

/**
 * What a rule suggests for some words. A subject says what the message is about and is written anew. A touch's own reason may
 * be as bad as its words, and then it is not suggested.
 */
export function suggestionsFor({ family, suggestions }: Asking, one: Said, message: Message, belongs?: Belongs): readonly Fix[] {
  const around = message.sentences.find(({ start, end }) => start <= one.start && one.end <= end) ?? { start: one.start, end: one.end };
  const slip: Slip = { message, sentence: trimmed(message.text, around.start, around.end), belongs };
  const { text: _, sentences: __, ...context } = message;
  const offends = (words: string) => words !== "" && said(messageOf(words, context), family).length > 0;
  const fitting = message.field === "subject" ? [plainSubject] : suggestions;
  return fitting
    .flatMap((suggestion) => suggestion(slip) ?? [])
    .filter(({ changes }) => !changes.some((change) => "replace" in change && offends(change.with)));
}

/** Without the sentence, where enough is left without it. */
export const leaveOut: Suggestion = (slip) => {
  const cut = cutOf(slip.message.text, slip.sentence);
  return cut && fix(slip, "Leave the sentence out", cut, "");
};

/** Other words in place of the sentence. */
export const sayInstead =
  (title: string, words: string): Suggestion =>
  (slip) =>
    fix(slip, title, slip.sentence, words);

/** The touch's own reason, said to the prospect. */
export const sayWhy: Suggestion = (slip) => {
  const spoken = slip.message.channel === "call" || slip.message.channel === "voicemail";
  return fix(
    slip,
    "Say why you are in touch",
    slip.sentence,
    `I am ${spoken ? "calling" : "writing"} because ${because(slip.belongs?.touch ?? {})}.`,
  );
};

/** What the touch brings, said to the prospect; where it brings nothing yet, a sentence to complete. */
export const sayWhatItBrings: Suggestion = (slip) => {
  const { touch, assets } = slip.belongs ?? {};
  const asset = called(assets?.assets, touch?.asset);
  const value = touch?.value ?? slip.message.value;
  const gift = value === undefined ? gap("what they gain from it") : inner(toThem(value));
  const words =
    touch?.value === undefined && asset ? `I have “${asset.title}” for you${linked(asset.link)}.` : `What you get from this: ${gift}.`;
  return fix(slip, "Say what it brings them", slip.sentence, words);
};

const linked = (link: string | undefined) => (link === undefined ? "" : `: ${link.replace(/^https?:\/\//, "")}`);

/** The date with whoever set it, where the touch declares both; else as a sentence to complete. */
export const sayWhoSetTheDate: Suggestion = (slip) => {
  const deadline = slip.belongs?.touch.deadline;
  const words =
    deadline?.source === undefined
      ? `${gap("the date")} was set by ${gap("who set it, and where they can look it up")}.`
      : `The date is ${deadline.date}. Its source: ${inner(toThem(deadline.source))}.`;
  return fix(slip, "Say who set the date", slip.sentence, words);
};

const plainSubject: Suggestion = (slip) => {
  const { touch, assets } = slip.belongs ?? {};
  const title = called(assets?.assets, touch?.asset)?.title;
  const about = title ?? (touch?.value === undefined ? gap("what the message is about") : toThem(touch.value).replace(/[.!]+$/, ""));
  return fix(slip, "Write a subject that says what it is about", { from: 0, to: slip.message.text.length }, about);
};

function fix({ message, belongs }: Slip, title: string, { from, to }: Slip["sentence"], words: string): Fix {
  const place: Place | Span = belongs ? onWords(belongs.touch, belongs.field as never, from, to) : [from, to];
  const changes: Change[] = [{ replace: place, with: words }];
  const option = belongs?.touch["negative-option"];
  // A negative option that goes with its sentence is not declared any more.
  if (belongs && option !== undefined && message.text.slice(from, to).includes(option))
    changes.push({ remove: at(belongs.touch, "negative-option").path });
  return { title, safe: false, changes };
}
