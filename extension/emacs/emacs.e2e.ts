import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const playbooks = join(root, "playbooks");
const name = "first-conversation.playbook.yaml";

beforeAll(() => {
  const { status } = spawnSync("emacs", ["--version"]);
  if (status !== 0)
    throw new Error("Emacs is not installed, so this test cannot run. Install it, on Debian with: apt-get install emacs-nox elpa-eglot");
});

test("Emacs shows the finding, explains it and renames a variable in all its messages", () => {
  const folder = mkdtempSync(join(tmpdir(), "cadence-emacs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const shared of ["cadence.config.yaml", "cadence.assets.yaml"]) cpSync(join(playbooks, shared), join(folder, shared));
  const text = readFileSync(join(playbooks, name), "utf8").replace("summary:", "summry:");
  const file = join(folder, name);
  writeFileSync(file, text);

  const { stdout, stderr, status } = spawnSync("emacs", ["--batch", "-Q", "-l", join(import.meta.dirname, "session.el")], {
    encoding: "utf8",
    cwd: folder,
    timeout: 300_000,
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: folder,
      LANG: "C.UTF-8",
      SERVER: join(root, "node_modules/.bin/cadence-language-server"),
      FILE: file,
    },
  });
  expect(status, stderr).toBe(0);
  const seen = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  expect(seen.mode).toBe("cadence-mode");
  expect(seen.found).toEqual([["summry", expect.stringContaining("“summary”")]]);
  expect(seen.hover).toContain("known-keys");
  expect(readFileSync(file, "utf8")).toBe(text.replaceAll("first_name", "given_name"));
});
