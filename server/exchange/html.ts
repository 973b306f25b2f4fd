import { convert } from "html-to-text";
import type { Kept } from "./sequence.ts";

/** Levels of tags that are followed. A message has ten. */
const DEEPEST = 150;

/** Tags of HTML, and of the drawings, formulas and office documents within it. */
const NAMES =
  "a|abbr|acronym|address|annotation|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|math|menu|meta|meter|mfrac|mi|mn|mo|mrow|msub|msup|nav|noframes|nobr|noscript|o:p|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr";
/** Tags that are also words: `<time>` alone is a blank that somebody made up, and a tag only with attributes or an end. */
const WORDS_TOO =
  /^(?:address|area|audio|base|code|data|details|dialog|embed|label|link|map|mark|menu|meter|object|output|param|picture|progress|search|slot|source|summary|template|time|title|track|video)$/;
const KNOWN = new RegExp(`^(?:${NAMES})$`, "i");

const NAME = "[a-z][a-z0-9]*(?:[:-][a-z0-9]+)*";
/** A comment, an instruction to a program, a tag with its attributes, or a sign that begins none of them. */
const MARKUP = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<!(?:\\[[^\\]<>]*\\]|doctype\\b[^<>]*)>|<\\?(?:xml|mso)\\b[^<>]*>|</?(${NAME})(?=[\\s/>])(?:(?:[^<>"']|"[^"]*"|'[^']*')*|[^<>]*)>|<`,
  "gi",
);
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/;

/** What is done with a piece of markup: a tag is followed, an unknown one loses only itself, and a sign stays one. */
type Piece = "tag" | "unknown" | "sign" | "comment";

/** Tells tags from words between the same signs, as in `Ask <first name>`. A tag that nobody knows shows by its end or its attributes. */
function tellerOf(text: string): (whole: string, name: string | undefined) => Piece {
  const ended = new Set([...text.matchAll(new RegExp(`</(${NAME})\\s*>`, "gi"))].map(([, name = ""]) => name.toLowerCase()));
  return (whole, name) => {
    if (whole.startsWith("<!--")) return "comment";
    if (/^<[!?]/.test(whole)) return "tag";
    if (name === undefined) return "sign";
    const sure = ended.has(name.toLowerCase()) || whole.startsWith("</") || whole.endsWith("/>") || /=\s*["'\w]/.test(whole);
    if (KNOWN.test(name)) return sure || !WORDS_TOO.test(name.toLowerCase()) ? "tag" : "sign";
    return sure || name.includes(":") ? "unknown" : "sign";
  };
}

/** Whether a text is HTML and not words in which a sign happens to stand. */
export function isHtml(text: string): boolean {
  if (ENTITY.test(text)) return true;
  if (!text.includes("<")) return false;
  const tell = tellerOf(text);
  return [...text.matchAll(MARKUP)].some(({ 0: whole, 1: name }) => tell(whole, name) !== "sign");
}

/** How a mail program is told not to show something. */
const UNSEEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:max-height|max-width|opacity)\s*:\s*0*(?:\.0+|0)(?:px|pt|r?em|%)?\s*(?:$|[;!]))/i;
/** Letters of no size. Layouts set it around parts that have a size of their own. */
const SIZELESS = /(?:^|[;\s])font-size\s*:\s*0*(?:\.0+|0)(?:px|pt|r?em|%)?\s*(?:$|[;!])/i;
const SIZED = /(?:^|[;\s])font(?:-size)?\s*:\s*[^;]*[1-9a-z]/i;
/** An attribute that no message has, on what is not shown. */
const MARK = "cadence-unseen";

const attributeOf = (tag: string, name: string): string | undefined => {
  const [, , double, single, bare] = new RegExp(`[\\s"']${name}(\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))`, "i").exec(tag) ?? [];
  return double ?? single ?? bare;
};

/** Whether an opening tag says that what it holds is not shown. */
function isUnseen(tag: string): boolean {
  const style = attributeOf(tag, "style") ?? "";
  return UNSEEN.test(style) || SIZELESS.test(style) || /\shidden(?=[\s=/>])/i.test(tag.replace(/"[^"]*"|'[^']*'/g, ""));
}

/** Parts that never hold words for a prospect, from their beginning to their end. */
const WORDLESS = /<(script|style|iframe|object)(?=[\s/>])[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** What is seen or heard, and no mail program shows. */
const MEDIA: ReadonlyMap<string, string> = new Map([
  ["video", "a video"],
  ["audio", "a sound"],
  ["source", "a source"],
  ["track", "a track"],
  ["embed", "an embedded file"],
]);
/** Tags that hold nothing, or whose end may be left out, so that they say nothing of how deep a text is nested. */
const ENDLESS = /^(?:br|hr|img|input|meta|link|wbr|col|base|area|source|track|param|embed|p|li|t[dhr]|d[dt]|option)$/i;

const LEFT = "left out of the message";

/** An element as the parser gives it. */
type Node = {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly data?: string | undefined;
  readonly attribs?: Readonly<Record<string, string | undefined>> | undefined;
  readonly children?: readonly Node[] | undefined;
};
const textOf = ({ type, name, data = "", attribs = {}, children = [] }: Node): string => {
  if (type === "text") return data;
  const beside = name === "img" ? [attribs["alt"], attribs["src"]] : name === "a" ? [attribs["href"]] : [];
  return [...children.map(textOf), ...beside].filter(Boolean).join(" ");
};
const styleOf = ({ attribs = {} }: Node) => attribs["style"] ?? "";
const someIn = (node: Node, is: (node: Node) => boolean): boolean => (node.children ?? []).some((one) => is(one) || someIn(one, is));

/** What begins on a line of its own. */
const BLOCKS =
  "tr|caption|dt|dd|dl|figure|figcaption|fieldset|legend|address|center|details|summary|dialog|hgroup|option|title|head|noscript|canvas|video|audio".split(
    "|",
  );

/** The words of a message, whichever way they are written, and what was left out of it: scripts, pixels that watch, pictures, what is not shown. */
export function plainWords(body: string): { readonly words: string; readonly left: readonly Kept[] } {
  if (!isHtml(body)) return { words: tidy(body), left: [] };
  const left: Kept[] = [];
  const leave = (value: string) => void left.push({ name: LEFT, value });
  const pixel = (attributes: Readonly<Record<string, string | undefined>>) =>
    [attributes["width"], attributes["height"]].some((size) => size !== undefined && /^[012](?:px)?$/.test(size.trim())) ||
    /display:\s*none|visibility:\s*hidden|(?:width|height):\s*[012]px/i.test(attributes["style"] ?? "");
  for (const { 0: whole, 1: name = "" } of body.matchAll(/<(form)\b[^>]*>/gi)) leave(`${name.toLowerCase()}: ${whole}`);
  const worded = body.replace(WORDLESS, (whole, name: string) => {
    // How it looks is nobody's words.
    if (name.toLowerCase() !== "style") leave(`${name.toLowerCase()}: ${whole}`);
    return "";
  });
  const tell = tellerOf(worded);
  let depth = 0;
  let deepest = 0;
  const marked = worded.replace(MARKUP, (whole, name: string | undefined) => {
    const piece = tell(whole, name);
    if (piece === "sign") return `&lt;${whole.slice(1)}`;
    if (piece === "comment") {
      const said = whole.replace(/^<!--|-->$/g, "").trim();
      if (said !== "") leave(`a comment: ${said}`);
      return "";
    }
    if (name === undefined) return "";
    const opens = !whole.startsWith("</");
    const medium = MEDIA.get(name.toLowerCase());
    if (opens && medium !== undefined) leave(`${medium}: ${attributeOf(whole, "src") ?? whole}`);
    if (!ENDLESS.test(name) && !whole.endsWith("/>")) depth += opens ? 1 : -1;
    deepest = Math.max(deepest, depth);
    if (piece === "unknown" && opens) leave(`a tag: ${whole}`);
    return opens && isUnseen(whole) && name.toLowerCase() !== "img" ? whole.replace(/\s*\/?>$/, ` ${MARK}="">`) : whole;
  });
  if (deepest > DEEPEST) leave(`what is nested deeper than any message: ${tidy(worded.replace(MARKUP, " ").replace(/\s+/g, " "))}`);
  const words = convert(marked, {
    wordwrap: false,
    preserveNewlines: false,
    limits: { maxInputLength: Number.MAX_SAFE_INTEGER, maxDepth: DEEPEST, ellipsis: "" },
    formatters: {
      picture: ({ attribs = {} }, _walk, builder) => {
        const source = attribs["src"] ?? "";
        if (pixel(attribs)) return leave(`a tracking pixel: ${source}`);
        leave(`a picture: ${source}`);
        const shown = attribs["alt"]?.trim();
        if (shown) builder.addInline(`(${shown})`);
      },
      cell: (element, walk, builder) => {
        builder.addInline(" ");
        walk(element.children, builder);
        builder.addInline(" ");
      },
      unseen: (element, walk, builder) => {
        const only = SIZELESS.test(styleOf(element)) && !UNSEEN.test(styleOf(element)) && element.attribs?.["hidden"] === undefined;
        if (only && someIn(element, (one) => SIZED.test(styleOf(one)) && !SIZELESS.test(styleOf(one)))) {
          builder.openBlock({ leadingLineBreaks: 1 });
          walk(element.children, builder);
          return builder.closeBlock({ trailingLineBreaks: 1 });
        }
        const hidden = tidy(textOf(element).replace(/\s+/g, " "));
        // Hidden lines are often filled up with signs that nobody sees.
        if (hidden.replace(/[\p{Cf}\s]|\u034f/gu, "") !== "") leave(`hidden words: ${hidden}`);
      },
    },
    selectors: [
      { selector: "img", format: "picture" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ["(", ")"] } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "ul", options: { itemPrefix: "- " } },
      ...BLOCKS.map((selector) => ({ selector, format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } })),
      ...["td", "th", "math"].map((selector) => ({ selector, format: "cell" })),
      { selector: `[${MARK}]`, format: "unseen" },
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
