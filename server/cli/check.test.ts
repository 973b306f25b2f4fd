import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { check, rules } from "../core/index.ts";
import { bin, cadence, folderWith, nobody } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

const misspelt = cleanPlaybook.replace("summary:", "sumary:");

type Json = {
  readonly version: number;
  readonly files: readonly { readonly file: string; readonly findings: readonly ReturnType<typeof check>["findings"][number][] }[];
  readonly unread?: readonly { readonly file: string; readonly what: string; readonly todo: string }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number };
};
const json = ({ out }: { readonly out: string }) => JSON.parse(out) as Json;

test("a playbook with nothing to find is clean in both formats", async () => {
  const folder = await folderWith({ "a.playbook.yaml": cleanPlaybook });
  expect(await cadence(folder, ["check"])).toEqual({ code: 0, out: "\n✓ 1 playbook checked: 0 errors.\n\n", err: "" });
  const run = await cadence(folder, ["check", "--format", "json"]);
  expect(json(run)).toEqual({
    version: 1,
    files: [{ file: "a.playbook.yaml", findings: [] }],
    summary: { errors: 0, warnings: 0, infos: 0 },
  });
  expect([run.code, run.err]).toEqual([0, ""]);
});

test("json has exactly the promised form, and its positions are those of the words", async () => {
  const folder = await folderWith({ "team/a.playbook.yaml": `\uFEFF# 👋 first\r\n${misspelt}`, "b.playbook.yaml": cleanPlaybook });
  const run = await cadence(folder, ["check", ".", "--format", "json"]);
  const { files, summary, ...rest } = json(run);
  expect(run.code).toBe(1);
  expect(rest).toEqual({ version: 1 });
  expect(files.map(({ file }) => file)).toEqual(["b.playbook.yaml", "team/a.playbook.yaml"]);
  const finding = files[1]?.findings.find(({ rule }) => rule === "known-keys");
  expect(Object.keys(finding ?? {}).sort()).toEqual(["kind", "message", "principle", "range", "rule", "severity", "url"]);
  expect(finding).toMatchObject({ principle: rules["known-keys"].principle, kind: "certain", severity: "error" });
  expect(finding?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: "sumary".length } });
  expect(finding?.url).toBe("http://localhost:4321/rules/known-keys/");
  expect(summary.errors).toBe(files.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").length);
});

test("a hint is drawn and counted by its name, and only where there is one", async () => {
  const folder = await folderWith({ "a.playbook.yaml": misspelt, "cadence.config.yaml": "severities: { known-keys: hint }\n" });
  const { out, code } = await cadence(folder, ["check", "a.playbook.yaml"]);
  expect(out).toMatch(/^ {4}hint {2}There is no key “sumary” in this file/m);
  expect(out).toContain("1 playbook checked: 0 errors and 1 hint.");
  const run = await cadence(folder, ["check", "a.playbook.yaml", "--format", "json"]);
  expect(json(run).summary).toEqual({ errors: 0, warnings: 0, infos: 0, hints: 1 });
  expect([code, run.code]).toEqual([0, 0]);
});

test("what holds for some files is read from where the configuration stands, wherever one calls from", async () => {
  const loud = cleanPlaybook.replace("Hello {{first_name}},\n\n", "Hello {{first_name}}! Hello!\n\n");
  const folder = await folderWith({
    "team/cadence.config.yaml": "overrides: [{ files: [pilots/**], severities: { calm-punctuation: off } }]\n",
    "team/a.playbook.yaml": loud,
    "team/pilots/b.playbook.yaml": loud,
  });
  const found = async (cwd: string, ...paths: string[]) =>
    json(await cadence(cwd, ["check", ...paths, "--format", "json"])).files.map(({ findings }) => findings.map(({ rule }) => rule));
  expect(await found(folder, "team/a.playbook.yaml", "team/pilots")).toEqual([["calm-punctuation"], []]);
  expect(await found(`${folder}/team/pilots`, "b.playbook.yaml", "../a.playbook.yaml")).toEqual(
    expect.arrayContaining([["calm-punctuation"], []]),
  );
  const piped = await cadence(`${folder}/team`, ["check", "-", "--stdin-name", "pilots/new.playbook.yaml", "--format", "json"], {
    input: loud,
  });
  expect(json(piped).files[0]?.findings).toEqual([]);
});

