/** How names stand in a list, the same on every machine: “Play 2” before “Play 10”. */
export const byName = new Intl.Collator("en", { numeric: true }).compare;

/** A number as a rep reads it: 3,000. */
export const counted = (count: number): string => count.toLocaleString("en-US");
