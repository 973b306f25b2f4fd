import type { APIRoute } from "astro";
import { deciderOf, decisions, headlineOf, historyHref, reasonOf } from "../decisions.ts";
import { href } from "../href.ts";
import { teamConfig } from "../team.ts";

/** Entries a reader is given; what is older stands in the history. */
const MOST = 100;

/** An Atom feed (RFC 4287) of approved, changed and revoked plays. */
export const GET: APIRoute = async ({ site }) => {
  const home = (path: string) => new URL(path, site).href;
  const recent = (await decisions()).slice(0, MOST);
  const entries = recent.map(({ of, chapter }) => {
    const words = chapter.kind === "approval" ? chapter.words : [];
    return [
      "<entry>",
      `<id>${xml(home(historyHref(of.id, chapter.number)))}</id>`,
      `<title>${xml(`${of.title}: ${headlineOf(chapter)}`)}</title>`,
      `<link href="${xml(home(historyHref(of.id, chapter.number)))}"/>`,
      `<updated>${chapter.on}T00:00:00Z</updated>`,
      `<author><name>${xml(deciderOf(chapter))}</name></author>`,
      `<category term="${chapter.kind === "revocation" ? "revoked" : chapter.first ? "approved" : "changed"}"/>`,
      `<summary>${xml([reasonOf(chapter), ...words].join(" "))}</summary>`,
      "</entry>",
    ].join("");
  });
  const name = teamConfig()?.team;
  const feed = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(home(href("/history/")))}</id>`,
    `<title>${xml(`${name ? `${name} playbooks` : "Cadence playbooks"}: approved, changed and revoked`)}</title>`,
    `<link rel="self" href="${xml(home(href("/feed.xml")))}"/>`,
    `<link href="${xml(home(href("/history/")))}"/>`,
    `<updated>${recent[0]?.chapter.on ?? "1970-01-01"}T00:00:00Z</updated>`,
    ...entries,
    "</feed>\n",
  ];
  return new Response(feed.join("\n"), { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};

/** Text between tags and in attributes. What XML cannot hold at all is left out. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
