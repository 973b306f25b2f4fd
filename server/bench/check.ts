import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { draft, playbook } from "./playbooks.ts";

/**
 * `cadence check` on many playbooks of about 150 lines, as whole processes: cold, remembered, with much to find, and one file; beside
 * Spectral with eight simple rules on the same files. Once each playbook has sentences of its own, of which all must be judged; once all
 * are a template that somebody filled in, of which most were met before. `npm run pack` first: what is measured is the package that
 * people install.
 */
const MANY = Number(process.argv[2] ?? 1000);
const TURNS = 3;
const bin = path.join(import.meta.dirname, "../dist/bin/cadence.js");
// Installed for the comparison only: it is larger than everything else we install together.
const guest = await mkdtemp(path.join(tmpdir(), "spectral-"));
execFileSync("npm", ["install", "--prefix", guest, "--no-save", "--silent", "@stoplight/spectral-cli@^6.16.3"], { stdio: "inherit" });
const spectral = path.join(guest, "node_modules/@stoplight/spectral-cli/dist/index.js");

const RULESET = `
rules:
  has-title: { given: $, then: { field: title, function: truthy } }
  has-owner: { given: $, then: { field: owner, function: truthy } }
  has-summary: { given: $, then: { field: summary, function: truthy } }
  has-rest: { given: $.afterwards, then: { field: rest, function: truthy } }
  no-is-answered: { given: $.replies, then: { field: "no", function: truthy } }
  ids-are-plain: { given: "$.touches[*].id", then: { function: pattern, functionOptions: { match: "^[a-z0-9-]+$" } } }
  days-are-numbers: { given: "$.touches[*].day", then: { function: schema, functionOptions: { schema: { type: integer } } } }
  no-checking-in: { given: "$.touches[*].message", then: { function: pattern, functionOptions: { notMatch: "checking in" } } }
`;

/** Runs a program to its end. Answers what it told on standard error, and the seconds it took. */
async function run(args: readonly string[], cwd: string): Promise<{ readonly seconds: number; readonly said: string }> {
  const from = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, "close");
  return { seconds: (performance.now() - from) / 1000, said };
}

/** The most memory a program ever has, in megabytes. It tells so itself, in a turn of its own. */
async function peak(args: readonly string[], cwd: string): Promise<number> {
  const told = "data:text/javascript,process.on('exit',()=>process.stderr.write('PEAK'+process.resourceUsage().maxRSS+';'))";
  const { said } = await run(["--import", told, ...args], cwd);
  return Math.max(...[...said.matchAll(/PEAK(\d+);/g)].map(([, kilobytes]) => Number(kilobytes))) / 1024;
}

/** The quickest of some turns: what else the machine does only ever makes it slower. */
async function best(name: string, args: readonly string[], cwd: string): Promise<number> {
  const turns: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) turns.push((await run(args, cwd)).seconds);
  const seconds = Math.min(...turns);
  const megabytes = await peak(args, cwd);
  console.log(`  ${name.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s   ${megabytes.toFixed(0).padStart(5)} MB`);
  return seconds;
}

/** A folder with a playbook for each number. */
async function folderOf(playbookOf: (i: number) => string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "cadence-bench-"));
  await mkdir(path.join(folder, ".git"));
  for (let i = 0; i < MANY; i++) await writeFile(path.join(folder, `${i}.playbook.yaml`), playbookOf(i));
  await writeFile(path.join(folder, "ruleset.yaml"), RULESET);
  return folder;
}

const theirOwn = await folderOf((i) => playbook(i, i));
const template = await folderOf((i) => playbook(i, 0));
const drafts = await folderOf(draft);
const check = [bin, "check", "--format", "json"];
const remembering = [...check, "--cache-location", "cache.json"];
const lint = [spectral, "lint", "--ruleset", "ruleset.yaml", "--format", "json", "*.playbook.yaml"];
try {
  const [lines, words] = ["\n", /\s+/].map((between) => playbook(0, 0).split(between).length);
  console.log(`\n${MANY} playbooks of ${lines} lines and ${words} words, the best of ${TURNS} turns\n`);
  await best("Node alone", ["-e", "0"], theirOwn);
  await best("cadence check, one file", [bin, "check", "0.playbook.yaml"], theirOwn);
  for (const [name, folder] of Object.entries({ "sentences of their own": theirOwn, "a template filled in": template })) {
    console.log(`\n${name}`);
    const cold = await best("cadence check, cold", check, folder);
    await run(remembering, folder);
    await best("cadence check, remembered", remembering, folder);
    const other = await best("Spectral, eight rules", lint, folder);
    console.log(`  × ${(other / cold).toFixed(1)} as quick as Spectral`);
  }
  console.log("\ndrafts as imports leave them");
  await best("cadence check, cold, much found", check, drafts);
} finally {
  await rm(guest, { recursive: true, force: true });
  for (const one of [theirOwn, template, drafts]) await rm(one, { recursive: true, force: true });
}
