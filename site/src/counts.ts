/** Made for the first number that needs it: to make it takes a browser about as long as all else that a page's scripts do when it opens. */
let format: Intl.NumberFormat | undefined;

/** A number of things as a person writes it: 3,000. */
export function number(count: number): string {
  if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count);
  format ??= new Intl.NumberFormat("en-US");
  return format.format(count);
}

/** So many things: 1 play, 3,000 plays. */
export const many = (count: number, thing: string): string => `${number(count)} ${thing}${count === 1 ? "" : "s"}`;

const WORDS =
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";

/** A number as running text says it: in a word, as long as it is short. */
export const inWords = (count: number): string => WORDS.split(" ")[count] ?? number(count);
