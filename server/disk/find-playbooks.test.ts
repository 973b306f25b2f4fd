import { execFileSync } from "node:child_process";
import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { findPlaybooks } from "./find-playbooks.ts";

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder of its own that holds some files; a name that ends in a slash is a folder. */
async function folderOf(...names: string[]): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "find-")));
  made.push(folder);
  for (const name of names) {
    const file = path.join(folder, name);
    await mkdir(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/")) await writeFile(file, "title: A playbook\n");
  }
  return folder;
}

/** What was found, with paths as seen from the folder. */
async function found(folder: string, ...paths: string[]) {
  const { files, unread, notes } = await findPlaybooks(paths, folder);
  const seen = (file: string) => path.relative(folder, path.resolve(folder, file)).replaceAll(path.sep, "/");
  return {
    files: files.map(seen),
    unread: unread.map(({ file, what }) => `${seen(file)}: ${what}`),
    notes: notes.map(({ file, what }) => `${seen(file)}: ${what}`),
  };
}

test("a folder stands for every playbook, configuration and assets file below it, sorted", async () => {
  const folder = await folderOf(
    "b.playbook.yaml",
    "Z.playbook.yml",
    "a/late.playbook.yaml",
    "cadence.config.yaml",
    "cadence.assets.yaml",
    "notes.yaml",
    "a/readme.md",
    "node_modules/x/c.playbook.yaml",
    ".drafts/d.playbook.yaml",
    "approved/b/1.playbook.yaml",
    "approved/b/1.approval.yaml",
  );
  const all = ["Z.playbook.yml", "a/late.playbook.yaml", "b.playbook.yaml", "cadence.assets.yaml", "cadence.config.yaml"];
  expect(await found(folder)).toEqual({ files: all, unread: [], notes: [] });
  expect((await found(folder, ".", "a", "b.playbook.yaml", "./a/../b.playbook.yaml")).files).toEqual(all);
});

test("what is named is entered, whatever it is called", async () => {
  const folder = await folderOf(".drafts/d.playbook.yaml", "approved/b/1.playbook.yaml");
  expect((await found(folder, ".drafts", "approved")).files).toEqual([".drafts/d.playbook.yaml", "approved/b/1.playbook.yaml"]);
});

test("links are followed, a file is told once, and a circle ends", async () => {
  const folder = await folderOf("team/a.playbook.yaml", "team/deep/", "elsewhere/z.playbook.yaml");
  await symlink("..", path.join(folder, "team/deep/up"));
  await symlink("../elsewhere", path.join(folder, "team/others"));
  await symlink("a.playbook.yaml", path.join(folder, "team/0-also-a.playbook.yaml"));
  expect(await found(folder, "team")).toEqual({
    files: ["team/a.playbook.yaml", "team/others/z.playbook.yaml"],
    unread: [],
    notes: ["team/deep/up: This link leads back to a folder it stands in."],
  });
});

test("links that lead nowhere are told where they matter, and the rest is found", async () => {
  const folder = await folderOf("a.playbook.yaml");
  await symlink("loop", path.join(folder, "loop"));
  await symlink("gone.playbook.yaml", path.join(folder, "b.playbook.yaml"));
  await symlink("gone.txt", path.join(folder, "unrelated"));
  expect(await found(folder)).toEqual({
    files: ["a.playbook.yaml"],
    unread: [
      "b.playbook.yaml: This link leads to a file that is not there.",
      "loop: This link leads back to itself, so there is nothing at its end.",
    ],
    notes: [],
  });
});

test("a path that does not exist is told, with the name it probably meant", async () => {
  const folder = await folderOf("team/first-conversation.playbook.yaml", "team/xyz.playbook.yaml");
  const { files, unread } = await found(
    folder,
    "team/first-conversatoin.playbook.yaml",
    "taem/",
    "team/abc.playbook.yaml",
    "team/first-conversation",
  );
  expect(files).toEqual([]);
  expect(unread).toEqual([
    "taem: There is no such file or folder; did you mean team?",
    "team/abc.playbook.yaml: There is no such file or folder.",
    "team/first-conversation: There is no such file or folder; did you mean team/first-conversation.playbook.yaml?",
    "team/first-conversatoin.playbook.yaml: There is no such file or folder; did you mean team/first-conversation.playbook.yaml?",
  ]);
});

test("a file that is not ours by its name is told, and how to make it ours", async () => {
  const folder = await folderOf("first.yaml", "notes.txt", "empty/");
  const { unread } = await findPlaybooks(["first.yaml", "notes.txt", "empty"], folder);
  expect(unread.map(({ what, todo }) => [what, todo])).toEqual([
    ["There is no playbook in this folder.", "A playbook's name ends in .playbook.yaml: check the names and the folder."],
    [
      "This is not a playbook by its name: a playbook's ends in .playbook.yaml.",
      "If it is one, name it first.playbook.yaml; if not, leave it out.",
    ],
    ["This is not a playbook by its name: a playbook's ends in .playbook.yaml.", "Leave it out, or name the playbook you meant."],
  ]);
});

test("a pattern that the shell left alone is understood", async () => {
  const folder = await folderOf("a/one.playbook.yaml", "b/two.playbook.yaml", "b/two.txt");
  expect((await found(folder, "*/*")).files).toEqual(["a/one.playbook.yaml", "b/two.playbook.yaml"]);
  expect((await found(folder, "c/*.playbook.yaml")).unread).toEqual(["c/*.playbook.yaml: No playbook has a name like this."]);
});

test.skipIf(process.platform === "win32")("names with spaces, line breaks and other scripts are names", async () => {
  const folder = await folderOf("erste schritte.playbook.yaml", "שלום.playbook.yaml", "a\nb.playbook.yaml");
  await link(path.join(folder, "שלום.playbook.yaml"), path.join(folder, "👋.playbook.yaml"));
  expect((await found(folder)).files).toEqual([
    "a\nb.playbook.yaml",
    "erste schritte.playbook.yaml",
    "שלום.playbook.yaml",
    "👋.playbook.yaml",
  ]);
});

test.skipIf(process.platform === "win32")("a pipe is no file, however it is found", async () => {
  const folder = await folderOf("a/one.playbook.yaml");
  execFileSync("mkfifo", [path.join(folder, "a/pipe.playbook.yaml")]);
  const told = { files: ["a/one.playbook.yaml"], unread: ["a/pipe.playbook.yaml: This is a pipe or a device, not a file."], notes: [] };
  expect(await found(folder)).toEqual(told);
  expect(await found(folder, "a/*")).toEqual(told);
  expect(await found(folder, "a/one.playbook.yaml", "a/pipe.playbook.yaml")).toEqual(told);
});
