/** A piece of a message as it stands on the page: words, or a blank with what is known of it. */
export type Leaf = {
  readonly text: string;
  /** The blank's name, as a person says it. */
  readonly blank?: string | undefined;
  /** Whether what stands there is to be sent: the rep's own word, or the fallback. */
  readonly filled?: boolean | undefined;
  /** Whether its sentence is left out, because something in it is not known. */
  readonly skipped?: boolean | undefined;
};

/** A message as it is sent: sentences left out are gone without a gap, and a blank still open is named in brackets. */
export function sent(leaves: readonly Leaf[]): string {
  const text = leaves
    .filter(({ skipped }) => !skipped)
    .map(({ text, blank, filled }) => (blank !== undefined && !filled ? `[${blank}]` : text))
    .join("");
  return text
    .replace(/[ \t]{2,}/g, " ")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The blanks of a message that nobody has filled and that have no fallback, each once. */
export const open = (leaves: readonly Leaf[]): readonly string[] => [
  ...new Set(leaves.flatMap(({ blank, filled, skipped }) => (blank !== undefined && !filled && !skipped ? [blank] : []))),
];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A message as a mail program takes it: paragraphs, line breaks, and addresses that can be followed. Nothing in it is markup of its own. */
export const rich = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => {
      const html = escaped(paragraph).replace(/\bhttps?:\/\/[^\s<>&"]+[^\s<>&".,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
      return `<p>${html.replaceAll("\n", "<br>")}</p>`;
    })
    .join("");
