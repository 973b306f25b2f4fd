import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { sha256 } from "./sha256.ts";
import { writeAtomically } from "./write-atomically.ts";

/** Findings remembered at most, by texts. The oldest are forgotten first. */
const MOST = 30_000;

/** What is remembered about texts, by keys that name everything it depends on. A cache that cannot be read or written is no cache. */
export type Cache<T> = {
  /** What is remembered under a key. */
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Keeps it for the next time. Never throws, because without it everything is merely done again: answers with the system's error. */
  save(): Promise<unknown>;
};

/** Opens the cache in a file. `engine` names what made the values; those of another are forgotten. */
export async function openCache<T>(file: string, engine: string): Promise<Cache<T>> {
  const before = await read<T>(file, engine);
  const used = new Map<string, T>();
  let changed = false;
  return {
    get(key) {
      const value = used.get(key) ?? before.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    set(key, value) {
      changed = true;
      used.set(key, value);
    },
    async save() {
      if (!changed) return undefined;
      const all = [...used, ...[...before].filter(([key]) => !used.has(key))].slice(0, MOST);
      return writeAtomically(file, JSON.stringify({ engine, values: Object.fromEntries(all) })).then(
        () => undefined,
        (error: unknown) => error,
      );
    },
  };
}

async function read<T>(file: string, engine: string): Promise<ReadonlyMap<string, T>> {
  try {
    const data = JSON.parse(await readFile(file, "utf8")) as { engine?: string; values?: Record<string, T> };
    return data.engine === engine && data.values ? new Map(Object.entries(data.values)) : new Map();
  } catch {
    return new Map();
  }
}

/** A key for some words, each told apart from the next. */
export function keyOf(...parts: readonly string[]): string {
  const hash = sha256();
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("base64url");
}

/** Where the cache of a folder is: with the other tools' in `node_modules`, else where this system keeps caches. `of` is what is remembered. */
export function cacheFileFor(cwd: string, of: "findings" | "lapses" = "findings"): string {
  const modules = path.join(cwd, "node_modules");
  if (existsSync(modules)) return path.join(modules, ".cache", "cadence", `${of}.json`);
  return path.join(cachesOfSystem(), "cadence", `${of === "findings" ? "" : `${of}-`}${keyOf(cwd)}.json`);
}

function cachesOfSystem(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "win32" && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return process.platform === "darwin" ? path.join(homedir(), "Library", "Caches") : path.join(homedir(), ".cache");
}
