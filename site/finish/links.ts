import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const decode = (html: string) => html.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&#34;", '"');

/** Every link and source of a built handbook that leads nowhere inside it, as `page → address`. Other sites are not asked. */
export function brokenLinks(dist: string, base = "/"): { readonly broken: readonly string[]; readonly followed: number } {
  const pages = globSync("**/*.html", { cwd: dist });
  const files = new Set(
    globSync("**/*", { cwd: dist, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? relative(dist, join(entry.parentPath, entry.name)) : [],
    ),
  );
  const html = new Map(pages.map((page) => [page, readFileSync(join(dist, page), "utf8")]));
  const ids = new Map(
    [...html].map(([page, text]) => [page, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decode(id ?? "")))]),
  );
  const broken: string[] = [];
  let followed = 0;
  for (const [page, text] of html) {
    const here = new URL(`http://handbook${base}${page.replace(/(^|\/)index\.html$/, "$1")}`);
    for (const [, raw = ""] of text.matchAll(/<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
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
