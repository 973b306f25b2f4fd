import mdx from "@astrojs/mdx";
import starlight from "@astrojs/starlight";
import { LOCAL_HANDBOOK } from "@cadence-playbooks/server/core";
import { defineConfig } from "astro/config";
import { builtHandbook } from "./build.ts";
import { searchIndex } from "./search-index.ts";
import { teamConfig } from "./src/team.ts";

const cache = process.env.CADENCE_BUILD_CACHE;
const team = teamConfig();
const handbook = new URL(team?.handbook ?? LOCAL_HANDBOOK);

export default defineConfig({
  site: handbook.origin,
  base: handbook.pathname,
  trailingSlash: "always",
  devToolbar: { enabled: false },
  build: { concurrency: 4 },
  ...(cache ? { cacheDir: cache } : {}),
  integrations: [
    searchIndex(builtHandbook),
    starlight({
      title: team?.team ? `${team.team} playbooks` : "Cadence playbooks",
      favicon: "/favicon.svg",
      // Private unless a team decides otherwise.
      head: [
        { tag: "meta", attrs: { name: "robots", content: "noindex" } },
        {
          tag: "link",
          attrs: {
            rel: "alternate",
            type: "application/atom+xml",
            title: "What changed",
            href: `${handbook.pathname.replace(/\/$/, "")}/feed.xml`,
          },
        },
      ],
      customCss: ["./src/styles/tokens.css", "./src/styles/base.css"],
      // We draw playbook text and examples ourselves; Starlight's code blocks would add script and style to every page.
      expressiveCode: false,
      disable404Route: true,
      credits: false,
      pagination: false,
      tableOfContents: false,
      markdown: { headingLinks: false },
      components: {
        Footer: "./src/shell/Footer.astro",
        Head: "./src/shell/Head.astro",
        Header: "./src/shell/Header.astro",
        MarkdownContent: "./src/shell/Plain.astro",
        ContentPanel: "./src/shell/Plain.astro",
        PageFrame: "./src/shell/PageFrame.astro",
        PageTitle: "./src/shell/PageTitle.astro",
        TwoColumnContent: "./src/shell/Plain.astro",
      },
    }),
    mdx({ optimize: true }),
  ],
});
