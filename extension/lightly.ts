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
    // The reader of command lines can start other programs, which none of ours asks it to; what starts them loads half of Node's network.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes("commander") ? { path, namespace: "unasked" } : undefined,
    );
    onLoad({ filter: /./, namespace: "unasked" }, ({ path: name }) => ({
      contents: `export default { spawn: (...all) => process.getBuiltinModule(${JSON.stringify(name)}).spawn(...all) };`,
    }));
    // The same release, made as modules: what is not used of it is left out, and nothing is asked for by name.
    onResolve({ filter: /^yaml$/ }, () => ({ path: path.join(path.dirname(resolve("yaml/package.json")), "browser/dist/index.js") }));
  },
};
