import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A piece of a page as text, and as a string of its own: a piece cut from a page would keep the whole page in memory. */
const own = (piece: string): string => Buffer.from(piece, "latin1").toString();

const decode = (html: string) => html.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&#34;", '"');

/** Collects where the pages of a handbook lead, one page after the other, and says in the end which links lead nowhere. */
export type LinkCheck = {
  /** Notes the anchors and links of a page: its file in the built handbook, and its bytes, each as one character. */
  note(page: string, bytes: string): void;
  /** Every link and source that leads nowhere inside the handbook, as `page → address`. Other sites are not asked. */
  broken(dist: string): { readonly broken: readonly string[]; readonly followed: number };
};

/**
 * Begins to follow the links of a handbook that lies under `base` on its host. Where its whole address is known (`origin`), links
 * that name it in full, as those of what a play brings may, are followed, too.
 */
export function linkCheck(base = "/", origin = "http://handbook"): LinkCheck {
  // Of each page only its anchors and links are held, and each text of them once: all pages at once would be more than a machine has.
  const known = new Map<string, string>();
  const kept = (piece: string) => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const copy = own(piece);
    known.set(copy, copy);
    return copy;
  };
  // Most links stand on every page.
  const targets = new Map<string, Target | undefined>();
  const everywhere = (raw: string) => {
    if (!targets.has(raw)) targets.set(raw, targetOf(raw, new URL(base, origin), base));
    return targets.get(raw);
  };
  const ids = new Map<string, ReadonlySet<string>>();
  const links = new Map<string, readonly string[]>();
  return {
    note(page, bytes) {
      ids.set(page, new Set([...bytes.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => decode(kept(id)))));
      const found = bytes.matchAll(/<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g);
      links.set(page, [...new Set([...found].map(([, raw = ""]) => kept(raw)))]);
    },
    broken(dist) {
      const files = new Set(
        globSync("**/*", { cwd: dist, withFileTypes: true }).flatMap((entry) =>
          entry.isFile() ? relative(dist, join(entry.parentPath, entry.name)) : [],
        ),
      );
      const folders = new Set([...files].map((file) => file.split("/")[0]));
      const broken: string[] = [];
      let followed = 0;
      for (const [page, all] of [...links].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const here = new URL(`${base}${page.replace(/(^|\/)index\.html$/, "$1")}`, origin);
        for (const raw of all) {
          const target = /^(?:\/|https?:)/.test(raw) ? everywhere(raw) : targetOf(raw, here, base);
          if (target === undefined) continue;
          const { file, anchor } = target;
          // Others may have pages of their own beside ours: of addresses written in full, those are ours whose folder we wrote.
          if (/^https?:/.test(raw) && !folders.has(file?.split("/")[0])) continue;
          followed += 1;
          const reached = file !== undefined && files.has(file);
          if (!reached || (anchor !== "" && !ids.get(file)?.has(anchor))) broken.push(`${page} → ${raw}`);
        }
      }
      return { broken, followed };
    },
  };
}

type Target = { readonly file: string | undefined; readonly anchor: string };

/** The file and the anchor that an address of a page leads to. Undefined where it leads to another host. */
function targetOf(raw: string, here: URL, base: string): Target | undefined {
  const target = new URL(decode(raw), here);
  if (target.origin !== here.origin) return undefined;
  const path = decodeURIComponent(target.pathname);
  const file = path.startsWith(base) ? `${path.slice(base.length)}${path.endsWith("/") ? "index.html" : ""}` : undefined;
  return { file, anchor: decodeURIComponent(target.hash.slice(1)) };
}

/** Every link and source of a built handbook that leads nowhere inside it. */
export function brokenLinks(dist: string, base = "/"): ReturnType<LinkCheck["broken"]> {
  const check = linkCheck(base);
  for (const page of globSync("**/*.html", { cwd: dist })) check.note(page, readFileSync(join(dist, page), "latin1"));
  return check.broken(dist);
}
