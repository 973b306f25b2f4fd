import { execFileSync } from "node:child_process";
import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { cadence, folderWith, nobody } from "../test/cadence.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";

const table = "sequence;type;day;subject;body\r\nWinter fair;email;1;Größe;Hi [First Name], “hello”\r\nWinter fair;call;4;;Ring\r\n";
const utf16 = Buffer.from(`\ufeff${table}`, "utf16le");
const western = Buffer.from([...table].map((sign) => ({ "“": 0x93, "”": 0x94 })[sign] ?? sign.charCodeAt(0)));

test("files in whatever encoding become drafts beside those that are there, with what is found in each", async () => {
  const folder = await folderWith({
    "utf8.csv": `\ufeff${table}`,
    "utf16.csv": utf16,
    "western.csv": western,
    "sheet.xlsx": Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    "broken.csv": 'type,body\nemail,"open\n',
    "playbooks/winter-fair.playbook.yaml": cleanPlaybook,
  });
  const dry = await cadence(folder, ["import", "utf8.csv", "--dry-run"]);
  expect(dry.out).toContain("would be  playbooks/winter-fair-2.playbook.yaml");
  expect(await readdir(path.join(folder, "playbooks"))).toEqual(["winter-fair.playbook.yaml"]);

  const run = await cadence(folder, ["import", "utf8.csv", "utf16.csv", "western.csv", "sheet.xlsx", "broken.csv", "folder.csv"]);
  expect(run.code).toBe(2);
  expect((await readdir(path.join(folder, "playbooks"))).sort()).toEqual(
    [2, 3, 4].map((i) => `winter-fair-${i}.playbook.yaml`).concat("winter-fair.playbook.yaml"),
  );
  expect(await readFile(path.join(folder, "playbooks/winter-fair.playbook.yaml"), "utf8")).toBe(cleanPlaybook);
  const texts = await Promise.all([2, 3, 4].map((i) => readFile(path.join(folder, `playbooks/winter-fair-${i}.playbook.yaml`), "utf8")));
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain("message: Hi {{first_name}}, “hello”");
  const said = run.out.replace(/\s+/g, " ");
  expect(said).toContain("winter-fair.playbook.yaml was there already");
  expect(said).toMatch(/found \d+ errors, \d+ warnings and \d+ infos?, each with what to do: cadence check/);
  expect(said).toContain("read as Windows-1252. Look at the accents");
  expect(said).toContain("3 drafts written; 3 files could not be read or written.");
  expect(run.err.replace(/\s+/g, " ")).toMatch(
    /sheet\.xlsx This is not text.*broken\.csv A quotation mark opens in row 2.*folder\.csv There is no such file/,
  );
});

test.skipIf(process.platform === "win32")("where nothing may be written, nothing is, and it is told", async () => {
  const folder = await folderWith({ "a.csv": table });
  await chmod(folder, 0o555);
  const { code, err } = await cadence(folder, ["import", "a.csv"], { as: nobody });
  await chmod(folder, 0o755);
  expect([code, err]).toEqual([2, expect.stringContaining("You have no permission to write it.")]);
  expect((await readdir(folder)).sort()).toEqual([".git", "a.csv"]);
});

test.skipIf(process.platform === "win32")("what is no file is told, and nobody waits for a pipe into which nobody writes", async () => {
  const folder = await folderWith({ "exports/a.csv": table });
  execFileSync("mkfifo", [path.join(folder, "pipe.csv")]);
  const { code, err } = await cadence(folder, ["import", "pipe.csv", "exports"]);
  expect([code, err.replace(/\s+/g, " ")]).toEqual([
    2,
    expect.stringMatching(
      /pipe\.csv This is a pipe or a device, not a file\..*exports This is a folder, not a file\. do Name the exported files/,
    ),
  ]);
  const out = await cadence(folder, ["check", "--format", "json", "--output", "exports"]);
  expect([out.code, out.err.replace(/\s+/g, " ")]).toEqual([
    2,
    expect.stringContaining("unsaved exports This is a folder, not a file. do Give it"),
  ]);
});

test("patterns are read where the shell leaves them, and one that means nothing spoils nothing", async () => {
  const folder = await folderWith({ "exports/b.csv": table, "exports/a.csv": table.replaceAll("Winter", "Summer") });
  const run = await cadence(folder, ["import", "exports/*.json", "exports/*.csv"]);
  expect([run.code, run.err]).toEqual([0, ""]);
  expect(run.out).toMatch(/a\.csv[\s\S]*b\.csv[\s\S]*No file has a name like exports\/\*\.json\.[\s\S]*2 drafts written\./);
  const none = await cadence(folder, ["import", "*.json"]);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining("No file has a name like this.")]);
});

test("what is to be typed next can be typed as it is told: by way of npm, and in a folder with a space", async () => {
  const folder = await folderWith({ "a.csv": table });
  const { out } = await cadence(folder, ["import", "a.csv", "--into", "my $plays"], { env: { npm_command: "exec" } });
  const said = out.replace(/\s+/g, " ");
  expect(said).toContain('each with what to do: npx cadence check "my \\$plays/winter-fair.playbook.yaml"');
  expect(said).toContain("record it with “npx cadence baseline”");
});

