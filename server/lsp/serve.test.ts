import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, CompletionItem, DocumentDiagnosticReport, Hover } from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";

let folder: string;
let stop: (() => Promise<unknown>) | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadence-lsp-"));
  await mkdir(path.join(folder, ".git"));
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await rm(folder, { recursive: true });
});

async function server(capabilities?: Parameters<typeof startServer>[1]) {
  const started = await startServer(folder, capabilities);
  stop = started.stop;
  return started;
}

/** The text without its `|`, and where that stood. */
function cursor(marked: string) {
  const offset = marked.indexOf("|>");
  const before = marked.slice(0, offset).split("\n");
  return { text: marked.replace("|>", ""), position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

const withoutTakeAway = cleanPlaybook.replace("    kind: take-away\n", "");

describe("diagnostics", () => {
  test("one conversation: open, findings with version and page, mend, nothing left, close, goodbye", async () => {
    const { open, change, diagnostics, uri: address, connection, stop: goodbye, errors } = await server();
    stop = undefined;
    const uri = address("first.playbook.yaml");
    await open(uri, withoutTakeAway);
    const first = await diagnostics(uri, 1);
    expect(first.diagnostics).toMatchObject([
      {
        code: "ends-with-take-away",
        source: "cadence",
        severity: 1,
        codeDescription: { href: "http://localhost:4321/rules/ends-with-take-away/" },
        message: expect.stringContaining("“stepping-back”, is not a take-away."),
      },
    ]);
    const [{ range }] = first.diagnostics as [(typeof first.diagnostics)[number]];
    expect(withoutTakeAway.split("\n")[range.start.line]).toContain("id: stepping-back");
    await change(uri, 2, [{ text: cleanPlaybook }]);
    expect((await diagnostics(uri, 2)).diagnostics).toEqual([]);
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect(await goodbye()).toBe(0);
    expect(errors).toEqual([]);
  });

  test("incremental changes, many at once: the newest version wins and is the last that is told", async () => {
    const { open, change, diagnostics, published, uri: address } = await server();
    const uri = address("first.playbook.yaml");
    await open(uri, cleanPlaybook);
    await diagnostics(uri, 1);
    const line = cleanPlaybook.split("\n").findIndex((text) => text.includes("kind: take-away"));
    const word = { start: { line, character: 10 }, end: { line, character: 19 } };
    for (let version = 2; version < 30; version += 2) {
      await change(uri, version, [{ range: word, text: "standard" }]);
      await change(uri, version + 1, [{ range: { ...word, end: { line, character: 18 } }, text: "take-away" }]);
    }
    expect((await diagnostics(uri, 29)).diagnostics).toEqual([]);
    const versions = published.map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  test("pulled, where the client pulls: nothing is pushed", async () => {
    const { open, connection, published, uri: address, capabilities } = await server({ textDocument: { diagnostic: {} } });
    expect(capabilities.diagnosticProvider).toBeTruthy();
    const uri = address("first.playbook.yaml");
    await open(uri, withoutTakeAway);
    const report = await connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
    expect(report).toMatchObject({ kind: "full", items: [{ code: "ends-with-take-away" }] });
    expect(published).toEqual([]);
  });

  test("the configuration beside the playbook counts, from disk, from an open editor, and when it changes", async () => {
    await writeFile(path.join(folder, "cadence.config.yaml"), "handbook: https://handbook.northwind.example/\n");
    const { open, change, diagnostics, connection, published, uri: address } = await server();
    const uri = address("first.playbook.yaml");
    await open(uri, withoutTakeAway);
    expect((await diagnostics(uri, 1)).diagnostics[0]?.codeDescription?.href).toBe(
      "https://handbook.northwind.example/rules/ends-with-take-away/",
    );
    const config = address("cadence.config.yaml");
    published.length = 0;
    await open(config, "severities: { ends-with-take-away: warning }\n");
    expect((await diagnostics(uri, 1)).diagnostics[0]?.severity).toBe(2);
    published.length = 0;
    await change(config, 2, [{ text: "severities: { ends-with-take-away: off }\n" }]);
    expect((await diagnostics(uri, 1)).diagnostics).toEqual([]);
    published.length = 0;
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri: config } });
    expect((await diagnostics(uri, 1)).diagnostics[0]?.severity).toBe(1);
  });

  test.each<[what: string, text: string]>([
    ["an empty file", ""],
    ["a list", "- a\n- b\n"],
    ["ten megabytes", "a: b\n".repeat(2_000_000)],
    ["a thousand aliases", `a: &a [x]\nb: [${Array.from({ length: 1000 }, () => "*a").join(", ")}]\n`],
    ["nesting by the thousand", "[".repeat(20_000)],
    ["control characters", "title: \u0000\u0001"],
    ["half a line", "touches:\n  - id: a\n    day"],
    ["right-to-left text and emoji", "title: שלום 👋🏽\nsumary: مرحبا\n"],
  ])("%s is told plainly, and the server goes on", async (_, text) => {
    const { open, change, diagnostics, uri: address } = await server();
    const uri = address("odd.playbook.yaml");
    await open(uri, text);
    const { diagnostics: told } = await diagnostics(uri, 1);
    expect(told.length).toBeGreaterThan(0);
    for (const { message } of told) expect(message).not.toMatch(/undefined|\[object|Error:|\n\s+at /);
    await change(uri, 2, [{ text: cleanPlaybook }]);
    expect((await diagnostics(uri, 2)).diagnostics).toEqual([]);
  });

  test("CRLF moves no squiggle", async () => {
    const { open, diagnostics, uri: address } = await server();
    await open(address("lf.playbook.yaml"), withoutTakeAway);
    await open(address("crlf.playbook.yaml"), withoutTakeAway.replaceAll("\n", "\r\n"));
    const ranges = async (name: string) => (await diagnostics(address(name), 1)).diagnostics.map(({ range }) => range);
    expect(await ranges("crlf.playbook.yaml")).toEqual(await ranges("lf.playbook.yaml"));
  });

  test("a document that was never saved has findings too", async () => {
    const { open, diagnostics } = await server();
    await open("untitled:Untitled-1", withoutTakeAway);
    expect((await diagnostics("untitled:Untitled-1", 1)).diagnostics).toHaveLength(1);
  });
});

describe("hover", () => {
  async function hover(marked: string) {
    const { text, position } = cursor(marked);
    const { open, connection, uri: address } = await server();
    const uri = address("first.playbook.yaml");
    await open(uri, text);
    const answer = await connection.sendRequest<Hover | null>("textDocument/hover", { textDocument: { uri }, position });
    return (answer?.contents as { value: string } | undefined)?.value ?? "";
  }

  test("a field explains itself", async () => {
    expect(await hover(cleanPlaybook.replace("persona:", "per|>sona:"))).toContain("The person we write to, by their work.");
  });

  test("a chosen word explains itself", async () => {
    expect(await hover(cleanPlaybook.replace("take-away", "take-|>away"))).toContain(
      "`take-away`: The honest last touch: we step back and nothing follows.",
    );
  });

  test("a finding explains its rule and its principle", async () => {
    const words = await hover(withoutTakeAway.replace("id: stepping-back", "id: stepping|>-back"));
    expect(words).toContain("The last touch is a take-away.");
    expect(words).toContain("End with an honest take-away");
    expect(words).toContain("[ends-with-take-away](http://localhost:4321/rules/ends-with-take-away/) · certain");
  });

  test("a blank explains its variable", async () => {
    expect(await hover(cleanPlaybook.replace("Hello {{first_name}},\n\n", "Hello {{first|>_name}},\n\n"))).toMatch(
      /Priya[\s\S]*When it is not known:\* there/,
    );
  });

  test("nothing where there is nothing", async () => {
    expect(await hover(cleanPlaybook.replace("\naudience:", "|>\naudience:"))).toBe("");
  });
});

describe("completion", () => {
  async function complete(marked: string, capabilities?: Parameters<typeof startServer>[1]) {
    const { text, position } = cursor(marked);
    const { open, connection, uri: address } = await server(capabilities);
    const uri = address("first.playbook.yaml");
    await open(uri, text);
    return connection.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position });
  }
  const labels = (items: CompletionItem[]) => items.map(({ label }) => label);

  test("keys of the part the cursor is in, without those already written", async () => {
    const items = labels(await complete("title: x\naudience:\n  stage: cold\n  |>\n"));
    expect(items).toContain("persona");
    expect(items).not.toContain("stage");
    expect(items).not.toContain("touches");
  });

  test("keys that the touch's own channel has", async () => {
    const email = labels(await complete("touches:\n  - id: a\n    channel: email\n    |>\n"));
    expect(email).toContain("subject");
    expect(email).not.toContain("voicemail");
  });

  test("values with their meaning", async () => {
    const items = await complete("touches:\n  - id: a\n    ask: |>\n");
    expect(labels(items)).toEqual(["none", "reply", "question", "conversation", "meeting", "proposal", "decision"]);
    expect(items[1]?.detail).toBe("A word in answer, whatever it is.");
  });

  test("the first thing in an empty file", async () => {
    expect(labels(await complete("|>"))).toEqual(expect.arrayContaining(["title", "touches", "replies"]));
  });

  test("while the file does not read as YAML elsewhere", async () => {
    expect(labels(await complete("title: a: b\ntouches:\n  - id: a\n    mode: |>\n"))).toEqual(["manual", "automatic"]);
    await stop?.();
    expect(labels(await complete("touches:\n  - id: a\n    mode: |>\nreplies: [\n"))).toEqual(["manual", "automatic"]);
  });

  test.each([
    ["a quotation mark that was never closed", 'touches:\n  - id: a\n    day: 1\n    reason: "They wrote\n  - id: b\n    day: |>\n'],
    ["a tab", "touches:\n  - id: a\n\tday: 1\n  - id: b\n    day: |>\n"],
  ])("below %s in the same part", async (_, marked) => {
    expect(labels(await complete(marked))).toEqual(["4", "5", "6", "7", "1"]);
  });

  test("declared variables inside a blank, closing it", async () => {
    const items = await complete(cleanPlaybook.replace("Hello {{first_name}},\n\n", "Hello {{fi|>\n\n"));
    expect(items).toMatchObject([{ label: "first_name", insertText: "first_name}}", detail: "Priya" }]);
  });

  test("earlier touches to pair with", async () => {
    const items = labels(await complete(cleanPlaybook.replace("pairs-with: benchmark-call", "pairs-with: |>")));
    expect(items).toEqual(["benchmark-call"]);
  });

  test("shared assets by their id", async () => {
    await writeFile(
      path.join(folder, "cadence.assets.yaml"),
      "assets:\n  guide: { title: A guide, owner: Ines Roy <ines@northwind.example>, expires: 2030-01-01 }\n",
    );
    const items = await complete(cleanPlaybook.replace("    ask: reply\n", "    ask: reply\n    asset: |>\n"));
    expect(items).toMatchObject([{ label: "guide", detail: "A guide" }]);
  });

  test("snippets only for clients that know them", async () => {
    const plain = await complete("touches:\n  |>\n");
    expect(plain.map(({ insertText }) => insertText).join()).not.toContain("$");
    await stop?.();
    const snippets = await complete("touches:\n  |>\n", { textDocument: { completion: { completionItem: { snippetSupport: true } } } });
    expect(snippets[0]?.insertText).toMatch(/^- id: \$\{1:short-name\}\n/);
  });
});

