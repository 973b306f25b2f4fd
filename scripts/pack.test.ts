import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { cleanPlaybook } from "../server/test/clean-playbook.ts";
import { buildPackage } from "./pack.ts";

const root = path.dirname(import.meta.dirname);
let folder = "";
let built = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cadence-pack-"));
  built = path.join(folder, "package");
  await buildPackage(built);
  // What the package leaves outside is found where an installation would put it.
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });

test("holds what it should, nothing stray, and what npm's reviewers ask for", async () => {
  const files = (
    JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: built, encoding: "utf8" }))[0] as {
      files: { path: string }[];
    }
  ).files.map((one) => one.path);
  expect(
    files.filter(
      (file) =>
        !/^(?:bin\/[\w-]+\.js|lib\/[\w-]+\.js|lib\/(?:core|terminal)-[\da-f]{8}\.cjs|lib\/kept\.cjs|lib\/model\.bin|types\/[\w/.-]+\.(?:d\.ts|json)|LICENSE|README\.md|notices\.txt|package\.json)$/.test(
          file,
        ),
    ),
  ).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      "bin/cadence.js",
      "bin/cadence-language-server.js",
      "lib/core.js",
      "lib/model.bin",
      "lib/worker.js",
      "types/index.d.ts",
    ]),
  );
  const { messages } = await publint({ pkgDir: built, strict: true });
  expect(messages).toEqual([]);
  const attw = createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json");
  expect(
    execFileSync(
      process.execPath,
      [path.join(path.dirname(attw), "dist/index.js"), "--pack", built, "--profile", "esm-only", "--format", "json"],
      { encoding: "utf8" },
    ),
  ).toContain('"problems"');
});

test("checks as the sources do, alone, by memory and on several cores", () => {
  const badgering = path.join(realpathSync(root), "server/test/badgering.playbook.yaml");
  const run = (bin: string, ...args: string[]) => {
    try {
      return node(bin, "check", badgering, "--format", "json", ...args);
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  const expected = run(path.join(root, "server/bin/cadence.js"));
  const bin = path.join(built, "bin/cadence.js");
  expect(run(bin)).toBe(expected);
  expect(run(bin, "--cache-location", path.join(folder, "cache.json"))).toBe(expected);
  expect(run(bin, "--cache-location", path.join(folder, "cache.json"))).toBe(expected);
  for (let i = 0; i < 130; i++)
    writeFileSync(path.join(folder, `${i}.playbook.yaml`), `title: ${i}\n${"# A note for the next author.\n".repeat(300)}`);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  rmSync(path.join(folder, "cache.json"));
  const many = JSON.parse(run(bin, ".")) as { files: { file: string; findings: unknown[] }[] };
  expect(many.files).toHaveLength(131);
  expect(
    new Set(many.files.filter(({ file }) => file !== path.relative(folder, badgering)).map(({ findings }) => findings.length)).size,
  ).toBe(1);
});

test("what was compiled once is taken by every later run, of one file or of many", () => {
  const cache = path.join(folder, "compiled");
  const many = path.join(folder, "many");
  mkdirSync(path.join(many, ".git"), { recursive: true });
  for (let i = 0; i < 260; i++) writeFileSync(path.join(many, `${i}.playbook.yaml`), cleanPlaybook);
  const compiled = (file: string) => {
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(built, "bin/cadence.js"), "check", file, "--format", "json"], {
      cwd: many,
      encoding: "utf8",
      env: { ...process.env, NODE_COMPILE_CACHE: cache, NODE_DEBUG_NATIVE: "COMPILE_CACHE" },
    });
    return [...`${stdout}${stderr}`.matchAll(/ was (accepted|rejected)\b/g)].map(([, one]) => one);
  };
  compiled("0.playbook.yaml");
  compiled(".");
  const kept = globSync("**/cadence-*.code", { cwd: cache });
  expect(kept.map((file) => /cadence-([a-z]+)-/.exec(file)?.[1]).sort()).toEqual(["core", "terminal"]);
  const age = () => kept.map((file) => statSync(path.join(cache, file)).ino);
  const first = age();
  for (const file of ["0.playbook.yaml", ".", "1.playbook.yaml", "."]) {
    const again = compiled(file);
    expect(again.length).toBeGreaterThan(3);
    expect(new Set(again)).toEqual(new Set(["accepted"]));
    expect(age()).toEqual(first);
  }
});

