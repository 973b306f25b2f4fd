import { stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findPlaybooks } from "../disk/find-playbooks.ts";
import { readText, readTextSync } from "../disk/read-text.ts";
import type { Listed } from "./host.ts";

/** The path on disk of a `file:` address. Undefined for anything else: an unsaved or virtual document has no neighbours on disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The `file:` address of a path on disk. */
export const uriOf = (path: string): string => pathToFileURL(path).href;

/** Our files below some folders, each with a stamp that changes when it is written. */
export async function list(folders: readonly string[]): Promise<readonly Listed[]> {
  const paths = folders.flatMap((uri) => pathOf(uri) ?? []);
  if (paths.length === 0) return [];
  const { files } = await findPlaybooks(paths);
  return Promise.all(
    files.map(async (file) => {
      const seen = await stat(file).catch(() => undefined);
      return { uri: uriOf(file), stamp: `${seen?.mtimeMs ?? 0}:${seen?.size ?? 0}` };
    }),
  );
}

/** The text of a file on disk. */
export async function read(uri: string): Promise<string | undefined> {
  const file = pathOf(uri);
  return file === undefined ? undefined : textOf(await readText(file));
}

/** The same, for a thread that has nothing else to do meanwhile. */
export function readSync(uri: string): string | undefined {
  const file = pathOf(uri);
  return file === undefined ? undefined : textOf(readTextSync(file));
}

const textOf = (read: ReturnType<typeof readTextSync>) => ("text" in read ? read.text : undefined);
