import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { keptCore } from "../extension/kept-core.ts";
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
    format: "esm",
    outdir: lib,
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    plugins: [jsonAsText, examplesWritten],
    define: { CADENCE_ENGINE: JSON.stringify(digestOfCore()) },
  };
  const inCore: string[] = [];
  const core = { ...shared, plugins: [readyMade(lib), examplesWritten, lightly] };
  // Packages of the old kind ask for what modules do not have.
  const banner = {
    js: [
      "import{createRequire as cadenceRequire}from'node:module';",
      "const require=cadenceRequire(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;",
    ].join(""),
  };
  const made = [
    await build({
      ...shared,
      splitting: true,
      banner,
      plugins: [keptCore(lib, core, (inputs) => inCore.push(...inputs)), examplesWritten, lightly],
      entryPoints: { cadence: "server/cli/main.ts", worker: "server/cli/worker.ts", "language-server": "server/lsp/main.ts" },
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
  const inputs = [...inCore, ...made.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))];
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
