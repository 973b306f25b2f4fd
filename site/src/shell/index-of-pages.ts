import { corrected } from "./corrected.ts";

/** What we use of Pagefind's browser module. */
type Pagefind = {
  init(): Promise<void>;
  search(words: string | null, options: { filters?: Filters }): Promise<{ results: Result[] }>;
  debouncedSearch(words: string, options: { filters?: Filters }, milliseconds: number): Promise<{ results: Result[] } | null>;
  filters(): Promise<Record<string, Record<string, number>>>;
};
type Result = { data(): Promise<Found> };

/** The values a page must have, of each facet. */
export type Filters = Readonly<Record<string, string>>;

/** A page that was found. Its excerpt is escaped text in which only matches are marked. */
export type Found = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string; readonly kind?: string; readonly situation?: string };
};

/** What a search answers. `meant` are the words it looked for instead, where what was typed is no word of this handbook. */
export type Answer = {
  readonly count: number;
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
  const wanted = typed.trim();
  if (wanted === "") return answer((await pagefind.search(null, { filters })).results, undefined);
  const meant = corrected(wanted, await knownWords());
  const found = await pagefind.debouncedSearch(meant ?? wanted, { filters }, PAUSE);
  return found ? answer(found.results, meant) : undefined;
}

const answer = (results: readonly Result[], meant: string | undefined): Answer => ({
  count: results.length,
  meant,
  some: (count) => Promise.all(results.slice(0, count).map((result) => result.data())),
});