test("what holds for every sequence of a file is said once, of the file", async () => {
  const folder = await folderWith({
    "a.csv": `${table}Spring fair;dance;9;;Two steps\r\nSpring fair;call;12;;Ring\r\nSpring fair;call;17;;Ring again\r\n`,
  });
  const { out } = await cadence(folder, ["import", "a.csv"]);
  const said = out.replace(/\s+/g, " ");
  expect(said.match(/Days were counted as on a calendar/g)).toHaveLength(1);
  expect(said).toMatch(/^ a\.csv 2 sequences from a table note Days were counted[^:]*draft playbooks/);
  expect(said).toMatch(/draft playbooks\/spring-fair\.playbook\.yaml .*Step 1 \(“dance”\) reaches nobody/);
});

test("what is lost of every playbook is said once, and what is lost of one beside it", async () => {
  const folder = await folderWith({
    "plays/a.playbook.yaml": cleanPlaybook,
    "plays/b.playbook.yaml": `${cleanPlaybook}calling-hours: { from: "09:00", to: "17:00" }\n`,
    ...Object.fromEntries([1, 2, 3, 4].map((i) => [`faulty/${i}.playbook.yaml`, cleanPlaybook.replace(/^summary: .*$/m, "nonsense: x")])),
  });
  const { code, err } = await cadence(folder, ["export", "plays", "--to", "outreach", "--into", "out"]);
  const said = err.replace(/\s+/g, " ");
  expect([code, said.match(/The rest of 90 days/g)?.length, said.match(/The calling hours\./g)?.length]).toEqual([0, 1, 1]);
  expect(said).toMatch(/wrote out\/a\.outreach\.json wrote out\/b\.outreach\.json lost What Outreach cannot express of any of them:/);
  expect(said).toMatch(/lost What Outreach cannot express of plays\/b\.playbook\.yaml: - The calling hours\./);
  expect(said).not.toContain("plays/a.playbook.yaml");
  const most = await cadence(folder, ["export", "plays", "faulty", "--to", "salesloft", "--into", "out"]);
  expect(most.err.replace(/\s+/g, " ")).toMatch(
    /express of plays\/a\.playbook\.yaml and plays\/b\.playbook\.yaml: - The summary\..*express of plays\/b/,
  );
  const faulty = await cadence(folder, ["export", "faulty", "--to", "csv", "--into", "out"]);
  expect(faulty.err).toContain("4 of these playbooks have errors, and “cadence check” says which");
});

test("what is named and holds no playbook is told, and not passed over in silence", async () => {
  const folder = await folderWith({ "cadence.config.yaml": "team: Northwind\n" });
  const { code, err } = await cadence(folder, ["export", "cadence.config.yaml", "--to", "csv"]);
  expect([code, err]).toEqual([2, expect.stringContaining("There is no playbook in what you named.")]);
});

test("a playbook goes out to standard output or into a folder, once, with what is lost, and comes back by a pipe", async () => {
  const folder = await folderWith({ "plays/first.playbook.yaml": cleanPlaybook, "plays/broken.playbook.yaml": "a: [" });
  const one = await cadence(folder, ["export", "plays/first.playbook.yaml", "--to", "salesloft"]);
  expect([one.code, JSON.parse(one.out).settings.draft]).toEqual([0, true]);
  expect(one.err).toMatch(
    /lost {2}What Salesloft cannot express of plays\/first\.playbook\.yaml:\n[\s\S]*not-now[\s\S]*The rest of 90 days/,
  );
  const several = await cadence(folder, ["export", "plays", "--to", "csv"]);
  expect([several.code, several.out, several.err.replace(/\s+/g, " ")]).toEqual([
    2,
    "",
    expect.stringContaining("Name a folder for them: --into"),
  ]);
  const into = await cadence(folder, ["export", "plays", "--to", "ics", "--into", "out", "--start", "2027-03-01"]);
  expect([into.code, into.err]).toEqual([2, expect.stringContaining("Its writing does not hold")]);
  expect(await readFile(path.join(folder, "out/first.ics"), "utf8")).toContain("DTSTART;VALUE=DATE:20270304");
  await writeFile(path.join(folder, "out/first.ics"), "mine");
  expect((await cadence(folder, ["export", "plays/first.playbook.yaml", "--to", "ics", "--into", "out"])).err).toContain("left as it is");
  expect(await readFile(path.join(folder, "out/first.ics"), "utf8")).toBe("mine");
  expect((await cadence(folder, ["export", "plays/first.playbook.yaml", "--to", "ics", "--start", "2027-02-30"])).code).toBe(2);
  const back = await cadence(folder, ["import", "-", "--into", "back"], { input: one.out });
  expect([back.code, back.out]).toEqual([0, expect.stringContaining("back/first-conversation.playbook.yaml")]);
});
