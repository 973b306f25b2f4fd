import { href } from "../href.ts";
import { indexingAllowed } from "../robots.ts";

/** What crawlers are told. The page's own `noindex` says the same to those that come by a link. */
export const GET = ({ site }: { site: URL | undefined }): Response =>
  new Response(
    indexingAllowed() ? `User-agent: *\nAllow: /\nSitemap: ${new URL(href("/sitemap-index.xml"), site)}\n` : "User-agent: *\nDisallow: /\n",
    { headers: { "content-type": "text/plain" } },
  );
