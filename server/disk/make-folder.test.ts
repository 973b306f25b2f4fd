import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder } from "./make-folder.ts";
import { trouble } from "./trouble.ts";
import { createAtomically, writeAtomically } from "./write-atomically.ts";

let home = "";
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "folders-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const codeOf = (made: Promise<unknown>) =>
  made.then(
    () => "made",
    (error: NodeJS.ErrnoException) => error.code,
  );

test("a folder is made with those above it, and one that is there stays as it is", async () => {
  const deep = path.join(home, "a/b/c/d");
  await makeFolder(deep);
  await writeFile(path.join(deep, "kept"), "");
  await makeFolder(deep);
  await makeFolder(path.join(home, "a/b/../b/./c"));
  await makeFolder(path.parse(home).root);
  expect(await readdir(deep)).toEqual(["kept"]);
});

test("of many who make one folder at once all find it", async () => {
  const deep = path.join(home, "once/b/c");
  expect(await Promise.all(Array.from({ length: 20 }, () => codeOf(makeFolder(deep))))).toEqual(Array.from({ length: 20 }, () => "made"));
  expect((await stat(deep)).isDirectory()).toBe(true);
});

test("a link to a folder is a folder; a file, and a link to nothing, are in the way", async () => {
  await mkdir(path.join(home, "real"));
  await symlink(path.join(home, "real"), path.join(home, "link"));
  await makeFolder(path.join(home, "link/below"));
  expect(await readdir(path.join(home, "real"))).toEqual(["below"]);
  await writeFile(path.join(home, "file"), "here");
  expect(await codeOf(makeFolder(path.join(home, "file")))).toBe("EEXIST");
  expect(await codeOf(makeFolder(path.join(home, "file/below/it")))).toBe("ENOTDIR");
  await symlink(path.join(home, "nowhere"), path.join(home, "dangling"));
  expect(await codeOf(makeFolder(path.join(home, "dangling/below")))).toBe("EEXIST");
});

test.skipIf(!existsSync("/proc/self"))("where the system takes no folder it ends, and says so in words", { timeout: 5_000 }, async () => {
  expect(await codeOf(makeFolder("/proc/none"))).toBe("ENOENT");
  for (const write of [writeAtomically, createAtomically])
    for (const file of ["/proc/none/deeper/a.yaml", "/proc/a.yaml"]) {
      const error = await write(file, "x").catch((error: unknown) => error);
      expect(trouble(file, error, "write")).toMatchObject({ kind: "denied", what: "Nothing can be written there." });
    }
});

test("it asks a disk that always says no twice and then no more", async () => {
  let asked = 0;
  const no = () => {
    asked++;
    return Promise.reject(Object.assign(new Error("no"), { code: "ENOENT" }));
  };
  const folder = path.join(home, "never");
  expect(await codeOf(makeFolder(folder, { mkdir: no as never }))).toBe("ENOENT");
  expect(asked).toBe(3);
});
