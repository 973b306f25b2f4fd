import { createRequire } from "node:module";
import path from "node:path";
import type { Plugin } from "esbuild";

/** Packages of the old kind, of which every file that imports one would be given a copy of everything in it, name by name, at each start. */
const COPIED = /^vscode-languageserver$/;

/** For programs that start often: what is bundled into them gets ready faster. It does the same. */
export const lightly: Plugin = {
  name: "lightly",
  setup({ onResolve, onLoad }) {
    const { resolve } = createRequire(import.meta.url);
    onResolve({ filter: COPIED }, ({ path, namespace }) => (namespace === "once" ? undefined : { path, namespace: "once" }));
    onLoad({ filter: COPIED, namespace: "once" }, ({ path: name }) => ({
      contents: `export * from ${JSON.stringify(name)};`,
      resolveDir: path.join(import.meta.dirname, "../server"),
    }));
    // The same release, made as modules: what is not used of it is left out, and nothing is asked for by name.
    onResolve({ filter: /^yaml$/ }, () => ({ path: path.join(path.dirname(resolve("yaml/package.json")), "browser/dist/index.js") }));
  },
};
