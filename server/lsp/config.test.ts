import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, CompletionItem, Hover } from "vscode-languageserver-protocol";
import { type Rule, rules } from "../core/index.ts";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadence-config-"));
  await mkdir(path.join(folder, ".git"));
  server = await startServer(folder);
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const CONFIG = "cadence.config.yaml";
const config = () => server.uri(CONFIG);

/** Opens a configuration that holds `|>` where the cursor is. */
async function openAt(marked: string) {
  const before = marked.slice(0, marked.indexOf("|>")).split("\n");
  await server.open(config(), marked.replace("|>", ""));
  return { textDocument: { uri: config() }, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}
const complete = async (marked: string) => server.connection.sendRequest<CompletionItem[]>("textDocument/completion", await openAt(marked));
const labels = async (marked: string) => (await complete(marked)).map(({ label }) => label);
async function hover(marked: string) {
  const answer = await server.connection.sendRequest<Hover | null>("textDocument/hover", await openAt(marked));
  return (answer?.contents as { value: string } | undefined)?.value ?? "";
}

describe("completion in the configuration", () => {
  test("its keys", async () => {
    expect(await labels("team: Northwind\n|>\n")).toEqual(
      expect.arrayContaining(["handbook", "severities", "caps", "overrides", "phrases", "laws"]),
    );
  });

  test("regions by their code and their name, and time zones", async () => {
    const regions = await complete("calendars:\n  default:\n    region: |>\n");
    expect(regions.find(({ label }) => label === "DE")).toMatchObject({ detail: "Germany", filterText: "DE Germany" });
    expect(regions.find(({ label }) => label === "DE-BY")?.detail).toBe("Bayern, Germany");
    expect(await labels("office: { region: |> }\n")).toContain("GB-SCT");
    expect(await labels("calendars:\n  default:\n    time-zone: Eu|>\n")).toContain("Europe/London");
    expect(await labels("office: { time-zone: |> }\n")).toContain("America/Chicago");
  });

  test.each(["severities:\n  |>\n", "severities: { |> }\n", "overrides:\n  - files: [a]\n    severities:\n      |>\n"])(
    "rules with their summary in %j",
    async (marked) => {
      const items = await complete(marked);
      expect(items.map(({ label }) => label)).toEqual(Object.keys(rules));
      expect(items.find(({ label }) => label === "gaps-hold")).toMatchObject({ detail: (rules["gaps-hold"] as Rule).summary });
    },
  );

  test.each(["severities:\n  gaps-hold: |>\n", "severities: { gaps-hold: |> }\n", "overrides: [{ files: [a], severities: { gaps-hold: |>"])(
    "severities with their meaning in %j",
    async (marked) => {
      const items = await complete(marked);
      expect(items.map(({ label }) => label)).toEqual(["off", "hint", "info", "warning", "error"]);
      expect(items[1]?.detail).toBe("A faint mark in the editor, and nothing more.");
    },
  );

  test.each(["caps:\n  default:\n    |>\n", "caps: { default: { |> } }\n", "overrides:\n  - files: [a]\n    caps:\n      |>\n"])(
    "numbers with their careful default in %j",
    async (marked) => {
      const item = (await complete(marked)).find(({ label }) => label === "days-of-rest");
      expect(JSON.stringify(item?.documentation)).toContain("calendar days");
      expect(JSON.stringify(item?.documentation)).toContain("Careful default: 90.");
      expect(JSON.stringify(item?.documentation)).toContain("a whole number from 7 to 730");
    },
  );

  test("segments that are known", async () => {
    expect(await labels("approvers: [{ person: A <a@b.example>, segments: [online-shop] }]\ncaps:\n  |>\n")).toEqual([
      "default",
      "online-shop",
    ]);
  });

  test.each(["laws:\n  - |>\n", "laws: [|>]\n", "laws: [us-can-spam, |>\n"])("law packs in %j", async (marked) => {
    const items = await complete(marked);
    expect(items.map(({ label }) => label)).toContain("ca-casl");
    expect(items.find(({ label }) => label === "us-can-spam")?.detail).toContain("United States");
  });

  test("the keys of a house phrase, and where it may count", async () => {
    expect(await labels("phrases:\n  avoid:\n    - phrase: circle back\n      |>\n")).toEqual(
      expect.arrayContaining(["because", "pattern", "instead", "severity", "in"]),
    );
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: config() } });
    expect(await labels("phrases:\n  avoid:\n    - phrase: circle back\n      in: [|>]\n")).toEqual([
      "message",
      "subject",
      "script",
      "voicemail",
      "guidance",
    ]);
  });
});