test("warnings and infos alone leave the exit code at 0, and the configuration around a playbook holds", async () => {
  const folder = await folderWith({
    "a.playbook.yaml": misspelt,
    "cadence.config.yaml": "severities: { known-keys: info }\nhandbook: https://handbook.northwind.example/\n",
  });
  const run = await cadence(folder, ["check", "--format", "json"]);
  expect(json(run).files.map(({ file }) => file)).toEqual(["a.playbook.yaml", "cadence.config.yaml"]);
  expect(json(run).files[0]?.findings.find(({ rule }) => rule === "known-keys")).toMatchObject({
    severity: "info",
    url: "https://handbook.northwind.example/rules/known-keys/",
  });
  expect([run.code, json(run).summary.errors]).toEqual([0, 0]);
  await writeFile(
    path.join(folder, "cadence.config.yaml"),
    "severities: { known-keys: error }\nhandbok: https://handbook.northwind.example/\n",
  );
  expect((await cadence(folder, ["check"])).code).toBe(1);
});

test("a configuration that was not asked about still speaks up when it is broken", async () => {
  const folder = await folderWith({
    "a.playbook.yaml": cleanPlaybook,
    "cadence.config.yaml": "handbok: https://handbook.northwind.example/\n",
  });
  const slip = await cadence(folder, ["check", "a.playbook.yaml"]);
  expect(slip.code).toBe(0);
  expect(slip.err).toMatch(/note {2}cadence\.config\.yaml\n.*errors of its own/);
  await writeFile(path.join(folder, "cadence.config.yaml"), "handbook: [\n");
  const broken = await cadence(folder, ["check", "a.playbook.yaml", "--format", "json"]);
  expect([broken.code, json(broken).unread?.map(({ file }) => file), broken.err]).toEqual([2, ["cadence.config.yaml"], ""]);
  expect((await cadence(folder, ["check"])).code).toBe(1);
});

test("whatever is bad is told, the rest is checked, and the exit code is 2", async () => {
  const laughs = Array.from({ length: 1000 }, (_, i) => `l${i}: &l${i} [${i === 0 ? "ha" : `*l${i - 1}, *l${i - 1}`}]`).join("\n");
  const folder = await folderWith({
    "binary.playbook.yaml": Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),
    "clean.playbook.yaml": cleanPlaybook,
    "closed/inside.playbook.yaml": cleanPlaybook,
    "latin.playbook.yaml": Buffer.from("title: Gr\xfc\xdfe\n", "latin1"),
    "laughs.playbook.yaml": `${laughs}\n`,
    "misspelt.playbook.yaml": misspelt,
    "vast.playbook.yaml": "a".repeat(10 * 1024 * 1024),
  });
  await symlink("loop", path.join(folder, "loop"));
  await symlink("..", path.join(folder, "closed/up"));
  // Listed by its name, and gone when it is read.
  await symlink("gone.yaml", path.join(folder, "vanished.playbook.yaml"));
  await chmod(path.join(folder, "closed"), 0o000);

  const run = await cadence(folder, ["check", "--format", "json"], { as: nobody });
  const pretty = await cadence(folder, ["check"], { as: nobody });
  await chmod(path.join(folder, "closed"), 0o755);

  expect(json(run).unread).toEqual([
    expect.objectContaining({ file: "binary.playbook.yaml", what: "This is not text: there is a zero byte on line 3." }),
    expect.objectContaining({ file: "closed", what: "You have no permission to read it." }),
    expect.objectContaining({ file: "latin.playbook.yaml", what: expect.stringContaining("not UTF-8 text: line 1") }),
    expect.objectContaining({ file: "loop", what: "This link leads back to itself, so there is nothing at its end." }),
    expect.objectContaining({ file: "vanished.playbook.yaml", what: "This link leads to a file that is not there." }),
    expect.objectContaining({ file: "vast.playbook.yaml", what: "The file is 10 MB; nothing over 1 MB is read." }),
  ]);
  expect(json(run).files.map(({ file, findings }) => [file, findings.some(({ severity }) => severity === "error")])).toEqual([
    ["clean.playbook.yaml", false],
    ["laughs.playbook.yaml", true],
    ["misspelt.playbook.yaml", true],
  ]);
  for (const unread of json(run).unread ?? []) {
    expect(unread.todo).toMatch(/^\S.*[.]$/);
    expect(Object.keys(unread)).toEqual(["file", "what", "todo"]);
    expect(pretty.err).toContain(`unread  ${unread.file}`);
  }
  expect([run.code, run.err, pretty.code]).toEqual([2, "", 2]);
  expect(pretty.out).toContain("3 playbooks checked");
  expect(pretty.out.replace(/\s+/g, " ")).toContain("6 paths could not be read");
  for (const said of [run.out, pretty.out, pretty.err]) expect(said).not.toMatch(/\n\s+at .*\.[jt]s:\d|Error:|E[A-Z]{4,}/);
});

