/** Two ways of writing one person: the same email address, or the same name where one of them has no address. */
export function samePerson(one: string, other: string): boolean {
  const emails = [emailOf(one), emailOf(other)];
  return emails[0] && emails[1] ? emails[0] === emails[1] : nameOf(one).toLowerCase() === nameOf(other).toLowerCase();
}

/** The name in `Name <address>`. */
export const nameOf = (person: string): string =>
  person
    .replace(/<[^>]*>/, "")
    .trim()
    .replace(/\s+/g, " ") || person;

/** The email address in `Name <address>`, in small letters. */
export const emailOf = (person: string): string | undefined =>
  /<([^>]+)>/.exec(person)?.[1]?.trim().toLowerCase() ?? (/^\S+@\S+$/.test(person.trim()) ? person.trim().toLowerCase() : undefined);

/**
 * Whether two people may be one who goes by two names: the same address but for what stands after a plus or is only a look-alike,
 * or names that look the same. Two people who really share a name are taken for one, because the other mistake is worse.
 */
export function mayBeOne(one: string, other: string): boolean {
  if (samePerson(one, other)) return true;
  const bare = (person: string) => lookOf((emailOf(person) ?? "").replace(/\+[^@]*(?=@)/, ""));
  return (bare(one) !== "" && bare(one) === bare(other)) || lookOf(nameOf(one)) === lookOf(nameOf(other));
}

/** What is hidden in a person's name or address: letters of two scripts in one word, or signs nobody sees. Undefined when nothing is. */
export function hiddenIn(person: string): string | undefined {
  if (INVISIBLE.test(person)) return "a sign that nobody sees";
  const mixed = nameOf(person)
    .split(/[\s'’.-]+/)
    .find((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
  if (mixed) return `letters of two alphabets in “${mixed}”`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything up to the tilde is ASCII.
  if (!/^[\x00-\x7f]*$/.test(emailOf(person) ?? "")) return "a letter in the address that is not plain";
  return undefined;
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u];

/** How a name looks, whatever letters it is made of: for comparing, never for showing. */
function lookOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\s]+/gu, "")
    .toLowerCase();
  return [...plain].map((letter) => LOOKS.get(letter) ?? letter).join("");
}

/** Letters that look like a Latin one, and signs that are mistaken for letters. */
const LOOKS = new Map(
  Object.entries({
    a: "аαɑ",
    b: "ьβ",
    c: "сϲ",
    d: "ԁ",
    e: "еεҽ",
    g: "ɡց",
    h: "һн",
    i: "іιıїɩ",
    j: "јϳ",
    k: "кκ",
    l: "1|ӏ",
    m: "м",
    n: "ηпո",
    o: "0оοσօ",
    p: "рρ",
    q: "ԛգ",
    r: "г",
    s: "ѕꜱ",
    t: "тτ",
    u: "υս",
    v: "ѵν",
    w: "ԝω",
    x: "хχ",
    y: "уүγ",
    z: "ᴢ",
  }).flatMap(([latin, alike]) => [...alike].map((letter) => [letter, latin === "i" ? "l" : latin] as const)),
).set("i", "l");
