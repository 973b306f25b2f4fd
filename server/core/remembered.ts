import QuickLRU from "quick-lru";

/** The most texts remembered at a time, more than any playbook has, and the longest: characters. */
const MOST_TEXTS = 400;
const LONGEST_TEXT = 20_000;

/**
 * A function of a text that is not worked out again for texts met lately. While a playbook is written, all its texts but one
 * stay what they were.
 */
export function remembered<V>(work: (text: string) => V, most = MOST_TEXTS): (text: string) => V {
  const recent = new QuickLRU<string, { readonly made: V }>({ maxSize: Math.ceil(most / 2) });
  return (text) => {
    const known = recent.get(text);
    if (known) return known.made;
    const made = work(text);
    if (text.length <= LONGEST_TEXT) recent.set(text, { made });
    return made;
  };
}

/** Single words remembered at a time: more than any language uses often. */
const MOST_WORDS = 20_000;

/**
 * A function of a word that is not worked out again for words met before. Of words there are few, and each is asked for as often as all
 * texts together: so nothing is noted of when, and where there are too many all are forgotten at once.
 */
export function rememberedWord<V extends NonNullable<unknown>>(work: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = work(word);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, made);
    return made;
  };
}
