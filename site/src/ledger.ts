import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader, LoaderContext } from "astro/loaders";
import { doubts, idsIn, type Reading, readAgain, readLedger, told } from "../reading/index.ts";
import { playbooksFolder, signersFile } from "./team.ts";

/** How long a folder must lie still before it is read: a decision is written in several strokes. Milliseconds. */
const SETTLED = 60;

/**
 * The playbooks that have a ledger. What Astro's store holds of each is only that it is there and whether it is another than before,
 * so that pages are made anew while the handbook is served: what was read stays where it was read. A build has begun to read before
 * (`finish`), and its pages wait for that. It goes on in spite of doubts, without the playbooks they are about, and is stopped once
 * everything that is wrong is known.
 */
export const ledger = (playbooks = playbooksFolder()): Loader => ({
  name: "ledger",
  async load(context) {
    const { store, watcher, logger } = context;
    // Astro keeps the store between builds, and nothing in it is believed.
    store.clear();
    if (!watcher) {
      for (const id of idsIn(playbooks)) store.set({ id, data: {} });
      return;
    }
    for (const reading of await readLedger(playbooks)) put(reading, context);
    const doubted = await doubts(playbooks);
    if (doubted.length > 0) logger.error(told(doubted, "hidden"));
    watch(playbooks, context);
  },
});

function put(reading: Reading, { store, generateDigest }: LoaderContext): void {
  const { id, play, told: history } = reading;
  store.set({ id, data: {}, digest: generateDigest(JSON.stringify([play, history])) });
}

function watch(playbooks: URL, context: LoaderContext): void {
  const { watcher, logger } = context;
  const folder = fileURLToPath(new URL("approved/", playbooks));
  const shared = [...["config", "assets"].map((kind) => new URL(`cadence.${kind}.yaml`, playbooks)), signersFile()].map((file) =>
    fileURLToPath(file),
  );
  const waiting = new Map<string, NodeJS.Timeout>();
  const soon = (id: string) => {
    clearTimeout(waiting.get(id));
    waiting.set(
      id,
      setTimeout(async () => {
        const reading = await readAgain(playbooks, id);
        put(reading, context);
        if (reading.doubts.length > 0) logger.error(told(reading.doubts, "hidden"));
        else logger.info(`${id} is up to date.`);
      }, SETTLED),
    );
  };
  // The folder above is watched, because the first approval creates the one we care for.
  watcher?.add([fileURLToPath(playbooks), fileURLToPath(signersFile())]);
  watcher?.on("all", async (_, path) => {
    // Who may approve, whose key is whose, what may be done and what has expired concern every playbook.
    if (shared.includes(path)) for (const id of idsIn(playbooks)) soon(id);
    const [id] = relative(folder, path).split(/[\\/]/);
    if (path.startsWith(folder) && id) soon(id);
  });
}
