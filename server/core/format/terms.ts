import * as z from "zod";

/** The small words the format is made of. Every part of the format is built from these, so each is explained once. */

/** Words a person wrote: at least one visible character. */
export const Words = z.string().regex(/\S/, "has no words in it");

/** A short name used as an address: lower-case letters, digits and single hyphens, so that it can be part of a link. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "is not a plain id: use lower-case letters, digits and hyphens, as in second-call");

/** A person the team can find: a name and an email address. */
export const Person = z
  .string()
  .regex(
    /^[^<>]*[^<>\s]\s*<[^<>@\s]+@[^<>@\s]+>$/,
    "is not a person: write a name and an email address, as in Dana Ortiz <dana@northwind.example>",
  );

/** Calendar date, ISO 8601, a day that exists. */
export const IsoDate = z.iso.date("is not a date: write year-month-day, as in 2027-03-31");

/** A time of day, on a clock of twenty-four hours. */
export const TimeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "is not a time of day: write hours and minutes, as in 09:00 or 17:30");

/** A stretch of calendar time: a whole number from 1 up, and days, weeks or months. `days()` in duration.ts counts it. */
export const Duration = z
  .string()
  .regex(/^[1-9]\d{0,3} (?:days?|weeks?|months?)$/, "is not a length of time: write a number and days, weeks or months, as in 90 days");

/** A web address. */
export const Link = z.url({ protocol: /^https?$/, error: "is not a web address: it starts with https://" });

/** One of a few words, each with its meaning. Editors show the meaning beside the word. */
export const choice = <const W extends Record<string, string>>(words: W) =>
  z.enum(Object.keys(words) as (keyof W & string)[]).meta({ enumDescriptions: Object.values(words) });

/** How loud a rule can be for a team. */
const loudness = {
  off: "Says nothing.",
  hint: "A faint mark in the editor, and nothing more.",
  info: "A note: worth a thought.",
  warning: "Fix it, or tell the approver why not.",
  error: "Put it right; where the rule is certain, it stands in the way of an approval.",
} as const;

/** How loud some rules are, by their id. */
export const Severities = z.record(Slug, choice(loudness));
