import { businessDays } from "../timeline.ts";

/** What is said of a number that teams may differ on. */
export type AboutCap = {
  readonly title: string;
  readonly description: string;
  readonly least: number;
  readonly most: number;
  readonly careful: number;
};

/** Every number that teams may differ on: what it counts and in which unit, how far it may go, and what a careful person would choose. */
export const numbers = {
  "most-touches": {
    title: "Most touches",
    description: "The most touches a cadence may have; a pair counts as one.",
    least: 1,
    most: 40,
    careful: 9,
  },
  "fewest-touches": {
    title: "Fewest touches",
    description: "Fewer planned touches than this in a cold cadence is giving up early.",
    least: 1,
    most: 40,
    careful: 4,
  },
  "days-in-all": {
    title: "Days in all",
    description: "The most business days from the first touch to the last that comes without an answer. Two hundred and sixty are a year.",
    least: 5,
    most: 520,
    careful: 260,
  },
  "smallest-gap": {
    title: "Smallest gap",
    description: "The fewest business days between one touch and the next.",
    least: 1,
    most: 60,
    careful: 2,
  },
  "shorter-gaps": {
    title: "Shorter gaps",
    description: "How many gaps of a cadence may be shorter than the one before. A calendar is not a ruler.",
    least: 0,
    most: 10,
    careful: 1,
  },
  "calls-in-7-days": {
    title: "Calls in 7 days",
    description: "The most calls in any seven calendar days.",
    least: 1,
    most: 14,
    careful: 2,
  },
  "touches-in-7-days": {
    title: "Touches in 7 days",
    description: "The most touches in any seven calendar days; a pair counts as one.",
    least: 1,
    most: 14,
    careful: 3,
  },
  "channels-in-a-day": {
    title: "Channels in a day",
    description: "The most channels used on one day.",
    least: 1,
    most: 8,
    careful: 2,
  },
  "touches-in-a-row": {
    title: "Touches in a row",
    description: "The most touches in a row that use one channel.",
    least: 1,
    most: 10,
    careful: 2,
  },
  "touches-on-one-channel": {
    title: "Touches on one channel",
    description: "The most touches of a cadence that uses a single channel. One with more needs a second channel.",
    least: 1,
    most: 40,
    careful: 3,
  },
  "touches-with-value": {
    title: "Touches with value",
    description: "The share, in percent, of the touches between the first and the last that must bring something of value.",
    least: 0,
    most: 100,
    careful: 50,
  },
  "touches-while-waiting": {
    title: "Touches while waiting",
    description: "The most touches after “not now”, until the date they named.",
    least: 1,
    most: 12,
    careful: 3,
  },
  "gap-while-waiting": {
    title: "Gap while waiting",
    description: "The fewest business days between touches after “not now”. Twenty-two are about a month.",
    least: 5,
    most: 130,
    careful: businessDays(30),
  },
  "days-of-rest": {
    title: "Days of rest",
    description: "The fewest calendar days for which nobody contacts the person after a cadence.",
    least: 7,
    most: 730,
    careful: 90,
  },
  "research-minutes": {
    title: "Research minutes",
    description: "The most minutes of research before a cold cadence.",
    least: 1,
    most: 480,
    careful: 15,
  },
  "words-in-an-email": {
    title: "Words in an email",
    description: "The most words of an email to somebody we have never spoken to.",
    least: 20,
    most: 1000,
    careful: 120,
  },
  "words-in-a-linkedin-message": {
    title: "Words in a LinkedIn message",
    description: "The most words of a LinkedIn message to somebody we have never spoken to.",
    least: 10,
    most: 1000,
    careful: 100,
  },
  "words-in-a-text-message": {
    title: "Words in a text message",
    description: "The most words of a text message to somebody we have never spoken to.",
    least: 5,
    most: 300,
    careful: 60,
  },
  "words-in-a-letter": {
    title: "Words in a letter",
    description: "The most words of a letter to somebody we have never spoken to.",
    least: 20,
    most: 2000,
    careful: 300,
  },
  "voicemail-seconds": {
    title: "Voicemail seconds",
    description: "The longest voicemail, in seconds at an unhurried 150 words a minute.",
    least: 10,
    most: 120,
    careful: 30,
  },
  "exclamation-marks": {
    title: "Exclamation marks",
    description: "The most exclamation marks in one message.",
    least: 0,
    most: 20,
    careful: 1,
  },
  "words-of-reason": {
    title: "Words of reason",
    description: "Fewer words than this name an activity and not the reason for a touch.",
    least: 1,
    most: 30,
    careful: 4,
  },
  "words-of-benefit": {
    title: "Words of benefit",
    description: "Fewer words than this name a thing and not what the prospect gains.",
    least: 1,
    most: 30,
    careful: 4,
  },
  "words-of-belief": {
    title: "Words of belief",
    description: "Fewer words than this state an opinion and no fact.",
    least: 1,
    most: 60,
    careful: 6,
  },
  "letters-of-a-name": {
    title: "Letters of a name",
    description: "The most letters of a word in capitals that is taken for a name, such as VAT, when it is no everyday word.",
    least: 2,
    most: 12,
    careful: 5,
  },
} as const satisfies Record<string, AboutCap>;

/** The numbers that hold for one playbook. Counts are per person, across all channels. */
export type Caps = { readonly [K in keyof typeof numbers]: number };

/** What a careful person would choose where a team has not. */
export const CAREFUL = Object.fromEntries(Object.entries(numbers).map(([name, { careful }]) => [name, careful])) as Caps;
