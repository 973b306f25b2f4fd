import { stemmer } from "stemmer";
import { rememberedWord } from "../remembered.ts";
import { type Traits, traitsOf } from "./language.ts";
import { numberOf, piecesOf } from "./numbers.ts";

/** A word as a reader hears it, with all that is asked of it each time: as a rule one object for every time that it is met. */
export type Form = Traits & {
  /** What is written, in lower case, short forms spelt out. */
  readonly word: string;
  readonly lemma: string;
  /** Whether it changes anything in what is said. */
  readonly counts: boolean;
  readonly wordNumber: number;
  readonly lemmaNumber: number;
  readonly pieces: readonly number[];
};

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

/** The word behind a form. Patterns and texts go through the same, so that only equality matters. */
export const lemmaOf = rememberedWord((word): string => {
  const root = IRREGULAR.get(word) ?? word;
  return root.length > 3 ? stemmer(root) : root;
});

/** The words that a written one stands for. */
export const spelt = rememberedWord((written): readonly Form[] => spell(written).map(formOf));

function formOf(word: string): Form {
  const lemma = lemmaOf(word);
  const { latin, of } = traitsOf(word);
  const counts = !FILLERS.has(word) && !SIGNS.has(word);
  return { word, lemma, counts, wordNumber: numberOf(word), lemmaNumber: numberOf(lemma), pieces: piecesOf(word), latin, of };
}

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
