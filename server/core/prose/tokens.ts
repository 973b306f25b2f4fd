import { type Form, spelt } from "./form.ts";

/** A word where it is written: UTF-16 offsets. */
export type Token = { readonly form: Form; readonly start: number; readonly end: number };

/** A sentence of a message. */
export type Sentence = {
  /** Those of the written ones that change something in what is said. */
  readonly tokens: readonly Token[];
  /** Every word and sign that is written. */
  readonly written: readonly Token[];
  readonly start: number;
  readonly end: number;
};

/** The lemmas of a sentence with a space around each, for matching. */
export const heardOf = ({ tokens }: Sentence): string => ` ${tokens.map(({ form }) => form.lemma).join(" ")} `;

/** Blanks as sequencers write them, addresses, words, numbers, and the signs that say something. Plain words are found without it (`plainWordEnd`). */
export const WORD =
  /\{\{[^{}]*\}\}|\[[A-Z][^[\]\n]{0,30}\]|%[A-Z_]{2,30}%|https?:\/\/\S+|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|%)?|[?!…]|\.\.\.|\p{Extended_Pictographic}/gu;

/** Where a sentence ends. A line break ends one where a blank line or a list item follows; elsewhere text was only wrapped. */
const END = /[.!?…]+["')\]]*(?=\s|$)|\r?\n[ \t]*(?=\r?\n)|\r?\n(?=[ \t]*[-*•])|(?<=^\uFEFF?[^\r\n]{0,60},)[ \t]*\r?\n/gm;
/** What a full stop may stand after without ending anything: a title or an initial. */
const SHORTENED = /\b(?:[A-Z]|Mr|Mrs|Ms|Dr|e\.g|i\.e|vs|No|approx|inc|ltd)$/;

/** The sentences of a text. */
export function sentencesOf(text: string): readonly Sentence[] {
  const straight = text.replace(/[‘’‛`´]/g, "'").replace(/[“”„]/g, '"');
  const sentences: Sentence[] = [];
  let from = 0;
  const addTo = (to: number) => {
    const sentence = sentenceOf(straight, from, to);
    if (sentence.written.length > 0) sentences.push(sentence);
    from = to;
  };
  END.lastIndex = 0;
  // No mark is empty, so each search begins further on.
  for (let mark = END.exec(straight); mark; mark = END.exec(straight)) {
    if (mark[0].startsWith(".") && SHORTENED.test(straight.slice(Math.max(0, mark.index - 8), mark.index))) continue;
    addTo(END.lastIndex);
  }
  addTo(straight.length);
  return sentences;
}

function sentenceOf(text: string, start: number, end: number): Sentence {
  const written: Token[] = [];
  const tokens: Token[] = [];
  // Counted by hand, as all that is done for each word: an iterator makes something new for each.
  const add = (from: number, to: number) => {
    const forms = spelt(text.slice(from, to));
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as Form;
      const token = { form, start: from, end: to };
      written.push(token);
      if (form.counts) tokens.push(token);
    }
  };
  let part: string | undefined;
  for (let at = beginningFrom(text, start, end); at < end; at = beginningFrom(text, at, end)) {
    const plain = plainWordEnd(text, at, end);
    if (plain > at) {
      add(at, plain);
      at = plain;
      continue;
    }
    // What is no plain word may reach as far as the sentence does, and no further.
    part ??= text.slice(start, end);
    WORD.lastIndex = at - start;
    const found = WORD.exec(part);
    if (!found) break;
    at = start + WORD.lastIndex;
    add(start + found.index, at);
  }
  return { tokens, written, start, end };
}

/** What a character of ASCII can do: nothing here, be a letter, or begin something that only `WORD` can tell. */
const [NOTHING, LETTER, TELLING] = [0, 1, 2];
const ABILITIES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[a-z]/i.test(char) ? LETTER : /[0-9{[%?!.]/.test(char) ? TELLING : NOTHING;
});
const abilityAt = (text: string, at: number): number => ABILITIES[text.charCodeAt(at)] ?? TELLING;
const [APOSTROPHE, HYPHEN, COLON] = ["'", "-", ":"].map((char) => char.charCodeAt(0));

/** The first place from one on where `WORD` may match, or the end. */
function beginningFrom(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && abilityAt(text, at) === NOTHING) at++;
  return at;
}

/**
 * Where the word ends that begins at a place, when it is of plain letters alone: what `WORD` would find, in a third of the time, and
 * nearly all words are plain. The place itself where only `WORD` can tell.
 */
function plainWordEnd(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && abilityAt(text, at) === LETTER) at++;
    if (at === from || at === end) return at;
    const code = text.charCodeAt(at);
    if (code !== APOSTROPHE && code !== HYPHEN) return code > 127 || code === COLON ? from : at;
    if (at + 1 === end) return at;
    if (abilityAt(text, at + 1) !== LETTER) return text.charCodeAt(at + 1) > 127 ? from : at;
    at++;
  }
}
