import type { Found } from "./index-of-pages.ts";

/** A page that was found, as an entry of a list: what kind it is, its title, and where the words stand. */
export function entryFor({ url, excerpt, meta }: Found): HTMLLIElement {
  // Other words for a play's situation stand between dots and are for finding it only: what the play is about tells more.
  const said = excerpt.includes(" · ") ? "" : excerpt;
  const link = document.createElement("a");
  link.href = url;
  link.append(
    line("kind", meta.kind ?? ""),
    line("title", meta.situation ?? meta.title ?? url),
    // Many plays may be for one situation; their names tell them apart.
    ...(meta.situation && meta.title && meta.title !== meta.situation ? [line("named", meta.title)] : []),
    said ? excerptLine(said) : line("excerpt", meta.lead ?? ""),
  );
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function line(name: string, text: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = name;
  span.dir = "auto";
  span.textContent = text;
  return span;
}

/** Pagefind's excerpt is escaped text in which only the matches are marked; we rebuild it as nodes rather than trust it as markup. */
function excerptLine(excerpt: string): HTMLSpanElement {
  const span = line("excerpt", "");
  for (const [i, part] of excerpt.split(/<mark>(.*?)<\/mark>/gs).entries()) {
    // In a paragraph, because a document drops the space it begins with.
    const text = new DOMParser().parseFromString(`<p>${part}`, "text/html").body.textContent;
    if (i % 2 === 0) span.append(text);
    else span.append(Object.assign(document.createElement("mark"), { textContent: text }));
  }
  return span;
}
