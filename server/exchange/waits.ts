/** Days in each unit that a wait may be written in, by the word or its letters. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^fortnights?$/, 14],
  [/^(?:w|wks?|weeks?)$/, 7],
  [/^(?:d|dys?|days?)$/, 1],
  [/^(?:h|hrs?|hours?)$/, 1 / 24],
  [/^(?:m|mins?|minutes?)$/, 1 / 1440],
  [/^(?:s|secs?|seconds?)$/, 1 / 86_400],
  [/^(?:ms|millis|milliseconds?)$/, 1 / 86_400_000],
];

/** Days in a unit, as in `hours` or `day`. Undefined for what is no unit of time. */
export const unitOf = (word: string): number | undefined => UNITS.find(([unit]) => unit.test(word.trim().toLowerCase()))?.[1];

/** Words for no wait at all. */
const AT_ONCE = /^(?:immediate(?:ly)?|at once|right away|instant(?:ly)?|same day|now|none|asap)$/i;

/** Numbers that people spell where they write sentences. */
const SPELT = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
/** A number before a unit of days: in digits, or spelt, or the article that stands for one. */
export const COUNTED = `(?:\\+?\\d|(?:an?|${SPELT.join("|")})\\s+(?:(?:business|working|calendar|full|whole)\\s+)?(?:days?|weeks?|fortnights?)\\b)`;
const SPELT_NUMBER = new RegExp(`\\b(an?|${SPELT.join("|")})(?=\\s+(?:[a-z]+\\s+)?(?:days?|weeks?|fortnights?|hours?|minutes?)\\b)`, "g");
const digitsOf = (word: string) => String(Math.max(SPELT.indexOf(word), word.startsWith("a") ? 1 : 0));

const SPELT_COUNT = new RegExp(`\\b(day|week|step|touch|touchpoint)\\s+(${SPELT.join("|")})\\b`, "gi");
/** Words with the number in digits that counts a day, a week or a step: `Day one` as `Day 1`. */
export const countsInDigits = (words: string): string =>
  words.replace(SPELT_COUNT, (_, unit: string, count: string) => `${unit} ${SPELT.indexOf(count.toLowerCase())}`);

/** The wait of one day that needs no number. */
export const NEXT_DAY = "(?:the )?(?:next|following) (?:(?:business|working|calendar) )?day";
const ONLY_NEXT_DAY = new RegExp(`^${NEXT_DAY}$`);

/**
 * The days that a wait says: `3`, `48h`, `2d 4h`, `1 week`, `1 day, 12 hours`, `after 3 business days`, `two days later`,
 * `the next day`. A number without a unit counts in `each`, in days. Undefined where anything in it is not understood, so that
 * nothing is read halfway.
 */
export function waitIn(written: string, each = 1): number | undefined {
  const plain = written.trim().toLowerCase();
  if (AT_ONCE.test(plain)) return 0;
  if (ONLY_NEXT_DAY.test(plain)) return 1;
  const bare = plain
    .replace(SPELT_NUMBER, digitsOf)
    .replace(
      /\b(?:business|working|calendar|full|whole|week)[ -]?(?=(?:days?|weeks?)\b)|\((?:s|es)\)|\b(?:wait|after|later|and|in)\b|[+;&]/g,
      " ",
    );
  const parts = [...bare.matchAll(/(-?\d+(?:[.,]\d+)?)\s*([a-z]*)/g)];
  const left = bare.replace(/(-?\d+(?:[.,]\d+)?)\s*([a-z]*)/g, "").replace(/[\s,.:#]/g, "");
  // `Day 3`, `D3`: the unit before the number.
  const [, before] = /^(days?|d)$/.exec(left) ?? [];
  if (parts.length === 0 || (left !== "" && !(before && parts.length === 1 && !parts[0]?.[2]))) return undefined;
  let days = 0;
  for (const [, digits = "", unit = ""] of parts) {
    const length = unit === "" ? each : unitOf(unit);
    if (length === undefined || (unit === "" && parts.length > 1)) return undefined;
    days += Number(digits.replace(",", ".")) * length;
  }
  return days;
}

/** Whether a wait is counted in days on which people work. */
export const countsBusinessDays = (written: string): boolean => /\b(?:business|working|week)[ -]?days?\b/i.test(written);
