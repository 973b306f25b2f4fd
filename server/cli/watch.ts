import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { type ChokidarOptions, watch } from "chokidar";
import { kindOfFile } from "../core/index.ts";
import { upwards } from "../disk/knowledge.ts";
import { BASELINE } from "./baseline.ts";
import { screenOn } from "./screen.ts";

/** How long a file must lie still before it counts as saved: some editors write in several strokes. Milliseconds. */
const SETTLED = { stabilityThreshold: 60, pollInterval: 20 };
/** Files saved together are told together. Milliseconds. */
const TOGETHER = 30;

const HOW: ChokidarOptions = {
  ignoreInitial: true,
  // A link in a circle would be watched without end.
  followSymlinks: false,
  awaitWriteFinish: SETTLED,
};

/** Checks, and checks again whenever a playbook, or what the team wrote beside them, is saved. Ends with the program. */
export async function watchAndCheck(paths: readonly string[], checkOnce: () => Promise<void>): Promise<void> {
  const out = screenOn(process.stdout);
  await checkOnce();
  const named = paths.length > 0 ? paths.map(withoutPattern) : ["."];
  const outer = await around(named);
  const watchers = [
    watch(named, {
      ...HOW,
      ignored: (file) => file.split(/[\\/]/).some((part) => part === "node_modules" || /^\.[^.]/.test(part)),
    }),
    // What the team wrote may stand in any folder around what is named, and needs no looking below.
    ...(outer.length > 0
      ? [watch(outer, { ...HOW, depth: 0, ignored: (file, stats) => stats?.isFile() === true && !isShared(file) })]
      : []),
  ];
  let turn = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  const again = () => {
    turn = turn.then(async () => {
      const time = new Date().toTimeString().slice(0, "HH:MM:SS".length);
      out.print("", out.paint("quiet", `── ${time} ${"─".repeat(Math.max(0, Math.min(out.width, 60) - 12))}`));
      await checkOnce();
    });
  };
  for (const watcher of watchers) {
    watcher.on("all", (_, file) => {
      if (kindOfFile(file) === undefined && path.basename(file) !== BASELINE) return;
      clearTimeout(waiting);
      waiting = setTimeout(again, TOGETHER);
    });
    watcher.on("error", (error) =>
      out.print(out.paint("error", `Saved files may go unnoticed: ${error instanceof Error ? error.message : String(error)}.`)),
    );
  }
  await Promise.all(watchers.map((watcher) => new Promise<void>((resolve) => watcher.once("ready", () => resolve()))));
  out.print(out.paint("quiet", "Watching. Ctrl-C ends it."));
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await turn;
  await Promise.all(watchers.map((watcher) => watcher.close()));
}

/** The folder that a pattern looks in, which can be watched; any other path as it is. */
function withoutPattern(named: string): string {
  const before = /^[^*?[\]{}]*/.exec(named)?.[0] ?? "";
  return before === named || existsSync(named) ? named : path.dirname(`${before}x`);
}

/** The folders around some files and folders whose configuration, assets and baseline count for them, and that are not named themselves. */
async function around(named: readonly string[]): Promise<string[]> {
  const folders = named.map(async (one) => {
    const isFolder = statSync(one, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? (await upwards(path.resolve(one))).slice(1) : upwards(path.dirname(path.resolve(one)));
  });
  return [...new Set((await Promise.all(folders)).flat())];
}

const isShared = (file: string): boolean => path.basename(file) === BASELINE || ["config", "assets"].includes(kindOfFile(file) ?? "");
