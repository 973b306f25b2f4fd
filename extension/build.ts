import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { RULE_FILES, withoutExamples } from "../server/core/rule-source.ts";
import { keptCore } from "./kept-script.ts";
import { lightly } from "./lightly.ts";
import { notices } from "./notices.ts";
import { readyMade } from "./ready-made.ts";
import { spellPlainly } from "./spell-plainly.ts";

const here = import.meta.dirname;
const root = join(here, "..");
const dist = join(here, "dist");

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node22",
  // Older engines know fewer of the classes of letters, so the bundler has them looked up at every call. Ours knows those we ask for.
  supported: { "regexp-unicode-property-escapes": true },
  format: "cjs",
  external: ["vscode"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  // The calendar of holidays needs time zones for equinoxes only: those of ten years do, and weigh a tenth of all there ever were.
  alias: { "moment-timezone": "moment-timezone/builds/moment-timezone-with-data-10-year-range.js" },
};

/** What the reader of prose has learnt is most of the server: a file of its own, which a browser is given. */
const modelGiven: Plugin = {
  name: "model-given",
  setup({ onLoad }) {
    onLoad({ filter: /\/model\.json$/ }, () => ({ contents: "module.exports = globalThis.CADENCE_MODEL;", loader: "js" }));
  },
};

/** The servers read; nobody asks them for a rule's examples. */
const reading: Plugin = {
  name: "without-examples",
  setup({ onLoad }) {
    onLoad({ filter: RULE_FILES }, ({ path }) => ({ contents: withoutExamples(readFileSync(path, "utf8")), loader: "ts" }));
  },
};

/** For a browser: the extension and the server each in a worker, and nothing of Node. */
const web: BuildOptions = { ...shared, platform: "browser", target: "es2024", mainFields: ["browser", "module", "main"] };

/** The page of the preview: a script and a style that are written into it. */
const page: BuildOptions = { ...shared, platform: "browser", target: "es2024", format: "iife" };

/** The calendar of holidays, in a script of its own: half of the weight of a server that most teams never ask for one. */
const holidaysApart: Plugin = {
  name: "holidays-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^date-holidays$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./holidays.cjs", external: true },
    );
  },
};

const inCore: string[] = [];
const core = { ...shared, plugins: [readyMade(dist), reading, lightly] };

mkdirSync(dist, { recursive: true });
const bundles = await Promise.all([
  build({ ...shared, entryPoints: ["extension/extension.ts"], outfile: join(dist, "extension.cjs") }),
  build({
    ...shared,
    entryPoints: ["server/lsp/main.ts"],
    outfile: join(dist, "language-server.cjs"),
    plugins: [keptCore(dist, core, (inputs) => inCore.push(...inputs)), holidaysApart, lightly],
    // Where there is no such thing, the program asks for the path instead.
    logOverride: { "empty-import-meta": "silent" },
  }),
  build({
    ...shared,
    stdin: { contents: 'module.exports = require("date-holidays");', resolveDir: join(root, "server") },
    outfile: join(dist, "holidays.cjs"),
  }),
  build({ ...shared, entryPoints: ["extension/start.ts"], outfile: join(dist, "server.cjs"), external: ["./language-server.cjs"] }),
  build({ ...web, entryPoints: ["extension/web.ts"], outfile: join(dist, "extension.web.cjs") }),
  build({
    ...web,
    entryPoints: ["server/lsp/web.ts"],
    outfile: join(dist, "server.web.cjs"),
    format: "iife",
    plugins: [modelGiven, reading],
  }),
  build({ ...page, entryPoints: ["extension/page/preview.ts", "extension/page/preview.css"], outdir: dist }),
]);
for (const file of ["language-server.cjs", "server.web.cjs"]) spellPlainly(join(dist, file));
writeFileSync(
  join(dist, "notices.txt"),
  notices(root, [...inCore, ...bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))]),
);
copyFileSync(join(root, "server/core/prose/model.json"), join(dist, "model.json"));
copyFileSync(join(root, "LICENSE"), join(here, "LICENSE"));
