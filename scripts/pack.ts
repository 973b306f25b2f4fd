import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { keptCore, keptScript } from "../extension/kept-script.ts";
import { lightly } from "../extension/lightly.ts";
import { notices } from "../extension/notices.ts";
import { readyMade } from "../extension/ready-made.ts";
import { spellPlainly } from "../extension/spell-plainly.ts";
import { RULE_FILES, withExamplesWritten } from "../server/core/rule-source.ts";
import { digestOfCore } from "../server/disk/engine.ts";
import { makeFolder } from "../server/disk/make-folder.ts";

const root = path.dirname(import.meta.dirname);
const server = path.join(root, "server");

/** Where the finished package lies. */
export const packed = path.join(server, "dist");

/** Packages that stay outside of the bundles, because the types of the core speak of them. */
const OUTSIDE = ["yaml", "zod"];

/** What a terminal seldom asks for and takes long to read, by how it is asked for: programs of their own, and the files they are made of. */
const APART: Readonly<Record<string, readonly [name: string, file: string]>> = {
  "./import.ts": ["import", "server/cli/import.ts"],
  "./export.ts": ["export", "server/cli/export.ts"],
  "./mcp/serve.ts": ["serve", "server/cli/mcp/serve.ts"],
  "./watch.ts": ["watch", "server/cli/watch.ts"],
  "date-holidays": ["holidays", "date-holidays"],
};

type Manifest = { readonly version: string; readonly dependencies: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>;

/**
 * Builds the one package that goes to npm: the command line, the language server and the core with its types. Everything that is
 * said twice is taken from where it is said first: the version, the description and the licence from server/package.json.
 */
export async function buildPackage(into: string = packed): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  const lib = path.join(into, "lib");
  await makeFolder(lib);
  const shared: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    // Older engines know fewer of the classes of letters, so the bundler has them looked up at every call. Ours knows those we ask for.
    supported: { "regexp-unicode-property-escapes": true },
    format: "esm",
    outdir: lib,
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    plugins: [jsonAsText, examplesWritten],
    define: { CADENCE_ENGINE: JSON.stringify(digestOfCore()) },
  };
  const kept: string[] = [];
  const made = (inputs: readonly string[]) => void kept.push(...inputs);
  const core = keptCore(lib, { ...shared, plugins: [readyMade(lib), examplesWritten, lightly] }, made);
  const terminal = keptScript(lib, { ...TERMINAL, options: { ...shared, ...inTerminal(shared, [core]) } }, made);
  // Packages of the old kind ask for what modules do not have.
  const banner = {
    js: [
      "import{createRequire as cadenceRequire}from'node:module';",
      "const require=cadenceRequire(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;",
    ].join(""),
  };
  const bundles = [
    await build({
      ...shared,
      format: "cjs",
      outExtension: { ".js": path.extname(KEEPER) },
      entryNames: path.parse(KEEPER).name,
      stdin: { contents: 'export * from "./kept-code.ts"; export * from "./switches.ts";', resolveDir: path.join(server, "disk") },
    }),
    await build({
      ...shared,
      splitting: true,
      banner,
      plugins: [core, terminal, oneKeeper, examplesWritten, lightly],
      entryPoints: {
        cadence: "server/cli/main.ts",
        worker: "server/cli/worker.ts",
        "language-server": "server/lsp/main.ts",
        ...Object.fromEntries(Object.values(APART)),
      },
    }),
    await build({
      ...shared,
      platform: "neutral",
      mainFields: ["module", "main"],
      external: OUTSIDE,
      entryPoints: { core: "server/core/index.ts" },
    }),
  ];
  for (const file of globSync("*.js", { cwd: lib })) spellPlainly(path.join(lib, file));
  const inputs = [...kept, ...bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))];
  writeFileSync(
    path.join(into, "notices.txt"),
    notices(
      root,
      inputs.map((input) => input.replace(/^.*?:/, "")),
    ),
  );
  await types(path.join(into, "types"));
  bins(into);
  copyFileSync(path.join(root, "LICENSE"), path.join(into, "LICENSE"));
  copyFileSync(path.join(server, "README.md"), path.join(into, "README.md"));
  writeFileSync(path.join(into, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
}

/** The terminal's commands, and a further core's share of a check: what they begin with, without what neither needs to begin. */
const TERMINAL = { name: "terminal", of: /server[\\/]cli[\\/](?:main|judging)\.ts$/, names: ["run", "judgeForAnother"] };

const inTerminal = ({ define = {}, supported = {} }: BuildOptions, plugins: readonly Plugin[]): BuildOptions => ({
  stdin: {
    contents: [
      'export const run = async () => (await import("./main.ts")).run();',
      'export const judgeForAnother = async () => (await import("./judging.ts")).judgeForAnother();',
    ].join("\n"),
    resolveDir: path.join(server, "cli"),
  },
  plugins: [...plugins, oneKeeper, apart, lightly],
  // What a script of its own imports Node loads with a warning, and what it requires without.
  supported: { ...supported, "dynamic-import": false },
  banner: { js: 'const cadenceUrl=require("node:url").pathToFileURL(__filename).href;' },
  define: { ...define, "import.meta.url": "cadenceUrl", "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
});

/** Some things are known once in a program, however many scripts it has: which scripts were loaded, and how the engine's switches are. */
const KEEPER = "kept.cjs";
const oneKeeper: Plugin = {
  name: "one-keeper",
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:kept-code|switches)\.ts$/ }, () => ({ path: `./${KEEPER}`, external: true }));
  },
};

