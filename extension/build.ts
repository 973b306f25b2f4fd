import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { notices } from "./notices.ts";

const here = import.meta.dirname;
const root = join(here, "..");
const dist = join(here, "dist");

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node22",
  format: "cjs",
  external: ["vscode"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  // The calendar of holidays needs time zones for equinoxes only: those of ten years do, and weigh a tenth of all there ever were.
  alias: { "moment-timezone": "moment-timezone/builds/moment-timezone-with-data-10-year-range.js" },
};

mkdirSync(dist, { recursive: true });
const bundles = await Promise.all([
  build({ ...shared, entryPoints: ["extension/extension.ts"], outfile: join(dist, "extension.cjs") }),
  build({ ...shared, entryPoints: ["server/lsp/main.ts"], outfile: join(dist, "server.cjs") }),
]);
writeFileSync(
  join(dist, "notices.txt"),
  notices(
    root,
    bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})),
  ),
);
copyFileSync(join(root, "LICENSE"), join(here, "LICENSE"));
