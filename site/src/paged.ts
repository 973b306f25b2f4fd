/** Plays on one page of a list: few enough to read on a phone, and no list is ever the size of the handbook. */
export const A_PAGE = 50;

/** One page of a list: which of how many, counted from 1, and of how many items. */
export type Paged<T> = { readonly items: readonly T[]; readonly number: number; readonly count: number; readonly of: number };

/** Pages named on either side of the one that is open. */
const NEAR = 1;

/** The numbers of the pages that a page names: the first, the last, its neighbours, and undefined where some are left out between. */
export function pagesNear(number: number, count: number): readonly (number | undefined)[] {
  const named = Array.from({ length: count }, (_, i) => i + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - number) <= NEAR,
  );
  return named.flatMap((page, i) => {
    const left = page - (named[i - 1] ?? page - 1);
    // One page left out is named instead: it takes no more room than the dots would.
    return left === 2 ? [page - 1, page] : left > 2 ? [undefined, page] : [page];
  });
}

/** A list in pages; an empty list is one empty page. */
export function paged<T>(items: readonly T[]): readonly Paged<T>[] {
  const count = Math.max(1, Math.ceil(items.length / A_PAGE));
  return Array.from({ length: count }, (_, i) => ({
    items: items.slice(i * A_PAGE, (i + 1) * A_PAGE),
    number: i + 1,
    count,
    of: items.length,
  }));
}
