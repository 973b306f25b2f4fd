import { convert } from "html-to-text";
import type { Kept } from "./sequence.ts";

/** Levels of tags that are followed. A message has ten. */
const DEEPEST = 150;

const NAMES =
  "a|abbr|address|area|article|aside|b|base|big|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|embed|figure|figcaption|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|meta|nav|o:p|object|ol|option|p|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr";
const TAG = new RegExp(`</?(?:${NAMES})(?:\\s[^<>]*)?/?>|<!--|<!doctype`, "i");
/** What looks like a tag and is none, such as `<first name>`. */
const NO_TAG = new RegExp(`<(?!/?(?:${NAMES})(?:[\\s/>]|$)|!--|!doctype)`, "gi");

/** Whether a text is HTML and not words in which a sign happens to stand. */
export const isHtml = (text: string): boolean => TAG.test(text) || /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/.test(text);

/** The words of a message, whichever way they are written, and what was left out of it: scripts, pixels that watch, pictures. */
export function plainWords(body: string): { readonly words: string; readonly left: readonly Kept[] } {
  if (!isHtml(body)) return { words: tidy(body), left: [] };
  const left: Kept[] = [];
  const pixel = (attributes: Readonly<Record<string, string | undefined>>) =>
    [attributes["width"], attributes["height"]].some((size) => size !== undefined && /^[012](?:px)?$/.test(size.trim())) ||
    /display:\s*none|visibility:\s*hidden|(?:width|height):\s*[012]px/i.test(attributes["style"] ?? "");
  for (const { 0: whole, 1: name = "" } of body.matchAll(/<(script|iframe|object|embed|form)\b[^>]*>/gi))
    left.push({ name: "left out of the message", value: `${name.toLowerCase()}: ${whole}` });
  const words = convert(body.replace(/<(script|style|iframe|object|embed)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "").replace(NO_TAG, "&lt;"), {
    wordwrap: false,
    preserveNewlines: false,
    limits: { maxInputLength: Number.MAX_SAFE_INTEGER, maxDepth: DEEPEST, ellipsis: "" },
    formatters: {
      picture: ({ attribs = {} }, _walk, builder) => {
        const source = attribs["src"] ?? "";
        if (pixel(attribs)) return void left.push({ name: "left out of the message", value: `a tracking pixel: ${source}` });
        left.push({ name: "left out of the message", value: `a picture: ${source}` });
        const shown = attribs["alt"]?.trim();
        if (shown) builder.addInline(`(${shown})`);
      },
    },
    selectors: [
      { selector: "img", format: "picture" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ["(", ")"] } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "ul", options: { itemPrefix: "- " } },
    ],
  });
  return { words: tidy(words), left };
}

/** Words as they are kept: plain line ends, no white space at the end of lines, at most one empty line in a row. */
export const tidy = (words: string): string =>
  words
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replace(/\u00a0/g, " ")
    .replaceAll("\ufeff", "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no message holds any.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .replaceAll("\t", "  ")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Words as HTML that any mail program draws like them. */
export const asHtml = (words: string): string =>
  tidy(words)
    .split("\n\n")
    .map((paragraph) => {
      const lines = paragraph
        .split("\n")
        .map((line) =>
          line.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign).replace(/^ +| {2,}/g, (spaces) => "&nbsp;".repeat(spaces.length)),
        );
      return `<p>${lines.join("<br>")}</p>`;
    })
    .join("");
