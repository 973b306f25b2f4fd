import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bin, cadence, folderWith } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

/** A real disk with no room left, holding some files. Undefined where we may mount none. */
async function fullDisk(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const disk = path.join(await folderWith({}), "disk");
  await mkdir(disk);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).status !== 0) return undefined;
  onTestFinished(() => void execFileSync("umount", [disk]));
  for (const [name, content] of Object.entries({ ".git": "", ...files })) await writeFile(path.join(disk, name), content);
  const { bfree, bsize } = await statfs(disk);
  await writeFile(path.join(disk, "fill"), Buffer.alloc(bfree * bsize));
  return disk;
}

const DRAFT = "broken.playbook.yaml";
const draft = "sumary: For heads of operations.\ntitle: One\n";

test.for([
  ["check --fix", ["check", "--fix"]],
  ["check --output", ["check", "--format", "json", "--output", "out.json"]],
  ["baseline", ["baseline"]],
  ["init", ["init", "--yes", "--team", "Northwind", "--owner", "Dana Ortiz <dana@northwind.example>"]],
  ["export", ["export", "whole.playbook.yaml", "--to", "csv", "--into", "out"]],
  ["import", ["import", "-", "--from", "document", "--into", "drafts"]],
] as const)("%s on a full disk says so, loses nothing and leaves nothing half-written", async ([, args], { skip }) => {
  const disk = await fullDisk({ [DRAFT]: draft, "whole.playbook.yaml": cleanPlaybook });
  if (!disk) return skip("No disk may be mounted here.");
  const { code, out, err } = await cadence(disk, args, { input: "Day 1, email\nHello, here is the count you asked for.\n" });
  expect(code).toBe(2);
  expect(`${out}${err}`).toContain("The disk is full.");
  expect(`${out}${err}`).toMatch(/^ unsaved {2}\S/m);
  expect(`${out}${err}`).not.toContain("unread");
  expect(`${out}${err}`).toContain("Make some room and try again.");
  expect(`${out}${err}`).not.toMatch(/ENOSPC|^ {4}at /m);
  expect(await readFile(path.join(disk, DRAFT), "utf8")).toBe(draft);
  const there = await readdir(disk, { recursive: true, withFileTypes: true });
  expect(
    there
      .filter((one) => one.isFile())
      .map(({ name }) => name)
      .sort(),
  ).toEqual([".git", DRAFT, "fill", "whole.playbook.yaml"]);
});

test.skipIf(!existsSync("/dev/full")).for([["check", "--format", "json"], ["check"], ["rules"], ["--help"]])(
  "cadence %s says in words that what it tells could not be written",
  async (args) => {
    const folder = await folderWith({ [DRAFT]: draft });
    const full = await open("/dev/full", "w");
    try {
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, stdio: ["ignore", full.fd, "pipe"] });
      expect(stderr.toString()).toBe(
        "cadence: what there is to tell could not be written. The disk is full. Make some room and try again.\n",
      );
      expect(status).toBe(2);
    } finally {
      await full.close();
    }
  },
);