test("a billion laughs alone is one file with findings", async () => {
  const folder = await folderWith({
    "a.playbook.yaml": `title: &a [x, x]\n${Array.from({ length: 1000 }, (_, i) => `k${i}: [*a, *a, *a]`).join("\n")}\n`,
  });
  const run = await cadence(folder, ["check", "--format", "json"]);
  expect(run.code).toBe(1);
  for (const { range } of json(run).files[0]?.findings ?? []) expect(range.start.line).toBeLessThan(1002);
});

test("a link in a circle is passed by with a note, and costs nothing", async () => {
  const folder = await folderWith({ "team/a.playbook.yaml": cleanPlaybook });
  await symlink("..", path.join(folder, "team/up"));
  const run = await cadence(folder, ["check"]);
  expect([run.code, run.out]).toEqual([0, "\n✓ 1 playbook checked: 0 errors.\n\n"]);
  expect(run.err).toMatch(/note {2}team\/up\n {10}This link leads back to a folder it stands in\./);
});

test("a path that is not there, or not ours, is told with what was probably meant", async () => {
  const folder = await folderWith({ "first-call.playbook.yaml": cleanPlaybook, "notes.yaml": "a: 1\n" });
  const run = await cadence(folder, ["check", "first-cal.playbook.yaml", "notes.yaml", "first-call.playbook.yaml"]);
  expect(run.code).toBe(2);
  expect(run.err).toContain("did you mean\n          first-call.playbook.yaml?");
  expect(run.err).toContain("name it notes.playbook.yaml");
  expect(run.out).toContain("1 playbook checked");
  const empty = await folderWith({ "readme.md": "" });
  expect(await cadence(empty, ["check", "--format", "json"])).toMatchObject({ code: 2, err: "" });
});

test("a playbook from a pipe is checked as the file it is said to be", async () => {
  const folder = await folderWith({ "team/cadence.config.yaml": "severities: { known-keys: warning }\n" });
  const plain = await cadence(folder, ["check", "-", "--format", "json"], { input: `\uFEFF${misspelt}` });
  expect([plain.code, json(plain).files.map(({ file }) => file)]).toEqual([1, ["-"]]);
  const named = await cadence(folder, ["check", "-", "--format", "json", "--stdin-name", "team/new.playbook.yaml"], { input: misspelt });
  expect(json(named).files[0]?.findings.find(({ rule }) => rule === "known-keys")?.severity).toBe("warning");
  expect(json(named).files[0]?.file).toBe("team/new.playbook.yaml");
  const config = await cadence(folder, ["check", "-", "--stdin-name", "cadence.config.yaml"], {
    input: "handbok: https://handbook.northwind.example/\n",
  });
  expect([config.code, config.out]).toEqual([1, expect.stringContaining("1 configuration")]);
  const vast = await cadence(folder, ["check", "-", "--format", "json"], { input: Buffer.alloc(3_000_000, "a") });
  expect([vast.code, json(vast).unread?.[0]?.what]).toEqual([2, "This is over 1 MB; nothing over 1 MB is read."]);
  const binary = await cadence(folder, ["check", "-"], { input: Buffer.from([0x50, 0x4b, 0, 3]) });
  expect([binary.code, binary.err]).toEqual([2, expect.stringContaining("This is not text")]);
  const nothing = await cadence(folder, ["check", "-", "--format", "json"], { input: "" });
  expect(json(nothing).files[0]?.findings.length).toBeGreaterThan(0);
});

