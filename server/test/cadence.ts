import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

export const bin = path.join(import.meta.dirname, "../bin/cadence.js");

/** A user who owns nothing, for what root would be allowed to do. Undefined when we are not root and need no other. */
export const nobody = process.getuid?.() === 0 ? 65_534 : undefined;

type How = {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly as?: number | undefined;
  /** Options for Node itself. */
  readonly node?: readonly string[];
};

/** Runs the real `cadence` in a folder, without a terminal and 80 columns wide unless told otherwise. */
export async function cadence(cwd: string, args: readonly string[], { input, env, as, node = [] }: How = {}) {
  const { FORCE_COLOR: _, NO_COLOR: __, COLUMNS: ___, npm_command: ____, ...clean } = process.env;
  const child = spawn(process.execPath, [...node, bin, ...args], {
    cwd,
    env: { ...clean, ...env },
    ...(as === undefined ? {} : { uid: as, gid: as }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A program that has read enough may close its end first.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** A folder of its own for one test, holding some files and nothing of the folders around it. Anybody may read it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "cadence-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ".git": "", ...files })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await chmod(folder, 0o755);
  return folder;
}
