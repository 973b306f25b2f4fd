const format = new Intl.NumberFormat("en-US");

/** A number as a person writes it: 3,000. */
export const number = (count: number): string => format.format(count);

/** So many things: 1 play, 3,000 plays. */
export const many = (count: number, thing: string): string => `${number(count)} ${thing}${count === 1 ? "" : "s"}`;
