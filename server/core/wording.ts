/** Pieces of the sentences that rules speak in. */

import type { Ask } from "./model.ts";

/** A number with its noun: `1 day`, `3 days`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Words in a row: `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[], last = "and"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

/** Ids in a row, each in quotes: `“a” and “b”`. */
export const named = (parts: readonly { readonly id: string }[]): string => listed(parts.map(({ id }) => `“${id}”`));

/** What a touch asks for, after `asks for`. */
export const askWords: Readonly<Record<Ask, string>> = {
  none: "nothing",
  reply: "a reply",
  question: "an answer",
  conversation: "a conversation",
  meeting: "a meeting",
  proposal: "leave to make a proposal",
  decision: "a decision",
};

/** The first words of a text, in quotes, short enough for a message. */
export function shown(text: string, most = 40): string {
  const line = text.trim().replace(/\s+/g, " ");
  return `“${line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`}”`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ") as readonly string[];

/** An ISO date as people write it: 18 December 2026. */
export const ordinaryDate = (isoDate: string): string => {
  const [year, month, day] = isoDate.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};
