import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A string of its own: a piece cut from a page would keep the whole page in memory. */
const own = (piece: string): string => Buffer.from(piece).toString();

const decode = (html: string) => html.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&#34;", '"');

/** Every link and source of a built handbook that leads nowhere inside it, as `page → address`. Other sites are not asked. */
export function brokenLinks(dist: string, base = "/"): { readonly broken: readonly string[]; readonly followed: number } {
  const pages = globSync("**/*.html", { cwd: dist });
  const files = new Set(
    globSync("**/*", { cwd: dist, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? relative(dist, join(entry.parentPath, entry.name)) : [],
    ),
  );
  // Of each page only its anchors and links are held: all pages at once would be more than a machine has.
  const ids = new Map<string, ReadonlySet<string>>();
  const links = new Map<string, readonly string[]>();
  for (const page of pages) {
    const text = readFileSync(join(dist, page), "utf8");
    ids.set(page, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => own(decode(id ?? "")))));
    links.set(page, [
      ...new Set([...text.matchAll(/<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, raw = ""]) => own(raw))),
    ]);
  }
  const broken: string[] = [];
  let followed = 0;
  for (const [page, all] of links) {
    const here = new URL(`http://handbook${base}${page.replace(/(^|\/)index\.html$/, "$1")}`);
    for (const raw of all) {
      const target = new URL(decode(raw), here);
      if (target.host !== "handbook") continue;
      followed += 1;
      const path = decodeURIComponent(target.pathname);
      const file = path.startsWith(base) ? `${path.slice(base.length)}${path.endsWith("/") ? "index.html" : ""}` : undefined;
      const reached = file !== undefined && files.has(file);
      const anchored = target.hash === "" || (file !== undefined && ids.get(file)?.has(decodeURIComponent(target.hash.slice(1))));
      if (!reached || !anchored) broken.push(`${page} → ${raw}`);
    }
  }
  return { broken, followed };
}
