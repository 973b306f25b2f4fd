import { stemmer } from "stemmer";
import { rememberedWord } from "../remembered.ts";

/** A word as a reader hears it, with where it is written: UTF-16 offsets. */
export type Token = {
  readonly lemma: string;
  /** The form that is written, in lower case, short forms spelt out. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
};

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
export const heardOf = ({ tokens }: Sentence): string => ` ${tokens.map(({ lemma }) => lemma).join(" ")} `;

/** Forms that no rule of spelling leads back to their word. A map, as all tables that are asked for words: to an object, “constructor” means something. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    be: "am is are was were been being",
    have: "has had having",
    do: "does did done doing",
    get: "got gotten getting",
    go: "goes went gone going",
    see: "saw seen",
    hear: "heard",
    send: "sent",
    write: "wrote written",
    leave: "left",
    think: "thought",
    say: "said says saying",
    tell: "told",
    make: "made making",
    come: "came",
    take: "took taken",
    give: "gave given",
    know: "knew known",
    feel: "felt",
    find: "found",
    lose: "lost losing",
    keep: "kept",
    speak: "spoke spoken",
    buy: "bought buys buying",
    pay: "paid pays paying",
    add: "adds added adding",
    use: "uses used using",
    owe: "owes owed owing",
    die: "dies died dying",
    ok: "okay okey",
    hold: "held",
    forget: "forgot forgotten",
    fall: "fell fallen",
    ring: "rang rung",
    run: "ran running",
    meet: "met",
    bring: "brought",
    mean: "meant",
    lead: "led",
    day: "days",
    way: "ways",
    guy: "guys",
    key: "keys",
    boy: "boys",
    one: "ones",
    eye: "eyes eyed eyeing",
    age: "ages aged",
    ad: "ads",
    lie: "lies lied lying",
    tie: "ties tied tying",
    bye: "byes",
    lay: "lays laid laying",
    toy: "toys",
    spend: "spent",
    sit: "sat sits sitting",
    choose: "chose chosen",
    wake: "woke woken",
    drive: "drove driven",
    catch: "caught",
    break: "broke broken",
    read: "reading reads",
    try: "tried tries trying",
    not: "n't cannot",
    i: "me my mine myself",
    we: "us our ours ourselves",
    you: "your yours yourself ya u ur",
  }).flatMap(([word, forms]) => forms.split(" ").map((form) => [form, word] as const)),
);

/** Short forms, spelt out. Looked for whole, in lower case with straight quotes. */
const CONTRACTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "can't": "can not",
    cant: "can not",
    "won't": "will not",
    wont: "will not",
    dont: "do not",
    didnt: "do not",
    havent: "have not",
    hasnt: "have not",
    "shan't": "shall not",
    "ain't": "be not",
    "let's": "let us",
    im: "i be",
    ive: "i have",
    youre: "you be",
    gonna: "going to",
    wanna: "want to",
    gotta: "have to",
    "y'all": "you",
    isnt: "is not",
    wasnt: "was not",
    arent: "are not",
    doesnt: "do not",
    couldnt: "could not",
    wouldnt: "would not",
    shouldnt: "should not",
    thats: "that is",
    whats: "what is",
    hows: "how is",
    lemme: "let me",
    gimme: "give me",
    tmrw: "tomorrow",
    tmr: "tomorrow",
  }),
);
const ENDINGS: readonly (readonly [ending: string, word: string])[] = Object.entries({
  "n't": "not",
  "'m": "be",
  "'re": "be",
  "'ve": "have",
  "'ll": "will",
  "'d": "would",
});
/** Words after which 's is a verb; after any other it says whose. */
const IS_AFTER = new Set([
  "it",
  "that",
  "there",
  "here",
  "how",
  "what",
  "who",
  "where",
  "when",
  "he",
  "she",
  "everything",
  "everyone",
  "this",
  "something",
]);

