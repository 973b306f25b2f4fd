/** The channels as people write them: a pattern. */
export const CHANNEL = "e-?mail|call|phone(?: call)?|voice ?mail|linked ?in(?: \\w+)?|sms|text(?: message)?|video|letter|post|event";

/** The marks that a fence begins with. */
export const FENCE = /^\s*(`{3,}|~{3,})/;
const RULE = /^\s{0,3}(?:-(?:\s*-){2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,}|={3,})\s*$/;

/** Whether a line is one across the page. */
export const isRule = (line: string): boolean => RULE.test(line);
/** The level of a Markdown heading and its words. */
export function headingIn(line: string): { readonly level: number; readonly words: string } | undefined {
  const [, marks, words] = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line) ?? [];
  if (marks === undefined || words === undefined) return undefined;
  return { level: marks.length, words: bare(words.trimEnd().replace(/\s#+$/, "")) };
}
/** Words without the marks, pictures and colons around them. */
export const bare = (words: string) =>
  words
    .replace(/\*\*|__/g, "")
    .replace(/^(?:\p{Extended_Pictographic}|\uFE0F|\s)+/u, "")
    .trimEnd()
    .replace(/:$/, "")
    .trim();
/** Whether a line is bold from end to end. */
export const isBold = (line: string): boolean => /^\s*(\*\*|__)(?!\s)(?:(?!\1).)+\1\s*:?\s*$/.test(line);

/** The next line below that says something. */
export function next(lines: readonly string[], line: number): number {
  let below = line + 1;
  while (below < lines.length && (!says(lines[below]) || isRule(lines[below] ?? ""))) below++;
  return below;
}

/** Which lines stand in a fence or are its marks. */
export function fences(lines: readonly string[]): readonly boolean[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = FENCE.exec(line)?.[1];
    const inside = fence !== undefined;
    if (mark && (fence === undefined || line.trim() === fence)) fence = fence === undefined ? mark : undefined;
    return inside || mark !== undefined;
  });
}

/** Whether a line says anything. */
export const says = (line: string | undefined) => (line ?? "").trim() !== "";
/** Lines as they stand below one another. */
export const stand = (lines: readonly string[]) => lines.join("\n").trim();

/** The line that names a sequence, and the others. */
export function titleIn(lines: readonly string[]): { readonly title: string | undefined; readonly rest: string } {
  const title =
    lines.find((line) => headingIn(line)?.level === 1) ?? lines.find((line) => says(line) && !isRule(line) && line.length < 100);
  const plain = title === undefined ? undefined : (headingIn(title)?.words ?? (isBold(title) ? title.replace(/\*\*|__/g, "") : title));
  const at = title === undefined ? -1 : lines.indexOf(title);
  return { title: plain?.trim(), rest: stand(lines.filter((line, i) => i !== at && !isRule(line))) };
}
