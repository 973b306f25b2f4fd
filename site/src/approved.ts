import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ApprovedPlaybook } from "@cadence-playbooks/server/core";
import type { Loader, LoaderContext } from "astro/loaders";
import { believed, type Doubt, idsIn, sealed, told } from "./ledger.ts";

/** How long a folder must lie still before it is read: an approval is two files, written one after the other. Milliseconds. */
const SETTLED = 60;

const HIDDEN = "their pages are gone until they are.";

/**
 * The playbooks whose approved copy and record match byte for byte, the newest version of each. In a build every doubt
 * about any of them stops it; while the handbook is served, the doubted page goes and the log says why.
 */
export function approvedPlaybooks(playbooks: URL): Loader {
  return {
    name: "approved-playbooks",
    async load(context) {
      const { store, meta, watcher, logger } = context;
      const engine = digestOfEngine();
      if (meta.get("engine") !== engine) store.clear();
      meta.set("engine", engine);

      const ids = await idsIn(playbooks);
      for (const id of store.keys()) if (!ids.includes(id)) store.delete(id);
      const doubts = (await Promise.all(ids.map((id) => refresh(playbooks, id, context)))).flat();
      if (doubts.length > 0 && !watcher) throw withoutStack(told(doubts, "the handbook is not built."));
      if (doubts.length > 0) logger.error(told(doubts, HIDDEN));
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
        if (doubts.length > 0) logger.error(told(doubts, HIDDEN));
        else logger.info(`${id} is up to date.`);
      }, SETTLED),
    );
  });
}

/**
 * A digest of the code that decides what is believed. Astro keeps the store between builds and looks only at the text of
 * its configuration, so that without this a stricter core would let yesterday's verdicts pass.
 */
function digestOfEngine(): string {
  const hash = createHash("sha256");
  const core = new URL(".", import.meta.resolve("@cadence-playbooks/server/core"));
  const files = readdirSync(core, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  for (const name of files.sort()) hash.update(name).update(readFileSync(new URL(name, core)));
  return hash.digest("hex");
}

/** An error that is a message to a person: Astro prints a stack only where there is one. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = "";
  return error;
}
