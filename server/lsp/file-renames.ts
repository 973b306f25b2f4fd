import type { FileRename, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { type Change, edits, kindOfFile, rangeOf, read, valueAt } from "../core/index.ts";
import type { Desk } from "./desk.ts";

/**
 * What a configuration says of files by their names, when those files or a folder around them get others. Patterns stay as they are,
 * but for the folder that they begin with. `going` throws when the client has given up.
 */
export async function renamesOfFiles(desk: Desk, renamed: readonly FileRename[], going: () => void): Promise<WorkspaceEdit | null> {
  // Some clients end the address of a folder with a slash.
  const files = renamed.map(({ oldUri, newUri }) => ({ oldUri: bare(oldUri), newUri: bare(newUri) }));
  const changes: Record<string, TextEdit[]> = {};
  const configs = new Set<string>();
  for (const { oldUri } of files) {
    going();
    const kind = kindOfFile(oldUri);
    // What is no file of ours may be a folder: then the configuration that holds for a file in it is meant.
    const { configFile } = await desk.learn(kind === undefined ? `${oldUri}/any.playbook.yaml` : oldUri);
    if (configFile !== undefined && (kind === undefined || kind === "playbook")) configs.add(configFile);
  }
  for (const config of configs) {
    const uri = desk.host.uriOf(config);
    const text = desk.textOf(uri) ?? (await desk.host.read(uri));
    if (text === undefined) continue;
    const source = read(text);
    const folder = `${uri.slice(0, uri.lastIndexOf("/"))}/`;
    const moved = new Map(
      files.flatMap(({ oldUri, newUri }) =>
        inside(folder, oldUri) && inside(folder, newUri) ? [[below(folder, oldUri), below(folder, newUri)] as const] : [],
      ),
    );
    const made = edits(source, "config", [...mentions(source.value, moved)]);
    if (made.length > 0) changes[uri] = made.map(({ span, text: newText }) => ({ range: rangeOf(source.lines, span), newText }));
    desk.mention(uri, text);
  }
  return Object.keys(changes).length > 0 ? { changes } : null;
}

function* mentions(root: unknown, moved: ReadonlyMap<string, string>): Iterable<Change> {
  const overrides = valueAt(root, ["overrides"]);
  if (!Array.isArray(overrides)) return;
  for (const [i, override] of overrides.entries()) {
    const files = valueAt(override, ["files"]);
    if (!Array.isArray(files)) continue;
    for (const [j, file] of files.entries()) {
      const to = typeof file === "string" ? renamedIn(file.replace(/^\.\//, ""), moved) : undefined;
      if (to !== undefined) yield { set: ["overrides", i, "files", j], to };
    }
  }
}

function renamedIn(file: string, moved: ReadonlyMap<string, string>): string | undefined {
  const own = moved.get(file);
  if (own !== undefined) return own;
  for (const [from, to] of moved) if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
  return undefined;
}

const bare = (uri: string) => uri.replace(/\/+$/, "");
const inside = (folder: string, uri: string) => uri.startsWith(folder);
const below = (folder: string, uri: string) => decodeURIComponent(uri.slice(folder.length));
