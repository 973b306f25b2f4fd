import path from "node:path";
import { watch } from "chokidar";
import { kindOfFile } from "../core/index.ts";
import { BASELINE } from "./baseline.ts";
import { screenOn } from "./screen.ts";

/** How long a file must lie still before it counts as saved: some editors write in several strokes. Milliseconds. */
const SETTLED = { stabilityThreshold: 60, pollInterval: 20 };
/** Files saved together are told together. Milliseconds. */
const TOGETHER = 30;

/** Checks, and checks again whenever a playbook, or what the team wrote beside them, is saved. Ends with the program. */
export async function watchAndCheck(paths: readonly string[], checkOnce: () => Promise<void>): Promise<void> {
  const out = screenOn(process.stdout);
  await checkOnce();
  const watcher = watch(paths.length > 0 ? [...paths] : ["."], {
    ignoreInitial: true,
    // A link in a circle would be watched without end.
    followSymlinks: false,
    awaitWriteFinish: SETTLED,
    ignored: (file) => file.split(/[\\/]/).some((part) => part === "node_modules" || /^\.[^.]/.test(part)),
  });
  let turn = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  const again = () => {
    turn = turn.then(async () => {
      const time = new Date().toTimeString().slice(0, "HH:MM:SS".length);
      out.print("", out.paint("quiet", `── ${time} ${"─".repeat(Math.max(0, Math.min(out.width, 60) - 12))}`));
      await checkOnce();
    });
  };
  watcher.on("all", (_, file) => {
    if (kindOfFile(file) === undefined && path.basename(file) !== BASELINE) return;
    clearTimeout(waiting);
    waiting = setTimeout(again, TOGETHER);
  });
  watcher.on("error", (error) =>
    out.print(out.paint("error", `Saved files may go unnoticed: ${error instanceof Error ? error.message : String(error)}.`)),
  );
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  out.print(out.paint("quiet", "Watching. Ctrl-C ends it."));
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await turn;
  await watcher.close();
}
