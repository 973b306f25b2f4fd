import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const playbooks = join(root, "playbooks");
const name = "first-conversation.playbook.yaml";

beforeAll(() => {
  const { status } = spawnSync("nvim", ["--version"]);
  if (status !== 0) throw new Error("Neovim is not installed, so this test cannot run. Install it, on Debian with: apt-get install neovim");
});

test("Neovim shows the finding, explains it and puts it right", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cadence-neovim-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(playbooks, "cadence.config.yaml"), join(folder, "cadence.config.yaml"));
  cpSync(join(playbooks, "cadence.assets.yaml"), join(folder, "cadence.assets.yaml"));
  const clean = readFileSync(join(playbooks, name), "utf8");
  const file = join(folder, name);
  writeFileSync(file, clean.replace("summary:", "summry:"));

  const seen = await session(file, folder);

  expect(seen).toMatchObject({
    filetype: "yaml",
    waited: expect.not.arrayContaining([expect.objectContaining({ came: false })]),
    diagnostics: [{ line: 2, from: 0, to: 6, severity: 1, source: "cadence", message: expect.stringContaining("“summary”") }],
    choices: [expect.stringContaining("summary")],
    exit: { code: 0, signal: 0 },
  });
  expect(seen.hover.join("\n")).toContain("known-keys");
  expect(readFileSync(file, "utf8")).toBe(clean);
});

/** Runs session.lua on a playbook in a Neovim that knows nothing of its owner, and answers what it saw. */
async function session(file: string, home: string): Promise<{ hover: string[] }> {
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: home,
    LANG: "C.UTF-8",
    SERVER: join(root, "node_modules/.bin/cadence-language-server"),
    FILE: file,
  };
  const flags = ["--headless", "-u", "NONE", "-i", "NONE", "-n"];
  // The session quits by itself; a session that failed on the way comes to cquit, which quits with an error.
  const script = [`+luafile ${join(import.meta.dirname, "session.lua")}`, "+cquit"];
  const editor = spawn("nvim", [...flags, ...script], { env, cwd: home });
  onTestFinished(() => void editor.kill("SIGKILL"));
  const [out, errors] = await Promise.all([text(editor.stdout), text(editor.stderr), once(editor, "exit")]);
  expect(errors).toBe("");
  return JSON.parse(out);
}
