import type { Connection } from "vscode-languageserver";
import { type Assets, type Config, check, takesMore } from "../core/index.ts";
import type { Host, Known, Listed } from "./host.ts";

/** What the client is asked for, because a browser's worker has no disk: our files below some folders, and the text of one. */
const LIST = "cadence/files";
const READ = "cadence/read";

/** A host that sees files through its client. Addresses are its paths. */
export function webHost(connection: Connection): Host {
  const addresses = new Map<string, string>();
  const pathOf = (uri: string): string | undefined => {
    if (uri.startsWith("untitled:")) return undefined;
    const path = decoded(uri);
    addresses.set(path, uri);
    return path;
  };
  const uriOf = (path: string) => addresses.get(path) ?? encodeURI(path);
  const read = (uri: string) =>
    connection.sendRequest<string | null>(READ, uri).then(
      (text) => text ?? undefined,
      () => undefined,
    );
  const list = (folders: readonly string[]) => connection.sendRequest<Listed[]>(LIST, folders).catch(() => []);

  return {
    pathOf,
    uriOf,
    read,
    list,
    today,
    knowledge(readOpen) {
      const folders = new Map<string, { readonly coming: Promise<Known>; known?: Known }>();

      async function nearest(file: string, roots: readonly string[], kind: "config" | "assets") {
        for (const folder of upwards(folderOf(file), roots))
          for (const name of [`cadence.${kind}.yaml`, `cadence.${kind}.yml`]) {
            const path = `${folder}/${name}`;
            const text = readOpen(path) ?? (await read(uriOf(path)));
            if (text !== undefined) return { path, report: check(text, { kind }) };
          }
        return undefined;
      }

      async function ask(file: string): Promise<Known> {
        const roots = ((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => decoded(uri));
        const [config, assets] = await Promise.all([nearest(file, roots, "config"), nearest(file, roots, "assets")]);
        const known: { config: Config | undefined; assets: Assets | undefined } = {
          config: config?.report.config,
          assets: assets?.report.assets,
        };
        const assetsTakeMore = assets !== undefined && takesMore(assets.report.source);
        return { ...known, configFile: config?.path, assetsFile: assets?.path, assetsTakeMore };
      }

      return {
        for(file) {
          const asked = folders.get(folderOf(file));
          if (asked) return asked.coming;
          const entry: { coming: Promise<Known>; known?: Known } = { coming: ask(file) };
          folders.set(folderOf(file), entry);
          void entry.coming.then((known) => {
            entry.known = known;
          });
          return entry.coming;
        },
        peek: (file) => folders.get(folderOf(file))?.known,
        forget: () => folders.clear(),
      };
    },
  };
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

/** A folder and those around it, as far as the workspace's own. A file outside of it has its own folder alone. */
function upwards(folder: string, roots: readonly string[]): readonly string[] {
  const root = roots.map((one) => one.replace(/\/$/, "")).find((one) => folder === one || folder.startsWith(`${one}/`));
  const folders = [folder];
  for (let here = folder; root !== undefined && here !== root; ) {
    here = folderOf(here);
    folders.push(here);
  }
  return folders;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
