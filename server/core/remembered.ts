/** The most texts remembered at a time, more than any playbook has, and the longest: characters. */
const MOST_TEXTS = 400;
const LONGEST_TEXT = 20_000;

/**
 * A function of a text that is not worked out again for texts met lately. While a playbook is written, all its texts but one
 * stay what they were.
 */
export function remembered<V>(work: (text: string) => V, most = MOST_TEXTS): (text: string) => V {
  const recent = new Map<string, V>();
  return (text) => {
    if (recent.has(text)) return recent.get(text) as V;
    const made = work(text);
    if (text.length > LONGEST_TEXT) return made;
    if (recent.size >= most) recent.delete(recent.keys().next().value ?? "");
    recent.set(text, made);
    return made;
  };
}
