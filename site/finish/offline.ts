import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hasPatterns } from "../src/check/patterns.ts";
import { teamConfig } from "../src/team.ts";

/** Plays up to this many are kept on a device ahead of need; of a larger handbook, those that were opened. */
const MOST_AHEAD = 200;

/** Pages that are kept from the first visit on, whichever page that was. */
const FIRST = ["", "playbooks/", "offline/"];

/**
 * Writes the service worker of a built handbook, with what it keeps: at once the pages one begins from and the style, script and
 * type of every page; later the plays, the reader of "Check my message" with what it needs, and what verifies an approval. `version` is another
 * one for other pages.
 */
export async function writeServiceWorker(dist: string, base: string, version: string): Promise<void> {
  const unneeded = (file: string) => /\/pattern-/.test(file) && !hasPatterns(teamConfig());
  const assets = globSync("_astro/*.{css,js,woff2}", { cwd: dist })
    .filter((file) => !unneeded(file))
    .sort();
  const heavy = (file: string) => /\/(?:model|reader|pattern|verify-page)[.-]|-latin-|plex-mono/.test(file);
  const plays = globSync("playbooks/*/index.html", { cwd: dist })
    .map((file) => file.replace(/index\.html$/, ""))
    .sort();
  const built = {
    version,
    base,
    first: [...FIRST, ...assets.filter((file) => !heavy(file))].map((file) => base + file),
    ahead: [...(plays.length <= MOST_AHEAD ? plays : []), "check/", ...assets.filter(heavy)].map((file) => base + file),
  };
  const worker = await readFile(new URL("service-worker.js", import.meta.url), "utf8");
  await writeFile(join(dist, "sw.js"), `const BUILT = ${JSON.stringify(built)};\n${worker}`);
}
