import { execFileSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../../core/index.ts";
import { cadence, folderWith, nobody } from "../../test/cadence.ts";
import { has } from "../../test/shells.ts";
import { typedInto } from "../../test/terminal.ts";
import { filesFor } from "./files.ts";

const dana = "Dana Ortiz <dana@northwind.example>";

test("the model has nothing to find, and neither has the configuration", () => {
  for (const ci of ["github", "gitlab", "none"] as const) {
    const files = filesFor({
      playbooks: "team/plays",
      owner: dana,
      team: "North: wind #1",
      handbook: "https://handbook.northwind.example/",
      ci,
      version: "1.2.3",
      branch: "main",
    });
    const first = files.find(({ path }) => path === "team/plays/first-conversation.playbook.yaml");
    expect(check(first?.text ?? "").findings).toEqual([]);
    const config = files.find(({ path }) => path === "team/plays/cadence.config.yaml");
    expect(check(config?.text ?? "", { kind: "config" }).findings).toEqual([]);
    expect(parse(config?.text ?? "").team).toBe("North: wind #1");
    for (const { path: name, text } of files) if (/\.ya?ml$/.test(name)) expect(() => parse(text)).not.toThrow();
    expect(files.some(({ text }) => text.includes("undefined"))).toBe(false);
  }
});

test("an empty folder gets everything, asks nothing, and is clean; a second time changes nothing", async () => {
  const folder = await folderWith({});
  await rm(path.join(folder, ".git"));
  const run = await cadence(folder, ["init", "--team", "Northwind", "--owner", dana, "--approvers", "@northwind/enablement"]);
  expect([run.code, run.err]).toEqual([0, ""]);
  expect(run.out.replace(/\s+/g, " ")).toContain("not a Git repository yet: git init makes it one.");
  const files = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.|CODEOWNERS/.test(path.basename(name)) && !/^\.[a-z]+$/.test(name))
    .sort();
  expect(files).toEqual([
    ".github/CODEOWNERS",
    ".github/workflows/cadence.yml",
    ".vscode/extensions.json",
    "playbooks/cadence.config.yaml",
    "playbooks/first-conversation.playbook.yaml",
  ]);
  for (const file of files) expect(run.out).toContain(`wrote  ${file}`);
  expect(await readFile(path.join(folder, ".github/CODEOWNERS"), "utf8")).toContain("\n/playbooks/approved/ @northwind/enablement\n");
  execFileSync("git", ["init", "-q"], { cwd: folder });
  expect((await cadence(folder, ["check", "--max-warnings", "0"])).out).toContain("✓ 1 playbook and 1 configuration checked: 0 errors.");

  await writeFile(path.join(folder, ".vscode/extensions.json"), "{}");
  await rm(path.join(folder, "playbooks/cadence.config.yaml"));
  const again = await cadence(folder, ["init", "--ci", "none"]);
  expect(again.out).toMatch(/kept {2}\.vscode\/extensions\.json\n +Add “cadence-playbooks/);
  expect(again.out).toContain("wrote  playbooks/cadence.config.yaml");
  expect(await readFile(path.join(folder, ".vscode/extensions.json"), "utf8")).toBe("{}");
});

test("what a team has elsewhere stays in force: owners at the root, a configuration around the playbooks, the branch it works on", async () => {
  const folder = await folderWith({ CODEOWNERS: "* @everyone\n", "cadence.config.yml": "team: Northwind\n", "package.json": "{}" });
  await rm(path.join(folder, ".git"), { recursive: true });
  execFileSync("git", ["init", "-q", "-b", "master"], { cwd: folder });
  const { code, out } = await cadence(folder, ["init", "--yes"]);
  expect(code).toBe(0);
  expect(out).toMatch(/kept {2}cadence\.config\.yml\n/);
  expect(out).toMatch(/kept {2}CODEOWNERS\n +Add to it: \/playbooks\/approved\/ @your-approvers\n/);
  expect(await readdir(path.join(folder, "playbooks"))).toEqual(["first-conversation.playbook.yaml"]);
  expect(await readdir(path.join(folder, ".github"))).toEqual(["workflows"]);
  expect(parse(await readFile(path.join(folder, ".github/workflows/cadence.yml"), "utf8")).on.push.branches).toEqual(["master"]);

  // What has been added is not asked for again.
  await writeFile(path.join(folder, "CODEOWNERS"), "* @everyone\n/playbooks/approved/ @northwind/enablement\n");
  const again = await cadence(folder, ["init", "--yes"]);
  expect(again.out).not.toContain("Add ");
  expect(again.out).not.toContain("wrote");
});

