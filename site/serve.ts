import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LOCAL_HANDBOOK } from "@cadence-playbooks/server/core";
import { dev } from "astro";
import { buildHandbook, builtHandbook } from "./build.ts";
import { doubts as doubtsAbout, readLedger, told } from "./reading/index.ts";
import { playbooksFolder, teamConfig } from "./src/team.ts";

/** How long the ledger must lie still before the search index is renewed. Milliseconds. */
const SETTLED = 400;

export type Serving = {
  /** The handbook's address. */
  readonly url: string;
  /** Ends everything that was started. */
  readonly stop: () => Promise<void>;
};

export type ServeOptions = {
  /** Another one is taken when this is busy. Default 4321. */
  readonly port?: number;
  /** Called once, when the first page can be read and search works. */
  readonly onReady?: (url: string) => void;
  /** Where progress is told. Default: standard output. */
  readonly say?: (line: string) => void;
};

/**
 * Builds the handbook and serves it, so that an approval shows at once. Pages are rendered anew when the ledger changes;
 * the search index comes from the build and is renewed behind them, in a process of its own. Where an earlier build left an
 * index, nobody waits for the new one: the ledger is judged first, and the build follows behind the open handbook.
 * Rejects with a message for a person when an approval or the build does not hold.
 */
export async function serveHandbook({ port = 4321, onReady, say = console.log }: ServeOptions = {}): Promise<Serving> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const ending = new AbortController();
  const root = fileURLToPath(new URL("./", import.meta.url));
  await readLedger(playbooksFolder());
  const doubts = await doubtsAbout(playbooksFolder());
  if (doubts.length > 0) throw new Error(told(doubts, "not built"));
  const builtBefore = existsSync(join(builtHandbook, "pagefind", "pagefind.js"));
  const [wrong, server] = await Promise.all([
    builtBefore ? undefined : buildHandbook({ signal: ending.signal }),
    dev({ root, logLevel: "error", server: { port }, vite: { clearScreen: false } }),
  ]);
  if (wrong !== undefined) {
    await server.stop();
    throw new Error(wrong);
  }
  const url = new URL(teamConfig()?.handbook ?? LOCAL_HANDBOOK).pathname.replace(/^/, `http://localhost:${server.address.port}`);
  // The first request compiles the pages; nobody should have to wait for that.
  await fetch(url).then((response) => response.text());

  const renewal = renewing(async () => {
    const failed = await buildHandbook({ signal: ending.signal }).catch(unlessAborted);
    if (ending.signal.aborted) return;
    say(failed === undefined ? "Search is up to date." : `Search keeps the index it had, because the handbook does not build:\n${failed}`);
  });
  const ledger = fileURLToPath(new URL("approved/", playbooksFolder()));
  server.watcher.on("all", (_, path) => path.startsWith(ledger) && renewal.due());
  onReady?.(url);
  if (builtBefore) renewal.due();
  return {
    url,
    stop: async () => {
      ending.abort();
      renewal.stop();
      await server.stop();
    },
  };
}

/** Runs something a while after the last time it became due, and never twice at once. */
function renewing(renew: () => Promise<void>): { due(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await renew();
    running = false;
    if (again) {
      again = false;
      await run();
    }
  };
  return {
    due: () => {
      clearTimeout(timer);
      timer = setTimeout(run, SETTLED);
    },
    stop: () => clearTimeout(timer),
  };
}

const unlessAborted = (error: unknown): string => {
  if (error instanceof Error && error.name === "AbortError") return "ended";
  throw error;
};
