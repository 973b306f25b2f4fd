import { createHash } from "node:crypto";
import type { AstroPrerenderer } from "astro";
import { type LinkCheck, linkCheck } from "./links.ts";
import { withPolicy } from "./policy.ts";

/** The pages of a build while they are made: each is looked at once, before it is written. */
export type PagesMade = {
  readonly links: LinkCheck;
  /** Another one for other pages. */
  version(): string;
  /** Makes pages as Astro does, and gives each the policy of what it may run. */
  through(astro: AstroPrerenderer): AstroPrerenderer;
};

/** Begins to look at the pages of a handbook that lies under `base` on its host, and whose pages other sites know by `origin`. */
export function pagesMade(base: string, origin?: string): PagesMade {
  const links = linkCheck(base, origin);
  const digests = new Map<string, string>();
  return {
    links,
    version() {
      const all = createHash("sha256");
      for (const [page, digest] of [...digests].sort(([a], [b]) => (a < b ? -1 : 1))) all.update(page).update(digest);
      return all.digest("hex").slice(0, 12);
    },
    through: (astro) => ({
      ...astro,
      async render(request, options) {
        const made = await astro.render(request, options);
        const response = made instanceof Response ? made : made.response;
        if (!response.body || !response.headers.get("content-type")?.startsWith("text/html")) return made;
        // A page is looked at byte by byte, because to read and to write it as text takes as long as half of making it.
        const bytes = Buffer.from(await response.arrayBuffer());
        const page = fileOf(new URL(request.url).pathname, base);
        const html = bytes.toString("latin1");
        links.note(page, html);
        digests.set(page, createHash("sha256").update(bytes).digest("hex"));
        return new Response(withPolicy(bytes, html), response);
      },
    }),
  };
}

/** The file that a page is written to. */
function fileOf(pathname: string, base: string): string {
  const within = decodeURIComponent(pathname).slice(base.length);
  return within === "404/" ? "404.html" : `${within}index.html`;
}
