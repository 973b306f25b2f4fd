import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { picturesWanted } from "../src/pictures.ts";
import { brokenLinks } from "./links.ts";
import { writeServiceWorker } from "./offline.ts";
import { withPolicy } from "./policy.ts";

/** How many pages are written at once. */
const AT_ONCE = 32;

/**
 * What happens to a handbook once its pages are written: every link is followed, and one that leads nowhere stops the build;
 * every page gets the policy of what it may run; pictures are drawn for chats, where a team wants them; a service worker keeps them for where there is no connection; and the search index is made, unless CADENCE_SEARCH says "off".
 */
export const finish = async (): Promise<AstroIntegration> => {
  let base = "/";
  // What draws is large, and most builds on a desk need none. Once the configuration is read nothing can be imported any more.
  const drawing = picturesWanted() ? await import("./pictures.ts") : undefined;
  return {
    name: "finish",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/, "/");
      },
      "astro:build:done": async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const { broken } = brokenLinks(dist, base);
        if (broken.length > 0) throw deadEnds(broken);
        await eachPage(dist, withPolicy);
        await drawing?.drawPictures(dist);
        await writeServiceWorker(dist, base);
        if (process.env.CADENCE_SEARCH !== "off") await makeIndex(dist);
      },
    },
  };
};

async function eachPage(dist: string, change: (html: string) => string): Promise<void> {
  const pages = globSync("**/*.html", { cwd: dist });
  const next = async (): Promise<void> => {
    for (let page = pages.pop(); page !== undefined; page = pages.pop()) {
      const file = join(dist, page);
      await writeFile(file, change(await readFile(file, "utf8")));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function makeIndex(dist: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(" ")}`);
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: join(dist, "pagefind") });
  await close();
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`The search index cannot be made: ${wrong.join(" ")}`);
}

/** An error that is a message to a person: Astro prints a stack only where there is one. */
function deadEnds(broken: readonly string[]): Error {
  const said = broken.length === 1 ? "One link of the handbook leads nowhere" : `${broken.length} links of the handbook lead nowhere`;
  const error = new Error(
    [`${said}, so it was not built. The page, and where its link points:`, ...broken.map((one) => `  ${one}`)].join("\n"),
  );
  error.stack = "";
  return error;
}