test("findings are drawn: where, what, why, what to do, and the page that tells more", async () => {
  const folder = await folderWith({ "a.playbook.yaml": misspelt });
  const { out } = await cadence(folder, ["check"]);
  const [finding] = check(misspelt).findings;
  expect(finding?.rule).toBe("known-keys");
  expect(finding?.todo).toBe("Write “summary”.");
  expect(out).toContain(`
   error  ${finding?.what}
      at  a.playbook.yaml:2:1

       1 │ title: First conversation
       2 │ sumary: For heads of operations whose late orders show up in public …
         │ ^^^^^^
       3 │ owner: Dana Ortiz <dana@northwind.example>

     why  ${finding?.why}
      do  ${finding?.todo}
    rule  known-keys · Prepared and on record
          cadence explain known-keys
`);
  expect(out).toMatch(/\n✗ 1 playbook checked: 1 error.*\.\n\n$/);

  const published = await folderWith({
    "a.playbook.yaml": misspelt,
    "cadence.config.yaml": "handbook: https://plays.northwind.example/\n",
  });
  expect((await cadence(published, ["check"])).out).toContain("\n          https://plays.northwind.example/rules/known-keys/\n");
});

test("it fits the terminal, from narrow to wide; only addresses stay in one piece", async () => {
  const badgering = await readFile(path.join(import.meta.dirname, "../test/badgering.playbook.yaml"), "utf8");
  const folder = await folderWith({ "a.playbook.yaml": badgering });
  for (const width of [32, 60, 140]) {
    const { out } = await cadence(folder, ["check"], { env: { COLUMNS: String(width) } });
    const long = out.split("\n").filter((line) => [...line].length > width && !/^ +(at {2})?\S+$/.test(line));
    expect(long).toEqual([]);
    expect(out.split("\n").length).toBeGreaterThan(100);
  }
});

test("colours are for terminals, unless somebody says otherwise", async () => {
  const folder = await folderWith({ "a.playbook.yaml": misspelt });
  const plain = await cadence(folder, ["check"]);
  const coloured = await cadence(folder, ["check"], { env: { FORCE_COLOR: "1" } });
  expect(plain.out).toBe(stripVTControlCharacters(plain.out));
  expect(coloured.out).not.toBe(plain.out);
  expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
});

test("nothing that is written in a playbook or its name can command the terminal", async () => {
  const folder = await folderWith({ "a\x1b[31m\n.playbook.yaml": `"\\e[2J": 1\n"\u202e evil": 1\ntitle: x\u009b5m\n` });
  const { out, err } = await cadence(folder, ["check"]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there.
  expect(out + err).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  expect(out).toContain("a␛[31m␊.playbook.yaml");
});

test("a reader who has read enough is no reason to complain", async () => {
  const badgering = await readFile(path.join(import.meta.dirname, "../test/badgering.playbook.yaml"), "utf8");
  const folder = await folderWith(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.playbook.yaml`, badgering])));
  const child = spawn(process.execPath, [bin, "check"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdout.once("data", () => child.stdout.destroy());
  expect(await once(child, "close")).toEqual([1, null]);
  expect(err).toBe("");

  const whole = await cadence(folder, ["check", "--format", "json"]);
  expect(whole.out.length).toBeGreaterThan(200_000);
  expect(json(whole).files).toHaveLength(12);
});