/** Words that change nothing in what is said. They may stand anywhere. */
const FILLERS = new Set(
  "just really actually simply literally very quite perhaps maybe kinda sorta basically honestly please pls plz um uh so also quickly briefly merely a an the".split(
    " ",
  ),
);

/** Signs that colour a sentence and are no words of it. */
const SIGNS = new Set(["…", "EMOJI"]);

/** Blanks as sequencers write them, addresses, words, numbers, and the signs that say something. Plain words are found without it (`plainWordEnd`). */
export const WORD =
  /\{\{[^{}]*\}\}|\[[A-Z][^[\]\n]{0,30}\]|%[A-Z_]{2,30}%|https?:\/\/\S+|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|%)?|[?!…]|\.\.\.|\p{Extended_Pictographic}/gu;

/** A word that a written one stands for. */
type Form = {
  readonly word: string;
  readonly lemma: string;
  /** Whether it changes anything in what is said. */
  readonly counts: boolean;
};

/** The word behind a form. Patterns and texts go through the same, so that only equality matters. */
export const lemmaOf = rememberedWord((word): string => {
  const root = IRREGULAR.get(word) ?? word;
  return root.length > 3 ? stemmer(root) : root;
});

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
  const part = text.slice(start, end);
  const add = (from: number, to: number) => {
    for (const { word, lemma, counts } of spelt(part.slice(from, to))) {
      const token = { lemma, word, start: start + from, end: start + to };
      written.push(token);
      if (counts) tokens.push(token);
    }
  };
  for (let at = beginningFrom(part, 0); at < part.length; at = beginningFrom(part, at)) {
    const plain = plainWordEnd(part, at);
    WORD.lastIndex = at;
    const found = plain > at ? undefined : WORD.exec(part);
    if (found === null) break;
    const to = found ? WORD.lastIndex : plain;
    add(found?.index ?? at, to);
    at = to;
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
function beginningFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && abilityAt(text, at) === NOTHING) at++;
  return at;
}

/**
 * Where the word ends that begins at a place, when it is of plain letters alone: what `WORD` would find, in a third of the time, and
 * nearly all words are plain. The place itself where only `WORD` can tell.
 */
function plainWordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && abilityAt(text, at) === LETTER) at++;
    if (at === from || at === text.length) return at;
    const code = text.charCodeAt(at);
    if (code !== APOSTROPHE && code !== HYPHEN) return code > 127 || code === COLON ? from : at;
    const next = at + 1 < text.length ? abilityAt(text, at + 1) : NOTHING;
    if (next !== LETTER) return text.charCodeAt(at + 1) > 127 ? from : at;
    at++;
  }
}

/** The words that a written one stands for. */
const spelt = rememberedWord((written): readonly Form[] =>
  spell(written).map((word) => ({ word, lemma: lemmaOf(word), counts: !FILLERS.has(word) && !SIGNS.has(word) })),
);

function spell(written: string): readonly string[] {
  if (/^(?:\{\{|\[|%)/.test(written)) return ["VAR"];
  if (/^\p{Extended_Pictographic}/u.test(written)) return ["EMOJI"];
  if (written === "..." || written === "…") return ["…"];
  if (/^https?:/.test(written)) return ["URL"];
  if (written.endsWith("%")) return ["PCT"];
  if (/^\p{N}/u.test(written)) return [/[a-z]$/i.test(written) ? "NTH" : "NUM"];
  const word = written.toLowerCase();
  const whole = CONTRACTED.get(word);
  if (whole) return whole.split(" ");
  const [ending, meant] = ENDINGS.find(([one]) => word.endsWith(one) && word.length > one.length) ?? [];
  if (ending && meant) return [word.slice(0, -ending.length), meant];
  if (word.endsWith("'s")) return IS_AFTER.has(word.slice(0, -2)) ? [word.slice(0, -2), "be"] : [word.slice(0, -2)];
  return word.includes("-") ? word.split("-") : [word];
}
