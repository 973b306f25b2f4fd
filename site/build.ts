import { spawn } from "node:child_process";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const site = import.meta.dirname;
const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

/** The built handbook. It is replaced whole, so that nobody ever meets half of one. */
export const builtHandbook = join(site, "dist");

/** What a process that builds is told by its environment. */
export const BUILDING: Readonly<Record<string, string>> = {
  NODE_ENV: "production",
  ASTRO_TELEMETRY_DISABLED: "1",
  // Otherwise glibc keeps for every thread of the bundler and of ours what it needed once: some hundred megabytes that nobody uses.
  MALLOC_ARENA_MAX: "2",
};

export type BuildOptions = {
  /** Where the built handbook goes. Default: `builtHandbook`. */
  readonly into?: string;
  /** The folder of the playbooks. Default: what CADENCE_PLAYBOOKS says, else the repository's own. */
  readonly playbooks?: string | undefined;
  /** Where Astro keeps what it remembers between builds. Default: nowhere, so that every build begins with nothing. */
  readonly cache?: string;
  /** Ends the build; the promise then rejects with an AbortError. */
  readonly signal?: AbortSignal;
};

/**
 * Builds the handbook in a process of its own and, if that succeeds, puts it in place of the one before.
 * Answers with what went wrong, in the build's own words; undefined when nothing did.
 */
export async function buildHandbook({ into = builtHandbook, playbooks, cache, signal }: BuildOptions = {}): Promise<string | undefined> {
  // Two builds at once, of different playbooks, must not write over each other's pages or read each other's store. What is built
  // outside of the site, Astro would put together in a folder that all builds share.
  const work = await mkdtemp(join(site, ".dist-"));
  const beside = dirname(into) === site ? work : await mkdtemp(join(dirname(into), `.${basename(into)}-`));
  try {
    const wrong = await run(
      ["build", "--outDir", join(work, "next")],
      {
        CADENCE_BUILD_CACHE: cache ?? join(work, "cache"),
        // A handbook never goes back behind the one it replaces.
        CADENCE_PUBLISHED: join(into, "ledger", "decisions.json"),
        ...(playbooks ? { CADENCE_PLAYBOOKS: playbooks } : {}),
      },
      signal,
    );
    if (wrong !== undefined) return wrong;
    if (beside !== work) await moved(join(work, "next"), join(beside, "next"));
    await rename(into, join(beside, "before")).catch(unlessMissing);
    await rename(join(beside, "next"), into);
    return undefined;
  } finally {
    for (const folder of new Set([work, beside])) await rm(folder, { recursive: true, force: true });
  }
}

/** Moves a folder, also onto another disk. */
async function moved(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    await cp(from, to, { recursive: true });
  });
}

function run(args: readonly string[], env: Readonly<Record<string, string>>, signal: AbortSignal | undefined): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, ...args], {
      cwd: site,
      env: {
        ...process.env,
        ...env,
        ...BUILDING,
        NO_COLOR: "1",
        FORCE_COLOR: "0",
      },
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? undefined : essence(said)));
  });
}

/** What a failed build has to say, without the progress it made before and what it remarked on the way. */
export const essence = (said: string): string => {
  const lines = said.split("\n").filter((line) => !/^\d\d:\d\d:\d\d (?!\[ERROR\])|\[WARN\]|^\s*$/.test(line));
  const error = lines.findIndex((line) => line.includes("[ERROR]"));
  // Where a hook of ours says what is wrong, that it was a hook helps nobody.
  const from = /An unhandled error occurred while running/.test(lines[error] ?? "") && error + 1 < lines.length ? error + 1 : error;
  return lines.slice(Math.max(0, from)).join("\n").trim() || said.trim();
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
