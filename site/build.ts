import { spawn } from "node:child_process";
import { rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const site = import.meta.dirname;
const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

/** The built handbook. It is replaced whole, so that whoever reads it never meets half of one. */
export const builtHandbook = join(site, "dist");

/**
 * Builds the handbook in a process of its own and, if that succeeds, puts it in place of the one before.
 * Answers with what went wrong, in the build's own words; undefined when nothing did.
 */
export async function buildHandbook({ signal }: { readonly signal?: AbortSignal } = {}): Promise<string | undefined> {
  const next = join(site, ".astro/next");
  const before = join(site, ".astro/before");
  const words = await run(["build", "--outDir", next], signal);
  if (words !== undefined) return words;
  await rm(before, { recursive: true, force: true });
  await rename(builtHandbook, before).catch(unlessMissing);
  await rename(next, builtHandbook);
  await rm(before, { recursive: true, force: true });
  return undefined;
}

function run(args: readonly string[], signal: AbortSignal | undefined): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, ...args], {
      cwd: site,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? undefined : essence(said)));
  });
}

/** What a failed build has to say, without the progress it made before. */
const essence = (said: string): string => {
  const lines = said.split("\n").filter((line) => !/^\d\d:\d\d:\d\d (?!\[ERROR\])|\[WARN\]|^\s*$/.test(line));
  return lines.join("\n").trim() || said.trim();
};

const unlessMissing = (error: unknown) => {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
};

if (import.meta.main) {
  const wrong = await buildHandbook();
  if (wrong === undefined) console.log(`The handbook is in ${builtHandbook}`);
  else console.error(wrong);
  process.exitCode = wrong === undefined ? 0 : 1;
}