const apart: Plugin = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path: asked, kind }) => {
      const [name] = (kind === "dynamic-import" && APART[asked]) || [];
      return name ? { path: `./${name}.js`, external: true } : undefined;
    });
  },
};

/** JSON is read faster as a text than as a program. */
const jsonAsText: Plugin = {
  name: "json-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /model\.json$/ }, ({ path: file }) => ({
      contents: `export default JSON.parse(${JSON.stringify(readFileSync(file, "utf8"))})`,
      loader: "js",
    }));
  },
};

/** A rule's examples are read when it is explained, and need not be put in order at every start. */
const examplesWritten: Plugin = {
  name: "examples-written",
  setup({ onLoad }) {
    onLoad({ filter: RULE_FILES }, ({ path: file }) => ({ contents: withExamplesWritten(readFileSync(file, "utf8")), loader: "ts" }));
  },
};

/** The types of the core, as its own compiler writes them; what they import ends as the files do. */
async function types(into: string): Promise<void> {
  execFileSync(
    process.execPath,
    [
      path.join(path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc"),
      "-b",
      path.join(server, "core"),
    ],
    { stdio: "inherit" },
  );
  const made = path.join(root, ".tsc/core");
  for (const file of globSync("**/*.d.ts", { cwd: made })) {
    const text = readFileSync(path.join(made, file), "utf8");
    await makeFolder(path.dirname(path.join(into, file)));
    writeFileSync(path.join(into, file), text.replace(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, "$1$2.js$1"));
  }
  cpSync(path.join(server, "core/prose/accuracy.json"), path.join(into, "prose/accuracy.json"));
}

function bins(into: string): void {
  mkdirSync(path.join(into, "bin"));
  copyFileSync(path.join(server, "bin/node-version.js"), path.join(into, "bin/node-version.js"));
  for (const name of ["cadence", "cadence-language-server"]) {
    const text = readFileSync(path.join(server, "bin", `${name}.js`), "utf8");
    writeFileSync(
      path.join(into, "bin", `${name}.js`),
      text.replace(/"\.\.\/(cli|lsp)\/main\.ts"/, (_, room) => (room === "cli" ? '"../lib/cadence.js"' : '"../lib/language-server.js"')),
      { mode: 0o755 },
    );
  }
}

function manifest(): object {
  const { name, version, description, license, engines, bin, dependencies } = JSON.parse(
    readFileSync(path.join(server, "package.json"), "utf8"),
  ) as Manifest;
  return {
    name,
    version,
    description,
    keywords: ["sales", "cadence", "playbook", "linter", "language-server", "mcp"],
    license,
    repository: { type: "git", url: "git+https://github.com/cadence-playbooks/cadence-playbooks.git", directory: "server" },
    type: "module",
    engines,
    bin: Object.fromEntries(Object.entries(bin as Record<string, string>).map(([command, file]) => [command, file.replace(/^\.\//, "")])),
    exports: { "./core": { types: "./types/index.d.ts", default: "./lib/core.js" }, "./package.json": "./package.json" },
    files: ["bin", "lib", "types", "notices.txt"],
    sideEffects: false,
    dependencies: Object.fromEntries(OUTSIDE.map((one) => [one, dependencies[one]])),
  };
}

if (import.meta.main) {
  await buildPackage();
  console.log(
    `The package is in ${path.relative(process.cwd(), packed) || "."}: npm publish ${path.relative(process.cwd(), packed)} --access public`,
  );
}
