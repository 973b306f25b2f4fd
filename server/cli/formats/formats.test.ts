import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { check } from "../../core/index.ts";
import { cadence, folderWith } from "../../test/cadence.ts";

const badgering = await readFile(path.join(import.meta.dirname, "../../test/badgering.playbook.yaml"), "utf8");
/** A playbook and a name that hold what each of the forms must escape. */
const hostile = `sumary: "]]> & <b> \\" ' % ::error:: , \\u0007"\ntitle: "üñ 日本 \\ud83d\\udc4b"\ntouches: 3\n`;
const files = {
  "clean/notes.txt": "",
  "team/bad gering.playbook.yaml": badgering,
  "team/hos%25,tile:&.playbook.yaml": hostile,
  "team/broken.playbook.yaml": Buffer.from([0x50, 0x4b, 0, 3]),
};
const run = async (format: string) => cadence(await folderWith(files), ["check", "team", "--format", format]);

/** All that is found in the two files that can be read. */
const everything = [check(badgering).findings, check(hostile).findings].flat();

const schema = createRequire(createRequire(import.meta.url).resolve("@microsoft/jest-sarif"))("./schemas/sarif-2.1.0-rtm.5.json");

test("json is one text, however many files it is put together from", async () => {
  const folder = await folderWith(files);
  for (const [paths, many] of [
    [["clean"], 0],
    [["team/bad gering.playbook.yaml"], 1],
    [["team"], 2],
  ] as const) {
    const { out } = await cadence(folder, ["check", ...paths, "--format", "json"]);
    const read = JSON.parse(out);
    expect(read.files).toHaveLength(many);
    expect(out.trimEnd()).toBe(JSON.stringify(read, null, 2));
  }
});

test("sarif is valid by the schema of SARIF 2.1.0, and says what the findings say", async () => {
  const { out, code } = await run("sarif");
  const sarif = JSON.parse(out);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  // The schema is a draft 4, of which this uses nothing that draft 7 reads otherwise.
  const valid = ajv.compile({ ...schema, id: undefined, $schema: "http://json-schema.org/draft-07/schema#" });
  expect(valid(sarif), JSON.stringify(valid.errors?.slice(0, 5))).toBe(true);
  expect(valid({ ...sarif, runs: [{}] })).toBe(false);

  const [{ results, tool, invocations }] = sarif.runs;
  expect(code).toBe(2);
  expect(results).toHaveLength(everything.length);
  for (const result of results) {
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    const same = everything.find(({ rule, message, range }) => {
      const { region } = result.locations[0].physicalLocation;
      return (
        rule === result.ruleId &&
        message === result.message.text &&
        region.startLine === range.start.line + 1 &&
        region.endColumn === range.end.character + 1
      );
    });
    expect(same, result.ruleId).toBeDefined();
  }
  expect(new Set(results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints))).size).toBe(results.length);
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("team/bad%20gering.playbook.yaml");
  expect(invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: "error" }] });
});

test("github gets a line a finding, with everything escaped that would end it", async () => {
  const { out } = await run("github");
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(everything.length + 1);
  for (const line of lines) {
    const [, kind, properties = "", message = ""] = /^::(error|warning|notice) ([^:]*)::(.+)$/.exec(line) ?? [];
    expect(kind, line).toBeDefined();
    expect(properties.split(",").map((one) => one.split("=")[0])).toEqual(expect.arrayContaining(["file", "title"]));
    expect(message).not.toMatch(/[\r\n]/);
  }
  expect(out).toContain("file=team/hos%2525%2Ctile%3A&.playbook.yaml,");
});

test.each(["junit", "checkstyle"])("%s is XML that says everything once", async (format) => {
  const { out } = await run(format);
  expect(XMLValidator.validate(out)).toBe(true);
  const read = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    processEntities: true,
    isArray: (name) => ["testsuite", "testcase", "file", "error"].includes(name),
  }).parse(out);
  if (format === "checkstyle") {
    const errors = read.checkstyle.file.flatMap(({ error }: { error: { message: string; severity: string; line?: string }[] }) => error);
    expect(errors).toHaveLength(everything.length + 1);
    expect(read.checkstyle.file.map(({ name }: { name: string }) => name)).toContain("team/hos%25,tile:&.playbook.yaml");
    expect(new Set(errors.map(({ severity }: { severity: string }) => severity))).toEqual(new Set(["error", "warning", "info"]));
    return;
  }
  const cases = read.testsuites.testsuite.flatMap(({ testcase }: { testcase: { failure?: unknown; error?: unknown }[] }) => testcase);
  expect(cases).toHaveLength(everything.length + 1);
  const failures = everything.filter(({ severity }) => severity === "error").length;
  expect(cases.filter(({ failure }: { failure?: unknown }) => failure !== undefined)).toHaveLength(failures);
  expect(read.testsuites).toMatchObject({ tests: String(cases.length), failures: String(failures), errors: "1" });
});

test("gitlab gets what its Code Quality widget asks for, with prints that outlive an edit elsewhere", async () => {
  const issues = async (text: string) =>
    JSON.parse((await cadence(await folderWith({ "a.playbook.yaml": text }), ["check", "--format", "gitlab"])).out);
  const before = await issues(badgering);
  expect(before).toHaveLength(check(badgering).findings.length);
  for (const issue of before) {
    expect(Object.keys(issue)).toEqual(["description", "check_name", "fingerprint", "severity", "location"]);
    expect(["info", "minor", "major", "critical", "blocker"]).toContain(issue.severity);
    expect(issue.location).toEqual({ path: "a.playbook.yaml", lines: { begin: expect.any(Number), end: expect.any(Number) } });
  }
  const prints = (of: { fingerprint: string }[]) => of.map(({ fingerprint }) => fingerprint);
  expect(new Set(prints(before)).size).toBe(before.length);
  const after = await issues(`# three\n# more\n# lines\n${badgering}`);
  expect(prints(after)).toEqual(prints(before));
  expect(after[0].location.lines.begin).toBe(before[0].location.lines.begin + 3);
});

test("a report goes into a file whole, and a folder that refuses it is told", async () => {
  const folder = await folderWith({ "a.playbook.yaml": badgering, file: "" });
  const run = await cadence(folder, ["check", "--format", "junit", "--output", "reports/junit.xml"]);
  expect(run).toMatchObject({ code: 1, out: expect.stringMatching(/^\n✗ 1 playbook checked: /) });
  expect(XMLValidator.validate(await readFile(path.join(folder, "reports/junit.xml"), "utf8"))).toBe(true);
  const refused = await cadence(folder, ["check", "--format", "junit", "--output", "file/junit.xml"]);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("file/junit.xml")]);
});
