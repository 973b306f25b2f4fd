import { fileURLToPath } from "node:url";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { LOCAL_HANDBOOK } from "@cadence-playbooks/server/core";
import { defineConfig } from "astro/config";
import { builtHandbook } from "./build.ts";
import { coreAsItIs } from "./finish/core-as-it-is.ts";
import { finish } from "./finish/finish.ts";
import { ledgerInDev } from "./finish/ledger-in-dev.ts";
import { searchInDev } from "./finish/search-in-dev.ts";
import { withoutExamples } from "./finish/without-examples.ts";
import { playbooksFolder, teamConfig } from "./src/team.ts";

// Once pages are bundled, nothing in them lies where it was written: where the playbooks are is settled before.
process.env.CADENCE_PLAYBOOKS ||= fileURLToPath(playbooksFolder());

const cache = process.env.CADENCE_BUILD_CACHE;
const handbook = new URL(teamConfig()?.handbook ?? LOCAL_HANDBOOK);

export default defineConfig({
  site: handbook.origin,
  base: handbook.pathname,
  trailingSlash: "always",
  scopedStyleStrategy: "where",
  devToolbar: { enabled: false },
  build: { concurrency: 4 },
  ...(cache ? { cacheDir: cache } : {}),
  vite: {
    plugins: [coreAsItIs()],
    // Nobody reads how small it would be if it were compressed, and compressing it takes a while.
    build: { reportCompressedSize: false },
    optimizeDeps: {
      // Search asks for it only when somebody searches; found that late while serving, it would load the page anew under their fingers.
      include: ["fastest-levenshtein"],
      // What the worker that reads messages asks for is found late, too, and a worker is not loaded anew. All of it is modules already.
      exclude: ["diff", "js-yaml", "re2js", "stemmer", "yaml", "zod"],
    },
    worker: {
      format: "es",
      plugins: () => [withoutExamples()],
      // The reader's model changes when it is trained, not when the code does, so browsers keep it apart.
      // What reads a message asks of YAML only what kind of node something is; `yaml` does not say that its modules can be taken one by one.
      rolldownOptions: {
        treeshake: { moduleSideEffects: (id) => !/[\\/]node_modules[\\/]yaml[\\/]/.test(id) },
        output: { codeSplitting: { groups: [{ name: "model", test: /model\.json$/ }] } },
      },
    },
  },
  integrations: [mdx({ optimize: true }), sitemap(), searchInDev(builtHandbook), ledgerInDev(), await finish()],
});
