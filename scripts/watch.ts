import { realpathSync } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";
import type { Screen } from "../server/cli/screen.ts";
import { findPlaybooks } from "../server/disk/find-playbooks.ts";
import { shown } from "../server/disk/shown.ts";

/** How long a file must lie still before it counts as saved: some editors write in several strokes. Milliseconds. */
const SETTLED = { stabilityThreshold: 60, pollInterval: 20 };

type Telling = {
  /** Checks some files and tells what there is to say. */
  readonly tell: (paths: readonly string[]) => Promise<void>;
  readonly screen: Screen;
};

/**
 * Tells about each playbook that is saved, about all of them when what they share is saved, and about each new approval.
 * One thing at a time, in the order of saving. Resolves when the folder is being watched.
 */
export function watchPlaybooks(folder: string, { tell, screen: { print, paint } }: Telling): Promise<{ stop(): Promise<void> }> {
  const real = realpathSync(folder);
  const inLedger = (file: string) => path.relative(real, file).split(path.sep).includes("approved");
  const watcher = watch(real, {
    ignoreInitial: true,
    // A link in a circle would be watched without end.
    followSymlinks: false,
    awaitWriteFinish: SETTLED,
    ignored: (file) =>
      path
        .relative(real, file)
        .split(path.sep)
        .some((part) => part === "node_modules" || /^\.[^.]/.test(part)),
  });

  let turn = Promise.resolve();
  const waiting = new Set<string>();
  const next = (file: string, what: () => Promise<void>): void => {
    if (waiting.has(file)) return;
    waiting.add(file);
    turn = turn.then(() => {
      waiting.delete(file);
      return what().catch((error: unknown) => print(paint("error", String(error))));
    });
  };
  const heading = (file: string, event: string) => {
    const time = new Date().toTimeString().slice(0, "HH:MM:SS".length);
    print("", `${paint("quiet", time)}  ${paint("place", shown(file))} ${paint("quiet", event)}`);
  };

  const saved = (file: string) => {
    if (inLedger(file)) return;
    next(file, async () => {
      const { files } = await findPlaybooks([file]);
      if (files.length === 0) return;
      const shared = /^cadence\.(config|assets)\./i.test(path.basename(file));
      heading(file, shared ? "was saved; it may concern every playbook" : "was saved");
      await tell([shared ? folder : file]);
    });
  };
  watcher.on("change", saved);
  watcher.on("add", (file) => {
    if (!inLedger(file)) return saved(file);
    const [, version, kind] = /[\\/](\d+)[\\/][^\\/]+\.(approval|revocation)\.yaml$/.exec(file) ?? [];
    if (version && kind === "approval") next(file, async () => heading(file, `speaks for version ${version}: the handbook shows it`));
    if (kind === "revocation") next(file, async () => heading(file, "takes a play back: the handbook shows it no more"));
  });
  watcher.on("unlink", (file) => {
    if (!inLedger(file) && /\.ya?ml$/i.test(file))
      next(file, async () => heading(file, "was removed; what is approved of it stays in the handbook"));
  });
  return new Promise((resolve) => {
    watcher.once("ready", () => resolve({ stop: () => watcher.close() }));
    watcher.on("error", (error) =>
      print(paint("error", `Saved drafts may go unnoticed: ${error instanceof Error ? error.message : String(error)}.`)),
    );
  });
}
