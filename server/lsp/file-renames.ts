import type { FileRename, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { type Change, edits, kindOfFile, rangeOf, read, valueAt } from "../core/index.ts";
import type { Desk } from "./desk.ts";

/** What a configuration says of single files by their names, when those files get others. Patterns stay as they are. */
export async function renamesOfFiles(desk: Desk, files: readonly FileRename[]): Promise<WorkspaceEdit | null> {
  const changes: Record<string, TextEdit[]> = {};
  const configs = new Set<string>();
  for (const { oldUri } of files) {
    const { configFile } = await desk.learn(oldUri);
    if (configFile !== undefined && kindOfFile(oldUri) === "playbook") configs.add(configFile);
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
      const to = typeof file === "string" ? moved.get(file.replace(/^\.\//, "")) : undefined;
      if (to !== undefined) yield { set: ["overrides", i, "files", j], to };
    }
  }
}

const inside = (folder: string, uri: string) => uri.startsWith(folder);
const below = (folder: string, uri: string) => decodeURIComponent(uri.slice(folder.length));
