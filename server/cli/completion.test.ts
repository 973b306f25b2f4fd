import { expect, test } from "vitest";
import { cadence, folderWith } from "../test/cadence.ts";
import { bashCompletes, fishOffers, has, zshOffers } from "../test/shells.ts";

const files = { "a.playbook.yaml": "", "my plays/b.playbook.yaml": "", "check/c.playbook.yaml": "", "report.txt": "" };
const scriptFor = async (folder: string, shell: string) => (await cadence(folder, ["completion", shell])).out;

test("every shell gets a script that names every command", async () => {
  const folder = await folderWith({});
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { code, out } = await cadence(folder, ["completion", shell]);
    expect(code).toBe(0);
    for (const word of ["check", "baseline", "import", "export", "init", "mcp", "help"]) expect(out).toContain(word);
    expect(out).toContain(shell === "fish" ? "-l changed-since" : "--changed-since");
  }
  expect((await cadence(folder, ["completion", "tcsh"])).err).toContain("bash, zsh, fish, powershell");
});

test("PowerShell's knows the values of an option by its command", async () => {
  const out = await scriptFor(await folderWith({}), "powershell");
  expect(out).toContain("'import --from' = @('outreach', 'salesloft',");
  expect(out).toContain("'schema' = @('-h', '--help', 'playbook', 'config', 'assets')");
});

/** What stands on the line, and what it may become: the same of every shell. */
const lines: readonly (readonly [line: string, offers: readonly string[]])[] = [
  ["cadence ch", ["check"]],
  ["cadence --v", ["--version"]],
  ["cadence check --changed-", ["--changed-since"]],
  ["cadence check --changed", ["--changed", "--changed-since"]],
  ["cadence check --format s", ["sarif"]],
  ["cadence check --format json --max", ["--max-warnings"]],
  ["cadence check a", ["a.playbook.yaml"]],
  ["cadence check --output rep", ["report.txt"]],
  ["cadence check check --fi", ["--fix"]],
  ["cadence explain check --changed-s", []],
  ["cadence schema conf", ["config"]],
  ["cadence explain every-r", ["every-reply-handled"]],
  ["cadence explain a.", []],
  ["cadence import --from sales", ["salesloft"]],
  ["cadence help base", ["baseline"]],
];

test("a real fish offers commands, options, their values and files", { timeout: 120_000 }, async ({ skip }) => {
  if (!has("fish")) return skip("There is no fish here.");
  const folder = await folderWith(files);
  const script = await scriptFor(folder, "fish");
  for (const [line, offers] of lines) expect([line, [...fishOffers(script, folder, line)].sort()]).toEqual([line, offers]);
  expect(fishOffers(script, folder, "cadence check --format=s")).toEqual(["--format=sarif"]);
  expect(fishOffers(script, folder, "cadence check my")).toEqual(["my plays/"]);
  expect(fishOffers(script, folder, "cadence check --max-warnings a")).toEqual([]);
});

test("a real zsh offers commands, options, their values and files", { timeout: 120_000 }, async ({ skip }) => {
  if (!has("zsh")) return skip("There is no zsh here.");
  const folder = await folderWith(files);
  const script = await scriptFor(folder, "zsh");
  for (const [line, offers] of lines) expect([line, [...zshOffers(script, folder, line)].sort()]).toEqual([line, offers]);
  expect(zshOffers(script, folder, "cadence check --format=s")).toEqual(["sarif"]);
  expect(zshOffers(script, folder, "cadence check my")).toEqual(["my\\ plays"]);
  expect(zshOffers(script, folder, "cadence check --max-warnings a")).toEqual([]);
});

test("a real bash completes commands, options, their values and files", { timeout: 120_000 }, async ({ skip }) => {
  if (!has("bash") || !has("script")) return skip("There is no bash here, or nothing that gives it a terminal.");
  const folder = await folderWith(files);
  const script = await scriptFor(folder, "bash");
  for (const [line, offers] of lines) {
    const stem = line.slice(0, line.lastIndexOf(" ") + 1);
    // One offer is taken at once; of several, what they have in common.
    const expected = offers.length === 1 ? `${stem}${offers[0]} ` : line;
    expect(await bashCompletes(script, folder, line)).toBe(expected);
  }
  expect(await bashCompletes(script, folder, "cadence check --format=s")).toBe("cadence check --format=sarif ");
  expect(await bashCompletes(script, folder, "cadence check my")).toBe("cadence check my\\ plays/");
  expect(await bashCompletes(script, folder, "cadence che")).toBe("cadence check ");
  expect(await bashCompletes(script, folder, "cadence check --max-warnings a")).toBe("cadence check --max-warnings a");
});
