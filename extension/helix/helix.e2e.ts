import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { terminal } from "./terminal.ts";

const root = join(import.meta.dirname, "../..");
const playbooks = join(root, "playbooks");
const name = "first-conversation.playbook.yaml";

beforeAll(() => {
  for (const program of ["hx", "tmux"])
    if (spawnSync(program, [program === "tmux" ? "-V" : "--version"]).status !== 0)
      throw new Error(`${program} is not installed, so this test cannot run. On Debian, extension/helix/install.sh brings Helix.`);
});

test("Helix, set up as the documentation says, shows the finding, explains it, puts it right, completes, renames and finds", async () => {
  const home = mkdtempSync(join(tmpdir(), "cadence-helix-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const settings = join(home, ".config/helix");
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, "languages.toml"), documented());
  const folder = join(home, "playbooks");
  mkdirSync(folder);
  for (const shared of ["cadence.config.yaml", "cadence.assets.yaml"]) cpSync(join(playbooks, shared), join(folder, shared));
  const clean = readFileSync(join(playbooks, name), "utf8");
  const file = join(folder, name);
  writeFileSync(file, clean.replace("summary:", "summry:"));

  const env = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), HOME: home, LANG: "C.UTF-8", TERM: "xterm-256color" };
  using helix = terminal(home, env, ["hx", file]);
  await helix.shows(/^● +3 +summry:/m);
  await helix.shows(/first-conversation\.playbook\.yaml .*● 1 .*1:1 *$/m);

  // The next finding, and what stands beside it.
  helix.press("]", "d");
  await helix.shows("did you mean “summary”?");
  // Hover.
  helix.press("Space", "k");
  await helix.shows(/Every key is one the format knows\.[\s\S]*known-keys · certain/);
  helix.press("Escape");
  // The code actions, and the first of them.
  helix.press("Space", "a");
  await helix.shows("Change “summry” to “summary”");
  helix.press("Enter");
  await helix.shows(/^ +3 +summary:/m);
  await helix.hides("●");
  helix.enter(":w");
  await helix.shows("written");
  expect(readFileSync(file, "utf8")).toBe(clean);

  // Hints, once they are asked for.
  helix.enter(":set lsp.display-inlay-hints true");
  helix.enter("/two-bays-apart");
  await helix.shows(/day: 4 · 3 business days later · .* if started today · 2nd contact in seven days/);

  // A variable, completed within a message.
  const words = "a one-word no is a good answer and I'll stop.";
  expect(clean.split(words)).toHaveLength(3);
  helix.enter("/one-word no is a good answer");
  helix.type("n");
  helix.press("A");
  helix.type(" {{review_q");
  await helix.shows(/review_quote +variable/);
  helix.press("Tab");
  await helix.shows(`${words} {{review_quote}}`);
  helix.press("Escape");
  // What was completed, then what was typed.
  helix.press("u");
  await helix.hides(`${words} {{review_quote}}`);
  helix.press("u");
  await helix.hides(`${words} {{`);

  // A variable, renamed wherever it is written.
  helix.enter("/first_name");
  helix.press("Space", "r");
  await helix.shows("rename-to:first_name");
  helix.press("C-u");
  helix.enter("given_name");
  await helix.shows("{{given_name}}");
  helix.enter(":w");
  await expect.poll(() => readFileSync(file, "utf8"), { timeout: 60_000 }).toBe(clean.replaceAll("first_name", "given_name"));

  // From where it is used to where it is declared.
  helix.enter("gg/\\{\\{given_name");
  helix.press("g", "d");
  await helix.shows(/ 33:3 *$/m);

  // Symbols of this file, and of all.
  helix.press("Space", "s");
  await helix.shows(/kind +name/);
  helix.type("aisle-walk");
  await helix.shows(/> event +aisle-walk/);
  helix.press("Escape");
  await helix.hides(/kind +name/);
  helix.press("Space", "S");
  await helix.shows(/kind +name +path/);
  helix.type("stepping-back");
  await helix.shows(/> event +stepping-back +\S*first-conversation/);
  helix.press("Escape");
});

/** What docs/editors.md tells users of Helix to write, with the place of the server here. */
function documented(): string {
  const written = /```toml\n([\s\S]*?)```/.exec(readFileSync(join(root, "docs/editors.md"), "utf8"))?.[1] ?? "";
  expect(written).toContain("/path/to/");
  return written.replace("/path/to", root);
}
