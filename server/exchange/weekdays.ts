/** The days of a week, Monday first, as documents write them. What is put on a weekend comes on the Monday after. */
const NAMES = [
  "mon(?:day)?",
  "tue(?:s(?:day)?)?",
  "wed(?:nesday)?",
  "thu(?:r(?:s(?:day)?)?)?",
  "fri(?:day)?",
  "sat(?:urday)?",
  "sun(?:day)?",
];

/** A weekday, with or without its end: a pattern. */
export const WEEKDAY = `(?:${NAMES.join("|")})\\b\\.?`;
const EACH = NAMES.map((name) => new RegExp(`^${name}\\.?$`, "i"));

/** Which day of a week a name means, from 1. 0 for what is none. */
export const weekdayOf = (name: string): number => EACH.findIndex((one) => one.test(name)) + 1;
