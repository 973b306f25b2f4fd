import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** A project with one package to install, which lies beside it, so that no network is needed. */
async function project(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "install-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, "scripts"));
  await cp(path.join(import.meta.dirname, "install.mjs"), path.join(folder, "scripts/install.mjs"));
  await mkdir(path.join(folder, "tool"));
  await write(folder, "tool/package.json", { name: "tool", version: "1.0.0" });
  await write(folder, "package.json", { name: "project", version: "1.0.0", dependencies: { tool: "file:tool" } });
  await write(folder, "package-lock.json", {
    name: "project",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { name: "project", version: "1.0.0", dependencies: { tool: "file:tool" } },
      "node_modules/elsewhere": { version: "9.9.9", os: ["nowhere"], optional: true },
      "node_modules/tool": { resolved: "tool", link: true },
      tool: { version: "1.0.0" },
    },
  });
  return folder;
}

const write = (folder: string, name: string, content: unknown) => writeFile(path.join(folder, name), JSON.stringify(content));

async function install(folder: string, env: NodeJS.ProcessEnv = {}, node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, "scripts/install.mjs"], { cwd: folder, env: { ...process.env, ...env } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, said };
}

test("installs what is missing, then leaves it alone until something else is asked for", async () => {
  const folder = await project();
  // As if asked for from a workspace: that npm must not take for an order.
  const first = await install(folder, { npm_config_workspace: "none", npm_lifecycle_event: "prestart" });
  expect(first).toEqual({ code: 0, said: expect.stringMatching(/Installing what the project needs[\s\S]*Installed in \d+ s\.\n$/) });
  expect((await stat(path.join(folder, "node_modules/tool/package.json"))).isFile()).toBe(true);

  expect(await install(folder)).toEqual({ code: 0, said: "" });

  const lock = await readFile(path.join(folder, "package-lock.json"), "utf8");
  await writeFile(path.join(folder, "package-lock.json"), lock.replace(`"tool":{"version":"1.0.0"}`, `"tool":{"version":"1.0.1"}`));
  await write(folder, "tool/package.json", { name: "tool", version: "1.0.1" });
  expect(await install(folder)).toEqual({ code: 0, said: expect.stringContaining("Installed in") });
  expect(await install(folder)).toEqual({ code: 0, said: "" });

  await rm(path.join(folder, "node_modules/.package-lock.json"));
  expect((await install(folder)).said).toContain("Installed in");
});

test("when npm cannot do it, that is said, and the next start tries again", async () => {
  const folder = await project();
  await install(folder);
  await write(folder, "package.json", { name: "project", version: "1.0.0", dependencies: { tool: "file:tool", more: "file:more" } });
  await writeFile(path.join(folder, "package-lock.json"), "{ half a file");
  for (let time = 0; time < 2; time++) {
    const { code, said } = await install(folder);
    expect(code).toBe(1);
    expect(said).toContain("npm could not install what the project needs");
    expect(said).not.toMatch(/\n\s+at .*\.m?js:\d/);
  }
});

test("a Node that is too old, or cannot run TypeScript, is told so", async () => {
  const folder = await project();
  await install(folder);
  const pretend = (version: string) => [
    "--import",
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`,
  ];
  expect(await install(folder, {}, pretend("18.20.0"))).toEqual({
    code: 1,
    said: expect.stringContaining("This is Node 18.20.0, and the project needs Node 20"),
  });
  // This project brings no Node of its own.
  expect(await install(folder, {}, pretend("20.20.0"))).toEqual({
    code: 1,
    said: expect.stringContaining("The project's own Node is not there"),
  });
  expect(await install(folder, {}, pretend("22.18.0"))).toEqual({ code: 0, said: "" });
});

test("the lockfiles name what every system needs, though npm leaves out what the system of whoever changed them does not", async () => {
  for (const file of ["package-lock.json", "extension/workbench/package-lock.json"]) {
    const { packages } = JSON.parse(await readFile(path.join(import.meta.dirname, "..", file), "utf8")) as {
      packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
    };
    const named = new Set(Object.keys(packages).map((place) => place.split("node_modules/").at(-1)));
    const left = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter((name) => !named.has(name)),
    );
    // Take the package that asks for them and the one that asks for that out of the file; `npm install --package-lock-only`
    // then writes all of it anew.
    expect(left, file).toEqual([]);
  }
});