test.each([
  ["import", ["import", "sequence.csv", "--dry-run"]],
  ["export", ["export", "one.playbook.yaml", "--format", "outreach"]],
  ["holidays", ["check", "one.playbook.yaml"]],
  ["paths", ["paths", "one.playbook.yaml"]],
  ["report", ["report", "one.playbook.yaml", "--format", "json"]],
  ["a diff", ["check", "one.playbook.yaml", "--fix", "--dry-run"]],
  ["sarif", ["check", "one.playbook.yaml", "--format", "sarif"]],
  ["rules", ["rules"]],
  ["explain", ["explain", "gaps-hold"]],
  ["schema", ["schema", "config"]],
  ["completion", ["completion", "bash"]],
  ["version", ["--version"]],
  ["a slip", ["chekc"]],
])("says what the sources say, from whichever script it comes: %s", (_, args) => {
  const team = path.join(folder, "team");
  mkdirSync(team, { recursive: true });
  writeFileSync(path.join(team, "one.playbook.yaml"), cleanPlaybook);
  writeFileSync(path.join(team, "cadence.config.yaml"), "calendars: { default: { regions: [DE-BY] } }\n");
  writeFileSync(
    path.join(team, "sequence.csv"),
    "Step,Type,Day,Subject,Body\n1,Email,1,Returns,Hi {{first_name}}\n2,Call,4,,Ask about returns\n",
  );
  const run = (bin: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: team, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const said = run(path.join(built, "bin/cadence.js"));
  expect(said).toEqual(run(path.join(root, "server/bin/cadence.js")));
  expect(`${said.stdout}${said.stderr}`).not.toMatch(/should not have|\bat .*\.c?js:\d+/);
});

test("serves assistants, from its own script", () => {
  const hello = {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  };
  const { stdout } = spawnSync(process.execPath, [path.join(built, "bin/cadence.js"), "mcp"], {
    input: `${JSON.stringify(hello)}\n`,
    encoding: "utf8",
  });
  expect(JSON.parse(stdout.split("\n")[0] ?? "").result.serverInfo.name).toBe("cadence-playbooks");
});

test("its core is typed, and knows no Node", () => {
  writeFileSync(
    path.join(folder, "use.mjs"),
    `import { check } from "./package/lib/core.js"; console.log(check("sumary: x").findings.map(({ rule }) => rule).includes("known-keys"));`,
  );
  expect(node("use.mjs")).toBe("true\n");
  expect(readFileSync(path.join(built, "lib/core.js"), "utf8")).not.toMatch(/from\s*["']node:|require\(["'](?:node:|fs)/);
  expect(readFileSync(path.join(built, "types/index.d.ts"), "utf8")).not.toMatch(/\.ts["']/);
});

test("one version everywhere, and the wiring names what exists", () => {
  const version = (file: string) => (JSON.parse(readFileSync(path.join(root, file), "utf8")) as { version: string }).version;
  expect(new Set(["package.json", "server/package.json", "extension/package.json", "site/package.json"].map(version)).size).toBe(1);
  expect(JSON.parse(readFileSync(path.join(built, "package.json"), "utf8")).version).toBe(version("package.json"));
  expect(parse(readFileSync(path.join(root, "templates/gitlab-ci.yml"), "utf8")).variables.CADENCE_VERSION).toBe(version("package.json"));
  const gate = readFileSync(path.join(root, "site/src/pages/start/gate.mdx"), "utf8");
  expect(new Set(gate.match(/\bv\d+\.\d+\.\d+/g))).toEqual(new Set([`v${version("package.json")}`]));
  // Whoever names a revision of the hook gets the package of that revision, as CI does.
  expect(parse(readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8"))[0].entry).toContain(` ${ours()} `);
  const action = parse(readFileSync(path.join(root, "action.yml"), "utf8"));
  const script: string = action.runs.steps[1].run;
  execFileSync("bash", ["-n", "-c", script]);
  // The bash of a Mac stops at a list without items, and the one here does not: so a list that may be empty is never named bare.
  const bare = script.replace(/\$\{(\w+)\[@\]\+"\$\{\1\[@\]\}"\}/g, "");
  expect(new Set(bare.match(/(?<=\$\{)\w+(?=\[@\])/g))).toEqual(new Set(["cadence"]));
  for (const input of Object.keys(action.inputs)) expect(Object.values(action.runs.steps[1].env).join(" ")).toContain(`inputs.${input} }}`);
  const help = node(path.join(built, "bin/cadence.js"), "check", "--help");
  for (const text of [
    script,
    readFileSync(path.join(root, "templates/gitlab-ci.yml"), "utf8"),
    readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8"),
  ])
    for (const [option] of text.matchAll(/(?<=cadence.*)--(?:format|output|changed-since|max-warnings)\b/g)) expect(help).toContain(option);
});

/**
 * Runs the shell lines of a CI file as CI does, in a repository with one playbook and no network: `npx` is the package built here,
 * and notes which one it was asked for.
 */
function runIn(place: string, lines: string, env: Readonly<Record<string, string>>, playbook: string) {
  const repository = path.join(folder, place);
  const commands = path.join(folder, `${place}-commands`);
  for (const one of [path.join(repository, "playbooks"), path.join(repository, "notes"), commands]) mkdirSync(one, { recursive: true });
  const npx = `#!/bin/sh\nprintf '%s\\n' "$3" >> "${path.join(repository, "asked")}"\nshift 4\nexec "${process.execPath}" "${path.join(built, "bin/cadence.js")}" "$@"\n`;
  writeFileSync(path.join(commands, "npx"), npx, { mode: 0o755 });
  writeFileSync(path.join(repository, "playbooks/one.playbook.yaml"), playbook);
  writeFileSync(path.join(repository, "notes/two.playbook.yaml"), sound);
  execFileSync("git", ["init", "-q"], { cwd: repository });
  const { status, stdout, stderr } = spawnSync("bash", ["-c", lines], {
    cwd: repository,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${commands}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env["PATH"]}`,
      ...env,
    },
  });
  const written = (file: string) => JSON.parse(readFileSync(path.join(repository, file), "utf8"));
  return { status, out: stdout, err: stderr, written, asked: readFileSync(path.join(repository, "asked"), "utf8").trim().split("\n") };
}

const sound = readFileSync(path.join(root, "playbooks/first-conversation.playbook.yaml"), "utf8").replace(/^ +asset: .*\n/gm, "");
const slipped = sound.replace("summary:", "sumary:");
const ours = () => `@cadence-playbooks/server@${JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version}`;

test.each([
  ["a sound playbook passes", sound, 0],
  ["a slip stops the change and is told at its line", slipped, 1],
  ["a slip in the second of two folders, one a line, stops it too", slipped, 1, "notes\nplaybooks\n"],
  ["without paths a sound repository passes", sound, 0, ""],
  ["without paths the whole repository is looked at", slipped, 1, ""],
  ["nothing but white space is no path", slipped, 1, "  \n\t\n "],
])("the GitHub action: %s", (_, playbook, expected, paths = "playbooks") => {
  const { inputs, runs } = parse(readFileSync(path.join(root, "action.yml"), "utf8"));
  const given: Record<string, string> = {
    ...Object.fromEntries(Object.entries<{ default: string }>(inputs).map(([k, v]) => [k, v.default])),
    sarif: "out.sarif",
    paths,
  };
  const env = Object.fromEntries(
    Object.entries<string>(runs.steps[1].env).map(([name, value]) => [
      name,
      value
        .replace(/\$\{\{ github\.action_path \}\}/, root)
        .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_all, input: string) => given[input] ?? ""),
    ]),
  );
  const { status, out, err, written, asked } = runIn(`github-${expected}-${paths.length}`, runs.steps[1].run, env, playbook);
  expect(status, out + err).toBe(expected);
  expect(written("out.sarif").version).toBe("2.1.0");
  expect(new Set(asked)).toEqual(new Set([ours()]));
  expect(out.includes("::error file=playbooks/one.playbook.yaml,line=")).toBe(expected === 1);
});

test.each([
  ["a sound playbook passes", sound, 0],
  ["a slip fails the job, which keeps its report", slipped, 1],
])("the GitLab template: %s", (_, playbook, expected) => {
  const { variables, cadence } = parse(readFileSync(path.join(root, "templates/gitlab-ci.yml"), "utf8"));
  const { status, out, err, written, asked } = runIn(`gitlab-${expected}`, ["set -e", ...cadence.script].join("\n"), variables, playbook);
  expect(status, out + err).toBe(expected);
  const report: { location: { path: string } }[] = written(cadence.artifacts.reports.codequality);
  expect(new Set(report.map(({ location }) => location.path))).toEqual(new Set(expected === 1 ? ["playbooks/one.playbook.yaml"] : []));
  expect(new Set(asked)).toEqual(new Set([ours()]));
});
