import { createHash } from "node:crypto";
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { CORE, coreNames } from "../server/core/bundle-source.ts";
import { spelledPlainly } from "./spell-plainly.ts";

/** Letters of a digest that tell one script from another. */
const DIGEST = 8;

type Kept = {
  /** What the script is called. */
  readonly name: string;
  /** The modules that it takes the place of, by their paths: each in a folder of the server's. */
  readonly of: RegExp;
  /** How it is built: from one entry point, or from words. */
  readonly options: BuildOptions;
  /** What it gives. */
  readonly names: readonly string[] | (() => Promise<readonly string[]>);
};

/**
 * For programs that start often and have a disk: some modules become a script of its own beside the bundle, loaded in a way that keeps
 * what the engine compiles of it (`server/disk/kept-code.ts`). It is built once, for however many bundles. `made` is told which files went
 * into it.
 */
export function keptScript(beside: string, { name, of, options, names }: Kept, made: (inputs: readonly string[]) => void): Plugin {
  let file: Promise<string> | undefined;
  const buildIt = async () => {
    const { outputFiles, metafile } = await build({
      ...options,
      format: "cjs",
      banner: { js: `(function(exports,require,module,__filename,__dirname){${options.banner?.js ?? ""}` },
      footer: { js: "})" },
      outdir: beside,
      splitting: false,
      write: false,
      metafile: true,
    });
    made(Object.keys(metafile.inputs));
    const script = spelledPlainly(outputFiles[0]?.text ?? "");
    const file = `${name}-${createHash("sha256").update(script).digest("hex").slice(0, DIGEST)}.cjs`;
    mkdirSync(beside, { recursive: true });
    for (const old of globSync(`${name}-*.cjs`, { cwd: beside })) rmSync(path.join(beside, old));
    writeFileSync(path.join(beside, file), script);
    return file;
  };
  return {
    name: `kept-${name}`,
    setup({ onLoad }) {
      onLoad({ filter: of }, async () => {
        file ??= buildIt();
        const given = typeof names === "function" ? await names() : names;
        return {
          contents: [
            'import { load } from "../disk/kept-code.ts";',
            `export const { ${given.join(", ")} } = load(\`\${__dirname}/${await file}\`) as Record<string, any>;`,
          ].join("\n"),
          loader: "ts",
        };
      });
    },
  };
}

/** The core as such a script. */
export const keptCore = (beside: string, options: BuildOptions, made: (inputs: readonly string[]) => void): Plugin =>
  keptScript(beside, { name: "core", of: CORE, names: coreNames, options: { ...options, entryPoints: ["server/core/index.ts"] } }, made);
