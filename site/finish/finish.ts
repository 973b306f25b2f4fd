import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { readLedger } from "../reading/index.ts";
import { picturesWanted } from "../src/pictures.ts";
import { playbooksFolder } from "../src/team.ts";
import { writeServiceWorker } from "./offline.ts";
import { type PagesMade, pagesMade } from "./pages.ts";
import { stopIfWrong } from "./wrong.ts";

/**
 * What happens to a handbook beside what Astro does. Every page gets the policy of what it may run, is asked where it leads and
 * written; so is what machines read instead; pictures are drawn for chats, where a team wants them; a service worker keeps pages for where there is no
 * connection; and the search index is made, unless CADENCE_SEARCH says "off". Whatever is wrong, with approvals and with links, stops
 * the build, all of it at once.
 */
export const finish = async (): Promise<AstroIntegration> => {
  let base = "/";
  let dist = "";
  let origin: string | undefined;
  let pages: PagesMade | undefined;
  let building = false;
  // What draws is large, and most builds on a desk need none. Once the configuration is read nothing can be imported any more.
  const drawing = picturesWanted() ? await import("./pictures.ts") : undefined;
  return {
    name: "finish",
    hooks: {
      "astro:config:setup": ({ command, injectRoute, updateConfig }) => {
        building = command === "build";
        if (building) updateConfig({ vite: { build: { emptyOutDir: false } } });
        if (command === "dev") for (const route of SERVED) injectRoute({ ...route, prerender: true });
      },
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/, "/");
        dist = fileURLToPath(config.outDir);
        origin = config.site && new URL(config.site).origin;
        if (!building) return;
        // Every page needs what is read, and the other core has nothing to do while Astro gets ready. Twins are written meanwhile, so
        // Astro must not empty the folder later.
        empty(dist);
        void readLedger(playbooksFolder(), dist);
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((astro) => {
          pages = pagesMade(dist, base, origin);
          return pages.through(astro);
        });
      },
      "astro:build:done": async () => {
        const made = await pages?.done();
        if (!made) throw new Error("No page was made.");
        await stopIfWrong(playbooksFolder(), made.broken);
        await drawing?.drawPictures(dist);
        await writeServiceWorker(dist, base, made.version);
        if (process.env.CADENCE_SEARCH !== "off") await makeIndex(dist);
      },
    },
  };
};

/** Empties a folder as Astro does: a repository in it, from which some publish, stays. */
function empty(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name !== ".git") rmSync(join(folder, name), { recursive: true, force: true });
}

/** What a build writes without rendering (`reading/twins.ts`), as routes for where the handbook is served. */
const SERVED = [
  { pattern: "/playbooks/[id].json", entrypoint: new URL("../src/served/play.json.ts", import.meta.url) },
  { pattern: "/playbooks/[id].md", entrypoint: new URL("../src/served/play.md.ts", import.meta.url) },
];

/** What things are called on the page of every play is not what one of them says. It is named here, because a page has no byte to spare. */
const SAID_OF_ALL = [".label", ".copy", "[data-foot]", "[data-touch] dt", "details dt", "[data-touch] .until", ".not-on-sheet"];

async function makeIndex(dist: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: "en", excludeSelectors: SAID_OF_ALL });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(" ")}`);
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: join(dist, "pagefind") });
  await close();
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`The search index cannot be made: ${wrong.join(" ")}`);
}
