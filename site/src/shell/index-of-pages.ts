import { corrected, unknownIn } from "./corrected.ts";
import { folded, wordsIn } from "./folded.ts";
import { inPairs, pairsIn } from "./unspaced.ts";

/** What we use of Pagefind's browser module. */
type Pagefind = {
  init(): Promise<void>;
  search(words: string | null, options: { filters?: Filters }): Promise<Searched>;
  debouncedSearch(words: string, options: { filters?: Filters }, milliseconds: number): Promise<Searched | null>;
  filters(): Promise<Counts>;
};
type Searched = { readonly results: readonly Result[]; readonly filters: Counts };
/** Of each facet and value, how many of the pages found have it. */
type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Result = { data(): Promise<Found> };

/** The values a page must have, of each facet. */
export type Filters = Readonly<Record<string, string>>;

/** A page that was found. Its excerpt is escaped text in which only matches are marked. */
export type Found = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string; readonly kind?: string; readonly situation?: string; readonly lead?: string };
};

/** What a search answers. `meant` are the words it looked for instead, where what was typed is no word of this handbook. */
export type Answer = {
  readonly count: number;
  readonly counts: Counts;
  readonly meant: string | undefined;
  readonly some: (count: number) => Promise<readonly Found[]>;
};

const base = import.meta.env.BASE_URL.replace(/\/$/, "");
/** How long typing must pause before the index is asked. Milliseconds. */
const PAUSE = 120;

let index: Promise<Pagefind> | undefined;
let words: Promise<readonly string[]> | undefined;

/** Fetches the index when it is first wanted. Rejects where the handbook was not built. */
export const openIndex = (): Promise<Pagefind> => {
  index ??= (import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`) as Promise<Pagefind>).then(async (pagefind) => {
    await pagefind.init();
    return pagefind;
  });
  return index;
};

const knownWords = (): Promise<readonly string[]> => {
  words ??= fetch(`${base}/words.json`)
    .then((response) => response.json() as Promise<readonly string[]>)
    .catch(() => []);
  return words;
};

/** Looks for pages. Undefined when newer words were typed meanwhile, whose search answers. */
export async function find(typed: string, filters: Filters = {}): Promise<Answer | undefined> {
  const pagefind = await openIndex();
  // Without this Pagefind counts nothing.
  if (Object.keys(filters).length > 0) await pagefind.filters();
  // In quotation marks Pagefind looks for the very words in their order; whoever types what somebody said only quotes them.
  const wanted = inPairs(typed.replace(/["“”„«»]/g, " "));
  if (wanted === "") return answer(await pagefind.search(null, { filters }), undefined);
  if (await isStrange(pagefind, wanted)) return answer({ results: [], filters: {} }, undefined);
  const known = await knownWords();
  const unsaid = await unsaidIn(pagefind, wanted, known);
  const meant = corrected(wanted, unsaid, known);
  const query = meant ?? wanted;
  const found = await pagefind.debouncedSearch(query, { filters }, PAUSE);
  if (!found) return undefined;
  const lost = wordsIn(query).filter((word) => unsaid.includes(word));
  if (found.results.length > 0 && lost.length === 0) return answer(found, meant);
  return (
    (await otherwise(pagefind, query, filters, known)) ??
    (await fewer(pagefind, query, filters, lost)) ??
    answer(lost.length === 0 ? found : { results: [], filters: {} }, meant)
  );
}

/** What is found where words are put together or taken apart: some write “voice mail” and “no-budget”, and others “voicemail” and “no budget”. */
async function otherwise(pagefind: Pagefind, wanted: string, filters: Filters, known: readonly string[]): Promise<Answer | undefined> {
  const words = wanted.split(/\s+/).slice(0, TRIED);
  const apart = words.flatMap((word) => word.split(/[‐‑-]/));
  const together = words.slice(1).map((word, i) => words.toSpliced(i, 2, `${words[i]}${word}`));
  for (const other of [...(apart.length > words.length ? [apart] : []), ...together].map((all) => all.join(" "))) {
    const searched = await pagefind.search(other, { filters });
    if (searched.results.length > 0 && (await unsaidIn(pagefind, other, known)).length === 0) return answer(searched, other);
  }
  return undefined;
}

/** The words of a question that are neither among those of the plays nor on any other page. */
async function unsaidIn(pagefind: Pagefind, wanted: string, known: readonly string[]): Promise<readonly string[]> {
  const unknown = unknownIn(wanted, known).slice(0, TRIED);
  const said = await Promise.all(unknown.map((word) => isSaid(pagefind, word)));
  return unknown.filter((_, i) => !said[i]);
}

/** Whether a question has two neighbouring letters of a script without spaces that no page has: there is no other spelling to try. */
async function isStrange(pagefind: Pagefind, wanted: string): Promise<boolean> {
  const said = await Promise.all(
    pairsIn(wanted)
      .slice(0, TRIED)
      .map((pair) => isSaid(pagefind, pair)),
  );
  return said.includes(false);
}

/** Whether a page says a word, in one of its forms. Pagefind answers for a word that it does not know with whatever begins it: “in” for “intersted”. */
async function isSaid(pagefind: Pagefind, word: string): Promise<boolean> {
  const { results } = await pagefind.search(word, {});
  const first = await results[0]?.data();
  const marked = [...(first?.excerpt ?? "").matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, text = ""]) => folded(text));
  const plain = folded(word);
  return marked.some((one) => one.startsWith(plain.slice(0, Math.max(3, plain.length - 3))));
}

/** Words of a question that are tried one by one at most. A pasted letter is no question. */
const TRIED = 12;

/**
 * What is found without the words that no page has: Pagefind wants all of them, and a prospect's sentence has words that no
 * author thought of. Where the rest never stands together either, the rarest of them answers.
 */
async function fewer(pagefind: Pagefind, wanted: string, filters: Filters, lost: readonly string[]): Promise<Answer | undefined> {
  const all = wanted.split(/\s+/).slice(0, TRIED);
  const each = all.filter((word) => !lost.includes(folded(word)));
  if (all.length < 2) return undefined;
  const found = await Promise.all(each.map(async (word) => ({ word, searched: await pagefind.search(word, { filters }) })));
  const some = found.filter(({ searched }) => searched.results.length > 0);
  const [rarest] = some.toSorted((a, b) => a.searched.results.length - b.searched.results.length);
  if (!rarest) return undefined;
  const rest = some.map(({ word }) => word).join(" ");
  const together = await pagefind.search(rest, { filters });
  return together.results.length > 0 ? answer(together, rest) : answer(rarest.searched, rarest.word);
}

const answer = ({ results, filters }: Searched, meant: string | undefined): Answer => ({
  count: results.length,
  counts: filters,
  meant,
  some: (count) => Promise.all(results.slice(0, count).map((result) => result.data())),
});
