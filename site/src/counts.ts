const format = new Intl.NumberFormat("en-US");

/** A number as a person writes it: 3,000. */
export const number = (count: number): string => format.format(count);

/** So many things: 1 play, 3,000 plays. */
export const many = (count: number, thing: string): string => `${number(count)} ${thing}${count === 1 ? "" : "s"}`;

const WORDS =
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";

/** A number as running text says it: in a word, as long as it is short. */
export const inWords = (count: number): string => WORDS.split(" ")[count] ?? number(count);
