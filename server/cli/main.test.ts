import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { jsonSchema, type Rule, rules } from "../core/index.ts";
import { cadence, folderWith } from "../test/cadence.ts";

test("a slip in a command is told with what was probably meant, and could not run", async () => {
  const folder = await folderWith({});
  expect(await cadence(folder, ["chekc"])).toMatchObject({
    code: 2,
    out: "",
    err: "cadence: unknown command 'chekc'\n(Did you mean check?)\n“cadence --help” lists the commands.\n",
  });
  expect(await cadence(folder, ["check", "--formt", "json"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("Did you mean --format?"),
  });
  expect(await cadence(folder, ["check", "--format", "xml"])).toMatchObject({ code: 2, err: expect.stringContaining("pretty, json") });
  expect(await cadence(folder, ["approve", "a.playbook.yaml"])).toMatchObject({ code: 2, err: expect.stringContaining("no such file") });
  expect(await cadence(folder, ["schema", "playbok"])).toMatchObject({ code: 2, err: expect.stringContaining("playbook, config, assets") });
  expect(await cadence(folder, ["import"])).toMatchObject({
    code: 2,
    err: "cadence: missing required argument 'files'\n“cadence import --help” tells what it takes.\n",
  });
  expect(await cadence(folder, ["help", "chekc"])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("check, baseline") });
  expect(await cadence(folder, ["explain", "gap-holds"])).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("did you mean gaps-hold?"),
  });
});

