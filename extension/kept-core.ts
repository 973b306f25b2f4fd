import { createHash } from "node:crypto";
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { CORE, coreNames } from "../server/core/bundle-source.ts";
import { spelledPlainly } from "./spell-plainly.ts";

/** Letters of a digest that tell one core from another. */
const DIGEST = 8;

/**
 * For programs that start often and have a disk: the core is a script of its own beside the bundle, loaded in a way that keeps what the
 * engine compiles of it (`server/disk/kept-code.ts`). `made` is told which files went into it.
 */
export const keptCore = (
  beside: string,
  { plugins = [], ...options }: BuildOptions,
  made: (inputs: readonly string[]) => void,
): Plugin => ({
  name: "kept-core",
  setup({ onLoad }) {
    onLoad({ filter: CORE }, async ({ path: core }) => {
      const { outputFiles, metafile } = await build({
        ...options,
        plugins,
        entryPoints: [core],
        format: "cjs",
        banner: { js: "(function(exports,require,module,__filename,__dirname){" },
        footer: { js: "})" },
        outdir: beside,
        splitting: false,
        write: false,
        metafile: true,
      });
      made(Object.keys(metafile.inputs));
      const script = spelledPlainly(outputFiles[0]?.text ?? "");
      const file = `core-${createHash("sha256").update(script).digest("hex").slice(0, DIGEST)}.cjs`;
      mkdirSync(beside, { recursive: true });
      for (const old of globSync("core-*.cjs", { cwd: beside })) rmSync(path.join(beside, old));
      writeFileSync(path.join(beside, file), script);
      return {
        contents: [
          'import { load } from "../disk/kept-code.ts";',
          `export const { ${(await coreNames()).join(", ")} } = load(\`\${__dirname}/${file}\`) as Record<string, any>;`,
        ].join("\n"),
        loader: "ts",
      };
    });
  },
});
