import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import type { Loader, LoaderContext } from "astro/loaders";
import { believed, type Doubt, idsIn, sealed, told } from "./ledger.ts";

/** How long a folder must lie still before it is read: an approval is two files, written one after the other. Milliseconds. */
const SETTLED = 60;

/**
 * The playbooks whose approved copy and record match byte for byte, the newest version of each. In a build every doubt
 * about any of them stops it; while the handbook is served, the doubted page goes and the log says why.
 */
export function approvedPlaybooks(playbooks: URL): Loader {
  return {
    name: "approved-playbooks",
    async load(context) {
      const { store, watcher, logger } = context;
      // Astro keeps the store between builds. Nothing in it is believed: neither these bytes nor the core that judges them are
      // known to be yesterday's.
      store.clear();
      const ids = await idsIn(playbooks);
      const doubts = (await Promise.all(ids.map((id) => refresh(playbooks, id, context)))).flat();
      if (doubts.length > 0 && !watcher) throw withoutStack(told(doubts, "not built"));
      if (doubts.length > 0) logger.error(told(doubts, "hidden"));
      if (watcher) watch(playbooks, context);
    },
  };
}

/** Brings one playbook of the store up to what lies on disk, and answers with what is doubtful about it. */
async function refresh(playbooks: URL, id: string, { store }: LoaderContext): Promise<readonly Doubt[]> {
  const found = await sealed(playbooks, id);
  if (!found) {
    store.delete(id);
    return [];
  }
  if (found.doubts.length === 0 && store.get(id)?.digest === found.digest) return [];
  const answer = await believed(playbooks, found);
  if ("approval" in answer) {
    store.set({ id, digest: found.digest, data: answer satisfies ApprovedPlaybook });
    return [];
  }
  store.delete(id);
  return answer;
}

function watch(playbooks: URL, context: LoaderContext): void {
  const { watcher, logger } = context;
  const folder = fileURLToPath(new URL("approved/", playbooks));
  const waiting = new Map<string, NodeJS.Timeout>();
  // The folder above is watched, because the first approval creates the one we care for.
  watcher?.add(fileURLToPath(playbooks));
  watcher?.on("all", (_, path) => {
    const [id] = relative(folder, path).split(/[\\/]/);
    if (!path.startsWith(folder) || !id) return;
    clearTimeout(waiting.get(id));
    waiting.set(
      id,
      setTimeout(async () => {
        const doubts = await refresh(playbooks, id, context);
        if (doubts.length > 0) logger.error(told(doubts, "hidden"));
        else logger.info(`${id} is up to date.`);
      }, SETTLED),
    );
  });
}

/** An error that is a message to a person: Astro prints a stack only where there is one. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = "";
  return error;
}
