import { stat } from "node:fs/promises";
import path from "node:path";
import { type Assets, type Config, check, type RegionOf, type Report, takesMore } from "../core/index.ts";
import { loadRegions } from "./holidays.ts";
import { readText } from "./read-text.ts";
import type { Unread } from "./trouble.ts";

/** What a team has written down besides its playbooks, as far as it concerns one of them. */
export type Known = {
  readonly config: Config | undefined;
  readonly assets: Assets | undefined;
  /** The weekends and holidays of the world, when the configuration names a region. */
  readonly regionOf: RegionOf | undefined;
  /** Where the configuration stands, even when it could not be read. Undefined when there is none. */
  readonly configFile: string | undefined;
  readonly assetsFile: string | undefined;
  /** Whether one more can be added to the shared assets as they are written. */
  readonly assetsTakeMore: boolean;
  /** What is there and could not be read, so that the careful defaults hold instead. */
  readonly unread: readonly Unread[];
  /** Which of the two have errors of their own. What was meant there may not be what holds. */
  readonly faulty: readonly string[];
};

/** The text of a file that is open in an editor, which counts for more than the disk. Undefined when it is not open. */
export type ReadOpen = (file: string) => string | undefined;

/**
 * What is known about a file from the nearest cadence.config.yaml and cadence.assets.yaml, each looked for by itself: in the
 * file's folder and upwards, as far as the folder that holds `.git`. The file itself need not exist. Never throws.
 */
export async function knowledgeFor(file: string, readOpen: ReadOpen = () => undefined): Promise<Known> {
  const folders = await upwards(path.dirname(path.resolve(file)));
  const [config, assets] = await Promise.all([nearest(folders, "config", readOpen), nearest(folders, "assets", readOpen)]);
  const { calendars = {}, office } = config?.report?.config ?? {};
  const named = [office, ...Object.values(calendars)].some((part) => part?.region !== undefined);
  const both = [config, assets].flatMap((one) => one ?? []);
  return {
    config: config?.report?.config,
    assets: assets?.report?.assets,
    regionOf: named ? await loadRegions() : undefined,
    configFile: config?.file,
    assetsFile: assets?.file,
    assetsTakeMore: assets?.report !== undefined && takesMore(assets.report.source),
    unread: both.flatMap(({ unread }) => unread ?? []),
    faulty: both.filter(({ report }) => report?.findings.some(({ severity }) => severity === "error")).map(({ file }) => file),
  };
}

/** The knowledge about many files: each folder is asked once, until it is forgotten. */
export type Knowledge = {
  /** What is known about a file, read from disk where it is not known yet. */
  for(file: string): Promise<Known>;
  /** What is known about a file already, without waiting. */
  peek(file: string): Known | undefined;
  /** Forgets what a file may have told: everything in its folder and below. Left out: everything. */
  forget(file?: string): void;
};

/** Begins with nothing known. */
export function createKnowledge(readOpen?: ReadOpen): Knowledge {
  const folders = new Map<string, { readonly coming: Promise<Known>; known?: Known }>();
  return {
    for(file) {
      const folder = path.dirname(path.resolve(file));
      const asked = folders.get(folder);
      if (asked) return asked.coming;
      const entry: { coming: Promise<Known>; known?: Known } = { coming: knowledgeFor(file, readOpen) };
      folders.set(folder, entry);
      void entry.coming.then((known) => {
        entry.known = known;
      });
      return entry.coming;
    },
    peek: (file) => folders.get(path.dirname(path.resolve(file)))?.known,
    forget(file) {
      if (file === undefined) return folders.clear();
      const changed = path.dirname(path.resolve(file));
      for (const folder of folders.keys()) if (isWithin(folder, changed)) folders.delete(folder);
    },
  };
}

/** Today's date where this computer is, ISO 8601. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const isWithin = (folder: string, outer: string) => {
  const way = path.relative(outer, folder);
  return way === "" || (way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
};

/** A folder and the folders around it, innermost first, as far as the one that holds `.git`. */
export async function upwards(folder: string): Promise<readonly string[]> {
  const folders = [folder];
  for (let here = folder; ; ) {
    const repository = await stat(path.join(here, ".git")).then(
      () => true,
      () => false,
    );
    const outer = path.dirname(here);
    if (repository || outer === here) return folders;
    folders.push(outer);
    here = outer;
  }
}

async function nearest(folders: readonly string[], kind: "config" | "assets", readOpen: ReadOpen) {
  for (const folder of folders) {
    for (const name of [`cadence.${kind}.yaml`, `cadence.${kind}.yml`]) {
      const file = path.join(folder, name);
      const open = readOpen(file);
      const read = open === undefined ? await readText(file) : { text: open };
      if ("text" in read) {
        const report = check(read.text, { kind });
        return { file, report, unread: report[kind] ? undefined : unsound(file, report) };
      }
      if (read.kind !== "missing") return { file, unread: read };
    }
  }
  return undefined;
}

const unsound = (file: string, { findings }: Report): Unread => ({
  file,
  kind: "not-text",
  what: findings[0]?.what ?? "It says nothing that can be read.",
  why: "The careful defaults hold instead of what it says.",
  todo: "Run “cadence check” on it: every finding says what to do.",
});