test.skipIf(process.platform === "win32")("what cannot be written is told, and the rest is written", async () => {
  const folder = await folderWith({});
  await mkdir(path.join(folder, ".github"));
  await chmod(folder, 0o777);
  await chmod(path.join(folder, ".github"), 0o555);
  const { code, out, err } = await cadence(folder, ["init", "--yes"], { as: nobody });
  expect([code, err]).toEqual([2, expect.stringContaining("You have no permission to write it.")]);
  expect(out).toContain("2 files could not be written; nothing that was there has changed.");
  expect(await readdir(path.join(folder, "playbooks"))).toHaveLength(2);
  await chmod(path.join(folder, ".github"), 0o755);
});

test("whoever runs it through npx is told commands that their shell finds", async () => {
  const said = async (env: NodeJS.ProcessEnv) => (await cadence(await folderWith({}), ["init", "--yes"], { env })).out.replace(/\s+/g, " ");
  expect(await said({ npm_command: "exec" })).toContain("See what is found: npx cadence check. Record what is old: npx cadence baseline.");
  expect(await said({ npm_command: "" })).toContain("See what is found: cadence check. Record what is old: cadence baseline.");
});

test("slips are told before anything is written", async () => {
  const folder = await folderWith({});
  for (const [args, said] of [
    [["--owner", "Dana"], "does not name the owner"],
    [["--handbook", "intranet"], "not a web address"],
    [["--playbooks", "../out"], "inside the repository"],
    [["--playbooks", "sales plays"], "cannot name this folder"],
    [["--playbooks", "plays#1"], "cannot name this folder"],
  ] as const) {
    const { code, err } = await cadence(folder, ["init", ...args]);
    expect([code, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining(said)]);
    expect(err).toMatch(/^ refused/m);
  }
  expect(await readdir(folder)).toEqual([".git"]);
});

test("a folder in a repository is no repository: its root is named, and nothing is written", async () => {
  const folder = await folderWith({ "teams/sales/notes.md": "" });
  const sales = path.join(folder, "teams/sales");
  const { code, out, err } = await cadence(sales, ["init", "--yes"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.replace(/\s+/g, " ")).toContain("cadence init --playbooks teams/sales/playbooks.");
  expect(await readdir(sales)).toEqual(["notes.md"]);
  execFileSync("git", ["init", "-q"], { cwd: sales });
  expect((await cadence(sales, ["init", "--yes"])).code).toBe(0);
});

test("a file with the name of a folder is told of, and stays", async () => {
  const folder = await folderWith({ playbooks: "a list of plays\n" });
  const { code, err } = await cadence(folder, ["init", "--yes"]);
  expect([code, err]).toEqual([2, expect.stringContaining("a file has that folder's name")]);
  expect(await readFile(path.join(folder, "playbooks"), "utf8")).toBe("a list of plays\n");
});

test("what npm installed for it is kept out of the repository", async () => {
  const folder = await folderWith({ "node_modules/.package-lock.json": "{}", "package.json": "{}" });
  expect((await cadence(folder, ["init", "--yes"])).out).toContain("wrote  .gitignore");
  expect(await readFile(path.join(folder, ".gitignore"), "utf8")).toBe("node_modules/\n");
  expect((await cadence(folder, ["init", "--yes"])).out).not.toContain("Add to it: node_modules/");
  await writeFile(path.join(folder, ".gitignore"), "*.log\n");
  expect((await cadence(folder, ["init", "--yes"])).out).toMatch(/kept {2}\.gitignore\n +Add to it: node_modules\/\n/);
  expect(await readFile(path.join(folder, ".gitignore"), "utf8")).toBe("*.log\n");
});

const typed = (folder: string, keys: string) => typedInto(folder, "init", "name (Enter: later)", keys);

test("whoever leaves while it asks finds nothing written, and is told so", async ({ skip }) => {
  if (!has("script")) return skip("Nothing here gives it a terminal.");
  for (const leave of ["\u0003", "\u0004", "Northwind\n\u0004", `Northwind\n${dana}\n\u0003`]) {
    const folder = await folderWith({});
    const { code, said } = await typed(folder, leave);
    expect([leave, code, said]).toEqual([leave, 1, expect.stringMatching(/Stopped; nothing was written\.\s*$/)]);
    expect(said).not.toMatch(/went wrong|Abort/);
    expect(await readdir(folder)).toEqual([".git"]);
  }
});

test("answers that are pasted at once each find their question, and one that does not fit is asked for again", async ({ skip }) => {
  if (!has("script")) return skip("Nothing here gives it a terminal.");
  const folder = await folderWith({});
  const { code, said } = await typed(folder, `Northwind\nDana\n${dana}\ngitlub\nGitLab\n`);
  expect([code, said]).toEqual([0, expect.stringContaining("Write a name and an address between < and >.")]);
  expect(said).toContain("Write one of the three, or nothing.");
  expect(await readFile(path.join(folder, "playbooks/cadence.config.yaml"), "utf8")).toContain("Northwind");
  expect(await readFile(path.join(folder, "playbooks/first-conversation.playbook.yaml"), "utf8")).toContain(`owner: ${dana}`);
  expect(await readdir(folder)).toContain(".gitlab-ci.yml");
});
