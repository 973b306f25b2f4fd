import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPlaybooks } from "./find-playbooks.ts";
import { LARGEST_FILE, readText, readTextSync } from "./read-text.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "read-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What both ways of reading answer: the same. */
async function readBoth(file: string) {
  const read = await readText(file);
  expect(readTextSync(file)).toEqual(read);
  return read;
}

async function reading(bytes: string | Uint8Array) {
  const file = path.join(folder, "a.playbook.yaml");
  await writeFile(file, bytes);
  return readBoth(file);
}

const whatOf = async (read: ReturnType<typeof readBoth>) => {
  const answer = await read;
  return "what" in answer ? answer.what : answer.text;
};

test("text comes without its byte order mark, bytes come exactly", async () => {
  const bytes = Buffer.from("\uFEFFtitle: Grüße 👋\r\n");
  expect(await reading(bytes)).toEqual({ text: "title: Grüße 👋\r\n", bytes });
  expect(await reading("")).toEqual({ text: "", bytes: Buffer.alloc(0) });
});

test("what is not UTF-8 is told with its line", async () => {
  expect(await whatOf(reading(Buffer.from("title: One\nsummary: Gr\xfc\xdfe\n", "latin1")))).toBe(
    "The file is not UTF-8 text: line 2 holds a byte that is no character.",
  );
  expect(await whatOf(reading(Buffer.from("\uFEFFtitle: One\nowner: D\u00e9", "utf8").subarray(0, -1)))).toBe(
    "The file is not UTF-8 text: line 2 holds a byte that is no character.",
  );
  expect(await whatOf(reading(Buffer.from("\uFEFFtitle: One", "utf16le")))).toBe("The file is written in UTF-16.");
  expect(await whatOf(reading(Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")))).toBe(
    "This is not text: there is a zero byte on line 3.",
  );
});

test("a file over 1 MB is not read, one of 1 MB is", async () => {
  expect(await whatOf(reading(Buffer.alloc(10 * LARGEST_FILE, "a")))).toBe("The file is 10 MB; nothing over 1 MB is read.");
  expect(await whatOf(reading(Buffer.alloc(LARGEST_FILE + 1, "a")))).toBe("The file is 1.1 MB; nothing over 1 MB is read.");
  expect(await whatOf(reading(Buffer.alloc(LARGEST_FILE, "a")))).toHaveLength(LARGEST_FILE);
  // A terabyte that takes no room on the disk.
  const vast = path.join(folder, "vast.playbook.yaml");
  await writeFile(vast, "");
  await truncate(vast, 2 ** 40);
  expect(await whatOf(readBoth(vast))).toBe("The file is 1,048,576 MB; nothing over 1 MB is read.");
});

test.skipIf(process.platform === "win32")("pipes and devices are never waited for", async () => {
  const pipe = path.join(folder, "pipe.playbook.yaml");
  execFileSync("mkfifo", [pipe]);
  expect(await whatOf(readBoth(pipe))).toBe("This is a pipe or a device, not a file.");
  const endless = path.join(folder, "endless.playbook.yaml");
  await symlink("/dev/zero", endless);
  expect(await whatOf(readBoth(endless))).toBe("This is a pipe or a device, not a file.");
});

test.skipIf(process.platform !== "linux")("a file that says nothing of its size is read as far as it goes", async () => {
  expect(await whatOf(readBoth("/proc/self/comm"))).toMatch(/\S\n$/);
});

test("folders, missing files and circles of links are told apart", async () => {
  expect(await readBoth(folder)).toMatchObject({ kind: "not-a-file", what: "This is a folder, not a file." });
  expect(await readBoth(path.join(folder, "none"))).toMatchObject({ kind: "missing", what: "There is no such file or folder." });
  expect(await readBoth(path.join(folder, "n".repeat(5000)))).toMatchObject({ kind: "missing" });
  expect(await readBoth("a\0b")).toMatchObject({ kind: "failed" });
  const loop = path.join(folder, "loop.playbook.yaml");
  await symlink("loop.playbook.yaml", loop);
  expect(await readBoth(loop)).toMatchObject({ kind: "loop" });
});

test("a playbook that vanishes between listing and reading is told, not thrown", async () => {
  const here = await mkdtemp(path.join(folder, "vanish-"));
  await writeFile(path.join(here, "a.playbook.yaml"), "title: A\n");
  await writeFile(path.join(here, "b.playbook.yaml"), "title: B\n");
  const { files } = await findPlaybooks([here]);
  await rm(path.join(here, "a.playbook.yaml"));
  expect(await Promise.all(files.map((file) => whatOf(readBoth(file))))).toEqual(["There is no such file or folder.", "title: B\n"]);
});
