import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
let script: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kept-code-"));
  script = path.join(folder, "sum-1a2b3c4d.cjs");
  // Long enough that what is kept of it fills more than a sector of a disk.
  const functions = Array.from({ length: 200 }, (_, i) => `exports.f${i}=function(a){let b=a;for(let i=0;i<${i};i++)b+=i;return b};`);
  writeFileSync(
    script,
    `(function(exports,require,module,__filename,__dirname){${functions.join("\n")}exports.named=require("node:path").basename(__filename)})`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (body: string) =>
  `import { hasWorked, load } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, "kept-code.ts")).href)};
   import { turn } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, "switches.ts")).href)};
   const sums = load(${JSON.stringify(script)});
   ${body}`;
const ALL = "console.log(sums.f9(1), sums.f199(1), sums.named); hasWorked();";
const SAID = "37 19702 sum-1a2b3c4d.cjs\n";

/** Runs a program that loads the script, in a process of its own. Answers what it says. */
const run = (body: string, env: Readonly<Record<string, string>> = {}) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", program(body)], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, "cache"), ...env },
  });

/** The one file that holds what was compiled. */
function kept(): string {
  const cache = path.join(folder, "cache");
  const found = readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((file) => file.includes("cadence-"));
  expect(found).toHaveLength(1);
  expect(path.basename(found[0] ?? "")).toBe("cadence-sum-1a2b3c4d.cjs.code");
  return path.join(cache, found[0] ?? "");
}
const age = (file: string) => statSync(file).ino;
const LAST = 4;
const saysItWorked = (file: string) => readFileSync(file).at(-LAST);

test("what was compiled is kept once, and taken from then on", () => {
  expect(run(ALL)).toBe(SAID);
  const file = kept();
  const first = age(file);
  // What the engine refuses would be kept anew.
  expect(run(ALL)).toBe(SAID);
  expect(age(file)).toBe(first);
  expect(saysItWorked(file)).toBe(1);
});

test("of a program that did not do what it is for little is kept, until one does", () => {
  run("");
  const little = readFileSync(kept());
  expect(saysItWorked(kept())).toBe(0);
  run("");
  expect(readFileSync(kept())).toEqual(little);
  expect(run(ALL)).toBe(SAID);
  expect(saysItWorked(kept())).toBe(1);
  expect(readFileSync(kept()).length).toBeGreaterThan(little.length);
  const all = age(kept());
  run("");
  expect(age(kept())).toBe(all);
});

test("turned switches do not spoil what is kept", () => {
  run(`${ALL} turn({ opt: false, "heap-growing-percent": 25 });`);
  const first = age(kept());
  run(ALL);
  expect(age(kept())).toBe(first);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ["cut short", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["empty", () => Buffer.alloc(0)],
  ["shorter than its seal", (bytes) => bytes.subarray(0, 5)],
  ["without a sector in the middle", (bytes) => Buffer.concat([bytes.subarray(0, 1024), Buffer.alloc(512), bytes.subarray(1536)])],
  ["zeros", (bytes) => Buffer.alloc(bytes.length)],
  ["somebody else's", () => Buffer.from("Not what you think.".repeat(100))],
])("what was kept and is %s is not taken, and kept anew", (_, spoilt) => {
  run(ALL);
  const whole = readFileSync(kept());
  expect(whole.length).toBeGreaterThan(2048);
  writeFileSync(kept(), spoilt(whole));
  expect(run(ALL)).toBe(SAID);
  expect(kept() && readFileSync(kept()).length).toBe(whole.length);
});

test("where nothing may be kept, or nothing can be, the script runs as well", () => {
  expect(run(ALL, { NODE_DISABLE_COMPILE_CACHE: "1" })).toBe(SAID);
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(run(ALL, { NODE_COMPILE_CACHE: file })).toBe(SAID);
  run("");
  // A folder in the place of the file: it can neither be read nor replaced.
  const place = kept();
  rmSync(place);
  mkdirSync(path.join(place, "inside"), { recursive: true });
  expect(run(ALL)).toBe(SAID);
  expect(readdirSync(path.dirname(place)).filter((one) => one.includes("cadence-"))).toEqual([path.basename(place)]);
});
