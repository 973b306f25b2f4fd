import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const codeServer = join(here, "node_modules/code-server");
const vscode = join(codeServer, "lib/vscode");

/** The script that starts code-server, which serves the Visual Studio Code workbench. */
export const entry = join(codeServer, "out/node/entry.js");

/**
 * Installs code-server beside this file, in the version package.json names; where it is there already, nothing happens.
 * Throws when npm fails, naming the folder.
 */
export function installWorkbench(): void {
  // code-server's own install script compiles native modules for minutes. No extension needs them: the same packages go in without scripts.
  if (version(codeServer) !== wanted()) npm(here, ["ci", "--ignore-scripts"]);
  for (const folder of [vscode, join(vscode, "extensions")])
    if (!existsSync(join(folder, "node_modules/.package-lock.json"))) npm(folder, ["install", "--omit=dev", "--ignore-scripts"]);
}

function npm(folder: string, args: string[]): void {
  // Settings of the npm that started us would be taken for settings of this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const all = [...args, "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync("npm", all, { cwd: folder, env, stdio: "inherit" });
  if (status === 0) return;
  throw new Error(`npm ${args.join(" ")} failed in ${folder}${error ? `: ${error.message}` : ""}. Delete its node_modules and try again.`);
}

function version(folder: string): string | undefined {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}

function wanted(): string {
  return JSON.parse(readFileSync(join(here, "package.json"), "utf8")).devDependencies["code-server"];
}
