import { globSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { expect, test } from "vitest";

/**
 * Who may import whom. A room is a folder; what it may reach is its own files, the rooms named, and the packages named.
 * `node:*` stands for everything that Node brings. A room that is not named here does not exist.
 */
const ROOMS: Record<string, { readonly rooms?: readonly string[]; readonly packages?: readonly string[] }> = {
  "server/core": { packages: ["yaml", "js-yaml", "zod", "fastest-levenshtein", "stemmer", "quick-lru", "re2js", "diff"] },
  // Pure as the core is, and not part of it: browsers need none of this.
  "server/exchange": { rooms: ["server/core/index.ts"], packages: ["html-to-text", "papaparse", "yaml"] },
  "server/accuracy": { rooms: ["server/core/index.ts"], packages: ["node:*", "yaml"] },
  "server/disk": {
    rooms: ["server/core/index.ts", "server/core/small.ts"],
    packages: ["node:*", "date-holidays", "p-limit", "write-file-atomic"],
  },
  "server/lsp": {
    rooms: ["server/core/index.ts", "server/disk"],
    packages: ["node:*", "vscode-languageserver", "vscode-languageserver-protocol", "vscode-languageserver-textdocument"],
  },
  "server/cli": {
    rooms: ["server/core/index.ts", "server/core/small.ts", "server/disk", "server/exchange/index.ts", "server/exchange/tool-names.ts"],
    packages: [
      "node:*",
      "@modelcontextprotocol/sdk",
      "chokidar",
      "commander",
      "diff",
      "fast-string-width",
      "fast-wrap-ansi",
      "yaml",
      "zod",
    ],
  },
  "server/bench": {
    rooms: ["server/core/index.ts", "server/accuracy/random.ts", "server/accuracy/sentences.ts", "server/test"],
    packages: [
      "node:*",
      "vscode-languageserver",
      "vscode-languageserver-protocol",
      "vscode-languageserver-textdocument",
      "yaml",
      "yaml-language-server",
    ],
  },
  "server/bin": { rooms: ["server/cli", "server/lsp"], packages: ["node:*"] },
  // What it is built with: how rules are written, and what was learnt. Of what they say it knows only what the server tells.
  extension: {
    rooms: ["server/core/rule-source.ts", "server/core/bundle-source.ts"],
    packages: ["node:*", "vscode", "vscode-languageclient", "esbuild"],
  },
  site: {
    rooms: [],
    packages: [
      "@cadence-playbooks/server/core",
      // For who reads a message and nothing else: the whole core is eight times as large.
      "@cadence-playbooks/server/core/message-findings",
      "@cadence-playbooks/server/core/pattern",
      "@cadence-playbooks/server/holidays",
      "node:*",
      "astro",
      "astro:*",
      "@astrojs/*",
      "virtual:*",
      "@fontsource/*",
      "@fontsource-variable/*",
      "@lucide/astro",
      "fastest-levenshtein",
      "harfbuzzjs",
      "pagefind",
      "sharp",
      "shiki",
      "subset-font",
      "@shikijs/langs",
    ],
  },
  "site/bench": {
    rooms: ["site", "extension/workbench/browser.ts"],
    packages: ["@cadence-playbooks/server/core", "node:*", "astro", "astro:*", "@astrojs/starlight", "yaml"],
  },
  scripts: {
    rooms: [
      "server/cli",
      "server/core/rule-source.ts",
      "server/disk",
      "site/serve.ts",
      "extension/kept-script.ts",
      "extension/lightly.ts",
      "extension/notices.ts",
      "extension/ready-made.ts",
      "extension/spell-plainly.ts",
    ],
    packages: ["node:*", "chokidar", "esbuild"],
  },
};

/** Files that test, and what they may reach besides: tests look at everything, in a room of their own. */
const isTest = (file: string) => /\.(test|e2e)\.ts$|(^|\/)(test|workbench|neovim|emacs|helix)\//.test(file);

const sources = globSync("{server,extension,site,scripts}/**/*.{ts,js,mjs,astro,mdx}", {
  exclude: (file) => /(^|\/)(node_modules|dist|\.astro|out)(\/|$)/.test(file),
}).filter((file) => !isTest(file) && !file.endsWith(".config.ts") && !file.endsWith(".d.ts"));

/** The specifiers a file imports, statically or dynamically, re-exports included. */
const IMPORT =
  /^[ \t]*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']|^[ \t]*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");

const roomOf = (file: string) =>
  Object.keys(ROOMS)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function isAllowed(room: string, file: string, specifier: string): boolean {
  const { rooms = [], packages = [] } = ROOMS[room] ?? {};
  if (specifier.startsWith(".")) {
    const target = posix.join(dirname(file), specifier);
    return roomOf(target) === room || rooms.some((open) => target === open || target.startsWith(`${open}/`));
  }
  return packages.some((name) =>
    name.endsWith("*")
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || (specifier.startsWith(`${name}/`) && !name.includes("server/core")),
  );
}

test("there are sources to look at, in every room", () => {
  expect(new Set(sources.map(roomOf))).toEqual(new Set(Object.keys(ROOMS)));
});

test.each(Object.keys(ROOMS))("%s imports only what it may", (room) => {
  const strays = sources
    .filter((file) => roomOf(file) === room)
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !isAllowed(room, file, specifier))
        .map((specifier) => `${file} → ${specifier}`),
    );
  expect(strays).toEqual([]);
});

test.each([
  ["server/core/check.ts", "../lsp/serve.ts"],
  ["server/core/check.ts", "node:fs"],
  ["server/core/check.ts", "vscode-languageserver"],
  ["server/lsp/serve.ts", "../core/check.ts"],
  ["server/lsp/serve.ts", "../cli/main.ts"],
  ["site/src/pages/index.astro", "../../../server/core/check.ts"],
  ["site/src/pages/index.astro", "@cadence-playbooks/server/lsp"],
  ["site/src/content/page.mdx", "@cadence-playbooks/server"],
  ["extension/extension.ts", "@cadence-playbooks/server/core"],
  ["extension/extension.ts", "../server/core/index.ts"],
])("the table would refuse %s → %s", (file, specifier) => {
  expect(isAllowed(roomOf(file) ?? "", file, specifier)).toBe(false);
});

test("no source file is longer than one sitting", () => {
  const long = sources
    .filter((file) => /\.(ts|astro)$/.test(file))
    .map((file) => [file, readFileSync(file, "utf8").split("\n").length] as const);
  expect(long.filter(([, lines]) => lines > 350)).toEqual([]);
});

test("nothing that people tell where to write makes folders in the way that may never end", () => {
  const makes = sources.filter(
    (file) => /^(?:server\/(?!bench)|scripts\/)/.test(file) && /mkdir(?:Sync)?\([^;]*recursive/.test(readFileSync(file, "utf8")),
  );
  expect(makes, "server/disk/make-folder.ts says why").toEqual([]);
});