test("help is there for the asking", async () => {
  const folder = await folderWith({});
  const { version } = JSON.parse(await readFile(path.join(import.meta.dirname, "../package.json"), "utf8")) as { version: string };
  expect(await cadence(folder, ["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  expect(await cadence(folder, [])).toMatchObject({ code: 2, err: expect.stringContaining("Usage: cadence") });
  for (const command of ["check", "approve", "explain", "rules", "schema"]) {
    expect(await cadence(folder, ["help", command])).toEqual(await cadence(folder, [command, "--help"]));
    expect((await cadence(folder, ["--help"])).out).toContain(`\n  ${command} `);
    expect(await cadence(folder, [command, "--help"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining(`Usage: cadence ${command}`),
    });
  }
});

test("help is as wide as COLUMNS says, else 80, and its examples stay whole", async () => {
  const folder = await folderWith({});
  const commands = ["check", "baseline", "import", "export", "init", "approve", "simulate", "report", "completion"];
  for (const command of commands) {
    const [usual, narrow, least, wide, odd] = await Promise.all(
      [undefined, "40", "20", "200", "19"].map(async (columns) => {
        const { code, out } = await cadence(folder, [command, "--help"], { env: columns === undefined ? {} : { COLUMNS: columns } });
        expect(code).toBe(0);
        return out;
      }),
    );
    const prose = (help: string | undefined) => help?.replace(/^Examples?:\n(?:.+\n)+/m, "") ?? "";
    const widest = (help: string | undefined) =>
      Math.max(
        ...prose(help)
          .split("\n")
          .map((line) => line.length),
      );
    expect([command, widest(usual) <= 80, widest(narrow) <= 40, widest(least) <= 20]).toEqual([command, true, true, true]);
    expect(odd).toBe(usual);
    expect(prose(wide).split("\n").length).toBeLessThanOrEqual(prose(usual).split("\n").length);
    // The same words at any width, and examples that can be copied at any.
    const words = (help: string | undefined) => prose(help).replace(/\s+/g, "");
    expect(words(least)).toBe(words(wide));
    const examples = (help: string | undefined) => /^Examples?:\n(?:.+\n)+/m.exec(help ?? "")?.[0];
    expect(examples(least)).toBe(examples(wide));
  }
  expect((await cadence(folder, [], { env: { COLUMNS: "40" } })).err.split("\n").every((line) => line.length <= 40)).toBe(true);
});

test("a rule explains the numbers it goes by and what the team made of them, and the law it stands on", async () => {
  const folder = await folderWith({ "cadence.config.yaml": "caps: { default: { days-of-rest: 120 } }\nlaws: [uk-pecr]\n" });
  const explained = async (id: string) => (await cadence(folder, ["explain", id])).out.replace(/\s+/g, " ");
  expect(await explained("rest-before-return")).toContain("days-of-rest: 120 for your team, 90 otherwise. The fewest calendar days");
  const law = await explained("can-spam-address-stated");
  expect(law).toContain("off until your configuration names us-can-spam under laws, then warning · heuristic");
  expect(law).toContain("CAN-SPAM Act, United States: 15 U.S.C. 7704(a)(5)(A)(iii). Last read on 2026-11-22. This is not legal advice;");
  const { out } = await cadence(folder, ["rules"]);
  expect(out).toMatch(/^ {2}can-spam-address-stated +off /m);
  expect(out).toMatch(/^ {2}pecr-subscribers-known +error /m);
});

test("every rule explains itself, and the list names them all", async () => {
  const folder = await folderWith({ "cadence.config.yaml": "severities: { gaps-hold: off }\n" });
  const list = await cadence(folder, ["rules"]);
  expect(list.code).toBe(0);
  for (const id of Object.keys(rules)) expect(list.out).toMatch(new RegExp(`^  ${id} +(error|warning|info|hint|off) `, "m"));
  const [id, rule] = Object.entries<Rule>(rules).find(([name]) => name === "gaps-hold") ?? ["", undefined];
  const { code, out } = await cadence(folder, ["explain", id]);
  const words = out.replace(/\s+/g, " ");
  expect(code).toBe(0);
  for (const said of [rule?.summary, rule?.why, rule?.todo, "off for your team, error otherwise"]) expect(words).toContain(said);
  expect(words).not.toContain("http");
  const published = await folderWith({ "cadence.config.yaml": "handbook: https://plays.northwind.example/\n" });
  expect((await cadence(published, ["explain", id])).out).toContain("https://plays.northwind.example/rules/gaps-hold/");
  // At any width the examples hold the same words under the same squiggles.
  const narrow = (await cadence(folder, ["explain", id], { env: { COLUMNS: "40" } })).out;
  for (const said of [out, narrow]) {
    const drawn = said.replace(/^ {2}│/gm, "").replace(/\s+/g, " ");
    for (const example of rule?.examples ?? [])
      expect(drawn).toContain((typeof example === "string" ? example : example.text).replace(/\s+/g, " "));
  }
});

test("help is as wide as it is asked to be where there is no terminal", async () => {
  const folder = await folderWith({});
  const widest = async (width: number) => {
    const { out } = await cadence(folder, ["check", "--help"], { env: { COLUMNS: String(width) } });
    // What stands below the options is set by hand.
    return Math.max(...(out.split("\nFormats:")[0] ?? "").split("\n").map(({ length }) => length));
  };
  for (const width of [72, 100, 140]) {
    expect(await widest(width)).toBeLessThanOrEqual(width);
    expect(await widest(width)).toBeGreaterThan(width - 20);
  }
});

test.each(["playbook", "config", "assets"] as const)("the schema of %s is the one the checks are made from", async (kind) => {
  const { code, out } = await cadence(await folderWith({}), ["schema", kind]);
  expect([code, JSON.parse(out)]).toEqual([0, JSON.parse(JSON.stringify(jsonSchema(kind)))]);
});

test("a Node that is too old is told so before it meets anything it cannot read", async () => {
  const pretend = (version: string) => [
    "--import",
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`,
  ];
  const folder = await folderWith({});
  for (const version of ["18.20.0", "20.20.2", "22.17.1", "23.5.0"]) {
    const run = await cadence(folder, ["--version"], { node: pretend(version) });
    expect([run.code, run.out, run.err]).toEqual([
      2,
      "",
      expect.stringContaining(`this is Node ${version}, and Cadence Playbooks needs Node 22.18`),
    ]);
  }
  for (const version of ["22.18.0", "23.6.0", "24.0.0", "26.1.0"])
    expect((await cadence(folder, ["--version"], { node: pretend(version) })).code).toBe(0);
});

test("other editors get the schemas by the commands that their page names", async () => {
  const page = readFileSync(path.join(import.meta.dirname, "../../docs/editors.md"), "utf8");
  const commands = [...page.matchAll(/`npm exec -- cadence ([a-z ]+?) > [^`]+`/g)].map(([, words = ""]) => words.split(" "));
  expect(commands.length).toBeGreaterThan(0);
  for (const args of commands) {
    const { code, out } = await cadence(await folderWith({}), args);
    expect([args, code]).toEqual([args, 0]);
    expect(JSON.parse(out).$schema).toContain("json-schema.org");
  }
});
