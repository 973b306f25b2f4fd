import { stemmer } from "stemmer";

/** A word as a reader hears it, with where it is written: UTF-16 offsets. */
export type Token = {
  readonly lemma: string;
  /** The form that is written, in lower case, short forms spelt out. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
};

/** A sentence of a message. `heard` is its lemmas with a space around each, for matching. */
export type Sentence = {
  /** Without the words that change nothing in what is said. */
  readonly tokens: readonly Token[];
  /** Every word and sign that is written. */
  readonly written: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly heard: string;
  readonly lemmas: ReadonlySet<string>;
};

/** Forms that no rule of spelling leads back to their word. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
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
  }).flatMap(([word, forms]) => forms.split(" ").map((form) => [form, word])),
);

/** Short forms, spelt out. Looked for whole, in lower case with straight quotes. */
const CONTRACTED: Readonly<Record<string, string>> = {
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
};
const ENDINGS: Readonly<Record<string, string>> = { "n't": "not", "'m": "be", "'re": "be", "'ve": "have", "'ll": "will", "'d": "would" };
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

/** Blanks as sequencers write them, addresses, words, numbers, and the signs that say something. */
const WORD =
  /\{\{[^{}]*\}\}|\[[A-Z][^[\]\n]{0,30}\]|%[A-Z_]{2,30}%|https?:\/\/\S+|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|%)?|[?!…]|\.\.\.|\p{Extended_Pictographic}/gu;

/** Words remembered at most: more than any language uses often. */
const MOST_WORDS = 20_000;
const cache = new Map<string, string>();
const spellings = new Map<string, readonly string[]>();

/** The word behind a form. Patterns and texts go through the same, so that only equality matters. */
export function lemmaOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const root = IRREGULAR[word] ?? word;
  const lemma = root.length > 3 ? stemmer(root) : root;
  if (cache.size < MOST_WORDS) cache.set(word, lemma);
  return lemma;
}

/** The sentences of a text. A line break ends one where a blank line or a list item follows; elsewhere text was only wrapped. */
export function sentencesOf(text: string): readonly Sentence[] {
  const straight = text.replace(/[‘’‛`´]/g, "'").replace(/[“”„]/g, '"');
  const sentences: Sentence[] = [];
  let from = 0;
  const end = /[.!?…]+["')\]]*(?=\s|$)|\r?\n[ \t]*(?=\r?\n)|\r?\n(?=[ \t]*[-*•])|(?<=^\uFEFF?[^\r\n]{0,60},)[ \t]*\r?\n/gm;
  for (const { index, 0: mark } of [...straight.matchAll(end), { index: straight.length, 0: "" }]) {
    // A full stop after a title or an initial ends nothing.
    if (
      mark.startsWith(".") &&
      /\b(?:[A-Z]|Mr|Mrs|Ms|Dr|e\.g|i\.e|vs|No|approx|inc|ltd)$/.test(straight.slice(Math.max(0, index - 8), index))
    )
      continue;
    const to = index + mark.length;
    const written = tokensOf(straight, from, to);
    const tokens = written.filter(({ word }) => !FILLERS.has(word) && !SIGNS.has(word));
    if (written.length > 0)
      sentences.push({
        tokens,
        written,
        start: from,
        end: to,
        heard: ` ${tokens.map(({ lemma }) => lemma).join(" ")} `,
        lemmas: new Set(tokens.map(({ lemma }) => lemma)),
      });
    from = to;
  }
  return sentences;
}

function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.slice(from, to).matchAll(WORD)) {
    const start = from + index;
    const end = start + written.length;
    for (const word of spelt(written)) tokens.push({ lemma: lemmaOf(word), word, start, end });
  }
  return tokens;
}

/** The words that a written one stands for. */
function spelt(written: string): readonly string[] {
  const known = spellings.get(written);
  if (known) return known;
  const words = spell(written);
  if (spellings.size < MOST_WORDS) spellings.set(written, words);
  return words;
}

function spell(written: string): readonly string[] {
  if (/^(?:\{\{|\[|%)/.test(written)) return ["VAR"];
  if (/^\p{Extended_Pictographic}/u.test(written)) return ["EMOJI"];
  if (written === "..." || written === "…") return ["…"];
  if (/^https?:/.test(written)) return ["URL"];
  if (written.endsWith("%")) return ["PCT"];
  if (/^\p{N}/u.test(written)) return [/[a-z]$/i.test(written) ? "NTH" : "NUM"];
  const word = written.toLowerCase();
  const whole = CONTRACTED[word];
  if (whole) return whole.split(" ");
  const ending = Object.keys(ENDINGS).find((one) => word.endsWith(one) && word.length > one.length);
  if (ending) return [word.slice(0, -ending.length), ENDINGS[ending] ?? ""];
  if (word.endsWith("'s")) return IS_AFTER.has(word.slice(0, -2)) ? [word.slice(0, -2), "be"] : [word.slice(0, -2)];
  return word.includes("-") ? word.split("-") : [word];
}
