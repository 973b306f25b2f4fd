/** Plays on one page of a list: few enough to read on a phone, and no list is ever the size of the handbook. */
const A_PAGE = 50;

/** One page of a list. `number` is counted from 1. */
export type Paged<T> = { readonly items: readonly T[]; readonly number: number; readonly count: number };

/** A list in pages; an empty list is one empty page. */
export function paged<T>(items: readonly T[]): readonly Paged<T>[] {
  const count = Math.max(1, Math.ceil(items.length / A_PAGE));
  return Array.from({ length: count }, (_, i) => ({ items: items.slice(i * A_PAGE, (i + 1) * A_PAGE), number: i + 1, count }));
}
