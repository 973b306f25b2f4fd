import type { FileRename, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { type Change, edits, kindOfFile, rangeOf, read, valueAt } from "../core/index.ts";
import type { Desk } from "./desk.ts";

/**
 * What a configuration says of files by their names, when those files or a folder around them get others. Patterns stay as they are,
 * but for the folder that they begin with. `going` throws when the client has given up.
 */
export async function renamesOfFiles(desk: Desk, files: readonly FileRename[], going: () => void): Promise<WorkspaceEdit | null> {
  const changes: Record<string, TextEdit[]> = {};
  const configs = new Set<string>();
  // Addresses of one file may be written in several ways, so paths are compared.
  const renames = files.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [desk.host.pathOf(oldUri), desk.host.pathOf(newUri)];
    return from === undefined || to === undefined ? [] : [{ oldUri, from: withoutEnd(from), to: withoutEnd(to) }];
  });
  for (const { oldUri } of renames) {
    going();
    const kind = oldUri.endsWith("/") ? undefined : kindOfFile(oldUri);
    // What is no file of ours may be a folder: then the configuration that holds for a file in it is meant.
    const { configFile } = await desk.learn(kind === undefined ? `${oldUri.replace(/\/+$/, "")}/any.playbook.yaml` : oldUri);
    if (configFile !== undefined && (kind === undefined || kind === "playbook")) configs.add(configFile);
  }
  for (const config of configs) {
    const uri = desk.addressOf(config);
    const text = desk.documents.get(uri)?.getText() ?? (await desk.host.read(uri));
    if (text === undefined) continue;
    const source = read(text);
    const folder = config.replace(/[^\\/]*$/, "");
    const moved = new Map(
      renames.flatMap(({ from, to }) =>
        from.startsWith(folder) && to.startsWith(folder) ? [[below(folder, from), below(folder, to)] as const] : [],
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

/** A path without what some clients write behind the name of a folder. */
const withoutEnd = (path: string) => path.replace(/[\\/]+$/, "");

/** The rest of a path behind its folder, as a configuration writes it: with slashes, on every system. */
const below = (folder: string, path: string) => {
  const rest = path.slice(folder.length);
  return folder.includes("/") ? rest : rest.replaceAll("\\", "/");
};
