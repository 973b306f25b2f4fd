import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { cadence, folderWith } from "../test/cadence.ts";

const has = (shell: string) => {
  try {
    execFileSync(shell, ["-c", "true"]);
    return true;
  } catch {
    return false;
  }
};

test("every shell gets a script that names every command", async () => {
  const folder = await folderWith({});
  for (const shell of ["zsh", "fish", "powershell"]) {
    const { code, out } = await cadence(folder, ["completion", shell]);
    expect(code).toBe(0);
    for (const word of ["check", "baseline", "import", "export", "init", "mcp"]) expect(out).toContain(word);
    expect(out).toContain(shell === "fish" ? "-l changed-since" : "--changed-since");
    if (shell !== "powershell" && has(shell)) execFileSync(shell, ["-n", "-c", out]);
  }
  expect((await cadence(folder, ["completion", "tcsh"])).err).toContain("bash, zsh, fish, powershell");
});

test.skipIf(!has("bash"))("bash completes commands, options and their values", async () => {
  const folder = await folderWith({ "a.playbook.yaml": "" });
  const { out } = await cadence(folder, ["completion", "bash"]);
  const offers = (...typed: string[]) =>
    execFileSync(
      "bash",
      ["-c", `${out}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cadence; printf '%s\\n' "\${COMPREPLY[@]}"`, "bash", "cadence", ...typed],
      { cwd: path.resolve(folder), encoding: "utf8" },
    )
      .trim()
      .split("\n");
  expect(offers("ch")).toEqual(["check"]);
  expect(offers("check", "--changed")).toEqual(["--changed", "--changed-since"]);
  expect(offers("check", "--format", "s")).toEqual(["sarif"]);
  expect(offers("check", "a")).toEqual(["a.playbook.yaml"]);
  expect(offers("schema", "conf")).toEqual(["config"]);
  expect(offers("explain", "every-r")).toEqual(["every-reply-handled"]);
  expect(offers("explain", "a.")).toEqual([""]);
});
