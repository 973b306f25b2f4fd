import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAtomically, writeAtomically } from "./write-atomically.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "write-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a file is replaced whole and keeps its mode", async () => {
  const file = path.join(folder, "kept/a.yaml");
  await writeAtomically(file, "one\n");
  await chmod(file, 0o640);
  await writeAtomically(file, Buffer.from("two\n"));
  expect(await readFile(file, "utf8")).toBe("two\n");
  expect((await stat(file)).mode & 0o777).toBe(process.platform === "win32" ? 0o666 : 0o640);
  expect(await readdir(path.dirname(file))).toEqual(["a.yaml"]);
});

test("of many who create one file at once exactly one does, and what it wrote is there", async () => {
  const file = path.join(folder, "once/a.yaml");
  const texts = Array.from({ length: 20 }, (_, i) => `${i}\n`.repeat(10_000));
  const done = await Promise.all(texts.map((text) => createAtomically(file, text)));
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await readFile(file, "utf8")).toBe(texts[done.indexOf(true)]);
  expect(await readdir(path.dirname(file))).toEqual(["a.yaml"]);
});

test("a write that cannot be done leaves things as they were", async () => {
  const inTheWay = path.join(folder, "in-the-way");
  await writeFile(inTheWay, "here\n");
  await expect(writeAtomically(path.join(inTheWay, "a.yaml"), "x")).rejects.toThrow();
  await expect(createAtomically(path.join(inTheWay, "a.yaml"), "x")).rejects.toThrow();
  expect(await readFile(inTheWay, "utf8")).toBe("here\n");
});

test("folders that are missing are made, by as many as try at once", async () => {
  const deep = path.join(folder, "a/b/c/d/e");
  await Promise.all(Array.from({ length: 12 }, (_, i) => writeAtomically(path.join(deep, `${i % 3}`, `${i}.yaml`), "x\n")));
  expect((await readdir(deep)).sort()).toEqual(["0", "1", "2"]);
});

test.skipIf(process.platform !== "linux")("where a system has no folders to give, that is said and not tried for ever", async () => {
  await expect(writeAtomically("/proc/none/deep/a.yaml", "x")).rejects.toMatchObject({ code: "ENOENT" });
  await expect(createAtomically("/proc/none/a.yaml", "x")).rejects.toMatchObject({ code: "ENOENT" });
});
