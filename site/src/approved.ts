import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApprovedPlaybook, type Chapter, historyOf, titleIn } from "@cadence-playbooks/server/core";
import type { Loader, LoaderContext } from "astro/loaders";
import { type Answer, type Doubt, doubtsAbout, idsIn, opened, sharedDoubts, told } from "./ledger.ts";
import { wentBack } from "./published.ts";
import { signersFile } from "./team.ts";

/** How long a folder must lie still before it is read: a decision is written in several strokes. Milliseconds. */
const SETTLED = 60;

/** A playbook and everything that was decided about it, whether it may be shown or not. */
export type Told = {
  readonly id: string;
  readonly title: string;
  /** Why there is no page of it. Undefined where there is one. */
  readonly closed: "revoked" | "never-approved" | "withdrawn" | "lapsed" | undefined;
  readonly chapters: readonly Chapter[];
};

type Keeps<T> = (answer: Answer, id: string) => T | undefined;

/** The playbooks whose whole ledger holds and that hold today, the version in force of each. Every doubt about any of them stops a build. */
export const approvedPlaybooks = (playbooks: URL): Loader =>
  loader<ApprovedPlaybook>("approved-playbooks", playbooks, (answer) => ("play" in answer ? answer.play : undefined));

/** What was decided about every playbook that was ever approved, the revoked ones included. */
export const ledgerHistory = (playbooks: URL): Loader =>
  loader<Told>("ledger-history", playbooks, (answer, id) =>
    "faults" in answer || answer.standing.steps.length === 0
      ? undefined
      : {
          id,
          title: titleIn(answer.standing),
          closed: "closed" in answer ? answer.closed : "lapses" in answer ? "lapsed" : undefined,
          chapters: historyOf(answer.standing),
        },
  );

/** In a build a doubt about any ledger stops it; while the handbook is served, the doubted page goes and the log says why. */
function loader<T extends Record<string, unknown> | ApprovedPlaybook | Told>(name: string, playbooks: URL, keep: Keeps<T>): Loader {
  return {
    name,
    async load(context) {
      const { store, watcher, logger } = context;
      // Astro keeps the store between builds. Nothing in it is believed: neither these bytes, nor the day, nor the core that
      // judges them are known to be yesterday's.
      store.clear();
      const ids = await idsIn(playbooks);
      const doubts = [...sharedDoubts(playbooks), ...(await Promise.all(ids.map((id) => refresh(playbooks, id, context, keep)))).flat()];
      if (!watcher) doubts.push(...(await wentBack(playbooks)));
      if (doubts.length > 0 && !watcher) throw withoutStack(told(doubts, "not built"));
      if (doubts.length > 0) logger.error(told(doubts, "hidden"));
      if (watcher) watch(playbooks, context, keep);
    },
  };
}

/** Brings one playbook of the store up to what lies on disk, and answers with what is doubtful about it. */
async function refresh<T>(
  playbooks: URL,
  id: string,
  { store, generateDigest, watcher }: LoaderContext,
  keep: Keeps<T>,
): Promise<readonly Doubt[]> {
  const answer = await (watcher ? opened(playbooks, id) : openedOnce(playbooks, id));
  const data = keep(answer, id) as Record<string, unknown> | undefined;
  if (data) store.set({ id, data, digest: generateDigest(JSON.stringify(data)) });
  else store.delete(id);
  return doubtsAbout(playbooks, id, answer);
}

/** Both collections of a build read the same ledger at the same time, so it is opened once for both. */
function openedOnce(playbooks: URL, id: string): Promise<Answer> {
  const key = `${playbooks}${id}`;
  const coming = opening.get(key) ?? opened(playbooks, id).finally(() => opening.delete(key));
  opening.set(key, coming);
  return coming;
}

const opening = new Map<string, Promise<Answer>>();

function watch<T>(playbooks: URL, context: LoaderContext, keep: Keeps<T>): void {
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
        const doubts = await refresh(playbooks, id, context, keep);
        if (doubts.length > 0) logger.error(told(doubts, "hidden"));
        else logger.info(`${id} is up to date.`);
      }, SETTLED),
    );
  };
  // The folder above is watched, because the first approval creates the one we care for.
  watcher?.add([fileURLToPath(playbooks), fileURLToPath(signersFile())]);
  watcher?.on("all", async (_, path) => {
    // Who may approve, whose key is whose, what may be done and what has expired concern every playbook.
    if (shared.includes(path)) for (const id of await idsIn(playbooks)) soon(id);
    const [id] = relative(folder, path).split(/[\\/]/);
    if (path.startsWith(folder) && id) soon(id);
  });
}

/** An error that is a message to a person: Astro prints a stack only where there is one. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = "";
  return error;
}