describe("hover in the configuration", () => {
  test.each([
    ["severities:\n  gaps-h|>old: off\n", "for everybody else it is `error`"],
    ["severities:\n  gaps-hold: hi|>nt\n", "`hint`: A faint mark in the editor"],
    ["caps:\n  default:\n    most-tou|>ches: 4\n", "Careful default: 9."],
    ["overrides:\n  - fil|>es: [a]\n", "A name without a slash is looked for in every folder"],
    ["phrases:\n  avoid:\n    - phrase: circle back\n      beca|>use: We say so.\n", "Authors read it with the finding."],
    ["laws:\n  - us-can-|>spam\n", "United States"],
    ["laws: [ca-c|>asl]\n", "Canada"],
  ])("of %j", async (marked, words) => expect(await hover(marked)).toContain(words));
});

describe("diagnostics of the configuration", () => {
  test("each slip has its place, what to do, and the edit where there is one", async () => {
    const text = [
      "severities: { gap-holds: off, gaps-hold: loud }",
      "overrides:",
      '  - files: ["a[b"]',
      "phrases:",
      "  avoid:",
      "    - { phrase: circle back, pattern: '(a', reason: We say so. }",
      "laws: [us-canspam]",
      "",
    ].join("\n");
    await server.open(config(), text);
    const { diagnostics } = await server.diagnostics(config(), 1);
    const lines = text.split("\n");
    const said = diagnostics.map(({ range: { start, end }, code }) => [code, lines[start.line]?.slice(start.character, end.character)]);
    expect(said).toEqual([
      ["severities-name-rules", "gap-holds"],
      ["fitting-values", "loud"],
      ["fitting-values", '"a[b"'],
      ["nothing-missing", "phrase: circle back"],
      ["fitting-values", "'(a'"],
      ["known-keys", "reason"],
      ["fitting-values", "us-canspam"],
    ]);
    for (const { message, severity } of diagnostics) {
      expect(message).not.toMatch(/undefined|\[object|Error:|regexp/i);
      expect(severity).toBe(1);
    }
    const law = diagnostics.find(({ message }) => String(message).includes("us-canspam"));
    const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: config() },
      range: law?.range,
      context: { diagnostics: [law] },
    });
    expect(actions.map(({ title }) => title)).toEqual(['Write "us-can-spam"']);
  });
});

describe("a change of the configuration re-checks everything open", () => {
  const shouting = cleanPlaybook.replace("Hello {{first_name}},\n\n", "Hello {{first_name}}! Hello!\n\n");
  async function severities() {
    const said: unknown[] = [];
    for (const name of names) said.push((await server.diagnostics(server.uri(name), 1)).diagnostics.map(({ severity }) => severity));
    return said;
  }
  const names = ["one.playbook.yaml", "pilots/two.playbook.yaml"];

  beforeEach(async () => {
    expect(shouting).not.toBe(cleanPlaybook);
    await mkdir(path.join(folder, "pilots"));
    await writeFile(path.join(folder, CONFIG), "team: Northwind\n");
    for (const name of names) await server.open(server.uri(name), shouting);
    expect(await severities()).toEqual([[2], [2]]);
    server.published.length = 0;
  });

  test("saved, by whatever program", async () => {
    await writeFile(path.join(folder, CONFIG), "overrides: [{ files: [pilots/**], severities: { calm-punctuation: hint } }]\n");
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: config(), type: 2 }] });
    expect(await severities()).toEqual([[2], [4]]);
  });

  test("unsaved, keystroke by keystroke, and taken back when it is closed unsaved", async () => {
    await server.open(config(), "severities: { calm-punctuation: info }\n");
    expect(await severities()).toEqual([[3], [3]]);
    server.published.length = 0;
    await server.change(config(), 2, [{ text: "caps: { default: { exclamation-marks: 2 } }\n" }]);
    expect(await severities()).toEqual([[], []]);
    server.published.length = 0;
    await server.change(config(), 3, [{ text: "phrases: { avoid: [{ phrase: hello, because: We say hi. }] }\n" }]);
    const first = await server.diagnostics(server.uri(names[0] ?? ""), 1);
    expect(first.diagnostics.map(({ code }) => code)).toContain("house-phrases-avoided");
    for (const name of names) await server.diagnostics(server.uri(name), 1);
    server.published.length = 0;
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: config() } });
    expect(await severities()).toEqual([[2], [2]]);
  });
});
