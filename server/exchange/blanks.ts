import { blanks, SKIP_SENTENCE } from "../core/index.ts";

/** The blanks of a text in our own writing, and what each says when it is not known. */
export type Converted = { readonly text: string; readonly fallbacks: ReadonlyMap<string, string>; readonly odd: readonly string[] };

/** `{{ … }}` with whatever a tool allows in it, and Salesforce's `{{{ … }}}`. */
const DOUBLE = /\{\{\{\s*([^{}]+?)\s*\}\}\}|\{\{\s*([^{}]+?)\s*\}\}/g;
/** `{first_name}` and `{firstName}`: one word between single braces, in documents. */
const SINGLE = /(?<!\{)\{([A-Za-z]+(?:[_A-Z][A-Za-z0-9]*)+)\}(?!\})/g;
/** `[First Name]`, `[COMPANY]`: not `[1]`, not a Markdown link, not `[fill in: …]`. */
const BRACKETS = /(?<![\w\][])\[(\p{Lu}[\p{L}\p{M}]*(?:[ _][\p{L}\p{M}]+){0,3})\](?![([\]])/gu;

const WORD = "[A-Za-z][A-Za-z0-9]*";
/** A name as it stands between signs: `FirstName`, `first_name`, `First Name`, `Contact.FirstName`. */
const NAME = `${WORD}(?:[ _.]${WORD}){0,4}`;

/** Signs between which other tools put a name. */
type Signs = {
  readonly signs: RegExp;
  /** Whether nothing else ever stands between them in a message, so that any name will do. Else only one that every tool fills. */
  readonly sure?: true;
  /** What must hold besides. */
  readonly fits?: (name: string, text: string) => boolean;
};

const OTHERS: readonly Signs[] = [
  // Mailchimp and Salesforce.
  { signs: /\*\|([A-Za-z][A-Za-z0-9_]{1,40})\|\*/g, sure: true },
  { signs: /\{!\s*\$?([A-Za-z][A-Za-z0-9_.]*)\s*\}/g, sure: true },
  { signs: new RegExp(`<<\\s*(${NAME})\\s*>>`, "g"), sure: true },
  { signs: new RegExp(`(?<![\\w#])##(${NAME})##(?![\\w#])`, "g") },
  { signs: new RegExp(`(?<![\\w\\[])\\[\\[\\s*(${NAME})\\s*\\]\\](?![\\w(\\]])`, "g") },
  { signs: /%([A-Z][A-Z_]{2,40})%/g, sure: true },
  { signs: new RegExp(`(?<![\\w%])%(${NAME})%(?![\\w%])`, "g") },
  { signs: new RegExp(`(?<![\\w$\\\\])\\$\\{(${WORD}(?:_${WORD})*)\\}`, "g") },
  // A name of one word behind this sign may be a price in somebody's money or a program's.
  { signs: new RegExp(`(?<![\\w$\\\\])\\$(${WORD}(?:_${WORD})*)(?![\\w([]|\\s*=|->)`, "g"), fits: (name) => /_|[a-z][A-Z]/.test(name) },
  // Not in an address such as /users/{name}, nor in a program.
  { signs: new RegExp(`(?<![\\w{$/=:"'\`.#%\\\\])\\{\\s*(${NAME})\\s*\\}(?![\\w}/=\`]|:\\S)`, "g") },
  // In small letters it is what people write of what a rep is to say.
  {
    signs: new RegExp(`(?<![\\w<])<(${NAME})>(?![\\w>])`, "g"),
    fits: (name, text) => /[A-Z_]/.test(name) && !text.toLowerCase().includes(`</${name.toLowerCase()}>`),
  },
  { signs: new RegExp(`(?<![\\w\\][])\\[(${NAME})\\](?![([\\]\\w]|:\\s*\\S+[./]\\S)`, "g") },
];

/** What may be a blank, where it is none for sure: told, so that somebody looks. */
const DOUBTFUL: readonly Signs[] = [
  { signs: /\*\|[^|\n]{1,80}\|\*/g },
  { signs: /\{![^{}\n]{1,120}\}/g },
  { signs: /<<[A-Za-z][^<>\n]{1,60}>>/g },
  { signs: new RegExp(`(?<![\\w#])##${NAME}##(?![\\w#])`, "g") },
  { signs: new RegExp(`\\[\\[\\s*${NAME}\\s*\\]\\]`, "g") },
  { signs: new RegExp(`(?<![\\w%])%(${WORD}(?:_${WORD})*)%(?![\\w%])`, "g"), fits: (name) => name.length > 2 },
  {
    signs: new RegExp(`(?<![\\w$\\\\])\\$(\\{?${WORD}(?:_${WORD})*\\}?)`, "g"),
    fits: (name) => /[{_]|[a-z][A-Z]/.test(name) || isFilled(name),
  },
  { signs: new RegExp(`(?<![{$!])\\{\\s*(${NAME})\\s*\\}(?!\\})`, "g"), fits: (name) => name.length > 2 },
  {
    signs: new RegExp(`(?<!<)<(${NAME})>(?!>)`, "g"),
    fits: (name, text) => (/_|[A-Z]\w\w/.test(name) || isFilled(name)) && !text.toLowerCase().includes(`</${name.toLowerCase()}>`),
  },
  { signs: new RegExp(`(?<!\\[)\\[(${NAME})\\](?![(\\]]|:\\s*\\S+[./]\\S)`, "g"), fits: (name) => /_/.test(name) || isFilled(name) },
];

/** Words of which the names are made that every tool fills by itself. */
const OF_A_PERSON =
  "(?:(?:first|last|full|middle|given|family|nick|sur)_?name|fname|lname|name|e_?mail(?:_address)?|job_?title|title|position|phone(?:_number)?|mobile(?:_phone)?|city|state|country|company(?:_?name)?|account(?:_name)?|organi[sz]ation(?:_name)?|industry|website|domain|salutation|department|signature|calendar_link)";
const FILLED = new RegExp(
  `^(?:(?:contact|prospect|recipient|lead|person|people|account|company|organi[sz]ation|sender|user|owner|my|your|rep|from|to|target|custom)_)*${OF_A_PERSON}$`,
);

/** Whether a name is one that every tool fills by itself, however it is written. */
function isFilled(name: string): boolean {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  return FILLED.test(snake);
}

/** A text with its blanks as we write them. What is no blank but a condition or a choice stays as it is, and so does what may be one; both are told. */
export function ours(text: string): Converted {
  const fallbacks = new Map<string, string>();
  const odd = new Set<string>();
  for (const { 0: whole } of text.matchAll(/\{%[^%]*%\}|(?<!\{)\{[^{}|\n]{1,80}(?:\|[^{}|\n]{0,80})+\}(?!\})/g)) odd.add(whole);
  const named = (written: string) => {
    const name = ourName(written);
    return name === undefined ? undefined : `{{${name}}}`;
  };
  let converted = text.replace(DOUBLE, (whole, triple: string | undefined, double: string | undefined) => {
    const { name, fallback } = parts(triple ?? double ?? "");
    const our = name === undefined ? undefined : ourName(name);
    if (our === undefined) {
      odd.add(whole);
      return whole;
    }
    if (fallback !== undefined && !fallbacks.has(our)) fallbacks.set(our, fallback);
    return `{{${our}}}`;
  });
  for (const { signs, sure: any, fits } of OTHERS)
    converted = converted.replace(signs, (whole, inner: string) => {
      const meant = any || (isFilled(inner) && (fits?.(inner, text) ?? true));
      return (meant ? named(inner) : undefined) ?? whole;
    });
  converted = converted
    .replace(SINGLE, (whole, inner: string) => named(inner) ?? whole)
    .replace(BRACKETS, (whole, inner: string) => named(inner) ?? whole);
  for (const { signs, fits } of DOUBTFUL)
    for (const { 0: whole, 1: inner = "" } of converted.matchAll(signs)) if (fits?.(inner, text) ?? true) odd.add(whole);
  return { text: converted, fallbacks, odd: [...odd] };
}

/** What stands between double braces: a name, and what to say without it. */
function parts(inner: string): { readonly name?: string; readonly fallback?: string } {
  const token = /^personalization_token\(\s*(['"])([^'"]+)\1\s*(?:,\s*(['"])(.*)\3\s*)?\)$/.exec(inner);
  if (token) return { name: token[2] ?? "", ...(token[4] ? { fallback: token[4] } : {}) };
  const plain = inner.replace(/\|\s*default\(\s*((['"]).*\2)\s*(?:,\s*(?:true|false)\s*)?\)$/, "| default: $1");
  const [, name, quoted, , bare] = /^([A-Za-z][\w .-]*?)\s*(?:\|\s*(?:default:?\s*)?(?:(['"“”])(.*)\2|([^|'"]+)))?$/.exec(plain) ?? [];
  if (name === undefined) return {};
  const fallback = (quoted === undefined ? bare : /(['"“”])(.*)\1$/.exec(plain)?.[2])?.trim();
  return { name, ...(fallback ? { fallback } : {}) };
}

const OF_THE_PROSPECT = /^(?:contact|prospect|recipient|lead|person|people|to|custom|target)[._]/i;
const OF_THE_REP = /^(?:my|sender|user|owner|from|rep)\./i;
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    firstname: "first_name",
    fname: "first_name",
    lastname: "last_name",
    lname: "last_name",
    companyname: "company",
    jobtitle: "job_title",
  }),
);

/** A blank's name as we write it. Names that are ours already stay. Undefined for what is no name. */
function ourName(written: string): string | undefined {
  if (/^[a-z][a-z0-9_]*$/.test(written) && !SAME.has(written)) return written;
  const dotted = written
    .trim()
    .replace(/^([a-z]+)\.firstname$/i, "$1.first_name")
    .replace(/^([a-z]+)\.lastname$/i, "$1.last_name");
  if (/^(?:account|company|organization)\.name$/i.test(dotted)) return "company";
  const own = dotted.replace(OF_THE_PROSPECT, "").replace(OF_THE_REP, "rep_").normalize("NFKD").replace(/\p{M}/gu, "");
  const snake = own
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (!/^[a-z][a-z0-9_]*$/.test(snake)) return undefined;
  return SAME.get(snake.replaceAll("_", "")) ?? snake;
}

/** How a tool writes its blanks. */
export type Writing = {
  readonly name: (ours: string) => string;
  /** The whole blank with what to say without it. Left out: the tool has no way to say so. */
  readonly otherwise?: ((name: string, fallback: string) => string) | undefined;
};

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const liquid = (name: string, fallback: string) => `{{${name} | default: "${fallback}"}}`;

export const WRITINGS = {
  plain: { name: (name: string) => name },
  liquid: { name: (name: string) => name, otherwise: liquid },
  camel: { name: camel, otherwise: liquid },
  hubspot: { name: (name: string) => `contact.${name === "first_name" || name === "last_name" ? name.replace("_", "") : name}` },
} as const satisfies Record<string, Writing>;

/** Whether a tool's own writing of fallbacks can hold one: words without its own signs or those of HTML, and no instruction. */
export const canSay = (fallback: string): boolean => fallback !== SKIP_SENTENCE && !/["“”{}|<>&\n]/.test(fallback);

/** Our text with its blanks as a tool writes them. A name that would not find its way back stays ours. */
export function theirs(text: string, writing: Writing, fallbacks: ReadonlyMap<string, string>): string {
  let made = "";
  let from = 0;
  for (const blank of blanks(text)) {
    const name = writing.name(blank.name);
    const safe = ourName(name) === blank.name ? name : blank.name;
    const fallback = fallbacks.get(blank.name);
    const whole = fallback !== undefined && writing.otherwise && canSay(fallback) ? writing.otherwise(safe, fallback) : `{{${safe}}}`;
    made += text.slice(from, blank.from) + whole;
    from = blank.to;
  }
  return made + text.slice(from);
}