describe("quick fixes", () => {
  test("are edits of the version that was judged, and put it right", async () => {
    const {
      open,
      change,
      diagnostics,
      connection,
      uri: address,
    } = await server({ workspace: { workspaceEdit: { documentChanges: true } } });
    const uri = address("first.playbook.yaml");
    await open(uri, withoutTakeAway, 7);
    const [diagnostic] = (await diagnostics(uri, 7)).diagnostics;
    const actions = await connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic] },
    });
    expect(actions.filter(({ kind }) => kind === "quickfix")).toMatchObject([
      { title: "Make “stepping-back” the take-away", kind: "quickfix", edit: { documentChanges: [{ textDocument: { uri, version: 7 } }] } },
    ]);
    const [edited] = (actions[0]?.edit?.documentChanges ?? []) as { edits: { range: unknown; newText: string }[] }[];
    await change(
      uri,
      8,
      (edited?.edits ?? []).map(({ range, newText }) => ({ range, text: newText })),
    );
    expect((await diagnostics(uri, 8)).diagnostics).toEqual([]);
  });

  test("are not offered where another kind of action is asked for", async () => {
    const { open, diagnostics, connection, uri: address } = await server();
    const uri = address("first.playbook.yaml");
    await open(uri, withoutTakeAway);
    const [diagnostic] = (await diagnostics(uri, 1)).diagnostics;
    const context = { diagnostics: [], only: ["source.organizeImports"] };
    expect(await connection.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: diagnostic?.range, context })).toEqual(
      [],
    );
  });
});
