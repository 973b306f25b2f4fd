import type { Remark } from "./finding.ts";

const NONE: readonly Remark[] = [];

/** What a rule says, as a list. Most rules say nothing of most texts, and then there is nothing to make. */
export function gathered(said: Iterable<Remark>): readonly Remark[] {
  let all: Remark[] | undefined;
  for (const one of said) {
    all ??= [];
    all.push(one);
  }
  return all ?? NONE;
}
