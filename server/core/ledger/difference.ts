/** Characters shown on each side of the first one that differs. */
const SHOWN = 24;

/** Where two texts first part, with a few words around the place. Undefined when they are the same, line by line. */
export function firstDifference(was: string, is: string): string | undefined {
  const before = was.split("\n");
  const after = is.split("\n");
  const longer = before.length > after.length ? before : after;
  const line = longer.findIndex((_, i) => before[i] !== after[i]);
  if (line < 0) return undefined;
  const [old, now] = [before[line], after[line]];
  const same = [...(old ?? "")].findIndex((char, i) => char !== [...(now ?? "")][i]);
  const from = Math.max(0, (same < 0 ? (old ?? "").length : same) - SHOWN);
  const said = (text: string | undefined) => {
    if (text === undefined) return "nothing";
    const part = text.slice(from, from + 2 * SHOWN).trim();
    return `“${from > 0 ? "…" : ""}${part}${text.length > from + 2 * SHOWN ? "…" : ""}”`;
  };
  return `Line ${line + 1} was ${said(old)} and is ${said(now)}.`;
}
