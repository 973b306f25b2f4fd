import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Location, TextEdit, WorkspaceDiagnosticReport, WorkspaceEdit, WorkspaceSymbol } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { cursor, startWorkspace } from "../test/workspace.ts";

const CONFIG =
  'overrides:\n  - files: ["R&D (pilots)/**", "R&D (pilots)/one.playbook.yaml", "R&D (pilots) too/**", "./R&D (pilots)/b/**"]\n    severities: { known-keys: info }\n';
const ASSETS = "assets:\n  guide: { title: A guide, owner: Ines Roy <ines@northwind.example>, expires: 2199-01-01 }\n";
const withAsset = cleanPlaybook.replace("    ask: reply\n", "    ask: reply\n    asset: guide\n");
const NAME = "R&D (pilots)/one.playbook.yaml";

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeEach(async () => {
  const files = {
    "cadence.config.yaml": CONFIG,
    "cadence.assets.yaml": ASSETS,
    [NAME]: withAsset,
    "R&D (pilots)/b/two.playbook.yaml": withAsset,
  };
  server = await startWorkspace(files, { textDocument: { diagnostic: {} } });
});
afterEach(() => server.end());

/** An address as Visual Studio Code writes it, which writes more letters as numbers than the server does. */
const strict = (name: string) => server.uri(name).replace(/[!'()*&+,;=$@]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

describe("where a folder gets another name", () => {
  const renamed = (oldUri: string, newUri: string) =>
    server.connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", { files: [{ oldUri, newUri }] });
  const config = () => server.uri("cadence.config.yaml");
  const patterns = (edit: WorkspaceEdit | null, text = CONFIG, uri = config()): unknown =>
    parse(TextDocument.applyEdits(TextDocument.create(uri, "yaml", 1, text), (edit?.changes?.[uri] ?? []) as TextEdit[])).overrides[0]
      .files;
  const MOVED = ["trials/**", "trials/one.playbook.yaml", "R&D (pilots) too/**", "trials/b/**"];

  test.each([
    ["without a slash", "", ""],
    ["with a slash behind both names", "/", "/"],
    ["with a slash behind the old one", "/", ""],
    ["with a slash behind the new one", "", "/"],
    ["with more than one", "//", "//"],
  ])("what the configuration says of files in it follows: %s", async (_, from, to) => {
    expect(patterns(await renamed(`${server.uri("R&D (pilots)")}${from}`, `${server.uri("trials")}${to}`))).toEqual(MOVED);
  });

  test("whichever way its address is written", async () => {
    expect(strict("R&D (pilots)")).not.toBe(server.uri("R&D (pilots)"));
    expect(patterns(await renamed(`${strict("R&D (pilots)")}/`, strict("trials")))).toEqual(MOVED);
  });

  test("and the configuration counts as it is open in the editor", async () => {
    await server.open(config(), `# Ours.\n${CONFIG}`, 3);
    const edit = await renamed(`${server.uri("R&D (pilots)")}/`, server.uri("trials"));
    expect(patterns(edit, `# Ours.\n${CONFIG}`)).toEqual(MOVED);
  });

  test("and a folder within it, or one that only begins alike, is told from it", async () => {
    expect(patterns(await renamed(`${server.uri("R&D (pilots)/b")}/`, `${server.uri("R&D (pilots)/c")}/`))).toEqual([
      "R&D (pilots)/**",
      "R&D (pilots)/one.playbook.yaml",
      "R&D (pilots) too/**",
      "R&D (pilots)/c/**",
    ]);
    expect(await renamed(`${server.uri("R&D (pil")}/`, server.uri("trials"))).toBeNull();
  });

  test("an address that is none, or of no file, changes nothing and stops nothing", async () => {
    expect(await renamed("file:///%zz/", "file:///b/")).toBeNull();
    expect(await renamed("untitled:one/", "untitled:two/")).toBeNull();
    const elsewhere = mkdtempSync(path.join(tmpdir(), "cadence-elsewhere-"));
    expect(await renamed(`${server.uri("R&D (pilots)")}/`, `file://${elsewhere}/`)).toBeNull();
  });
});

describe("a file that is open under an address written in another way is one file", () => {
  test("to a pull of the whole workspace, the second time, too", async () => {
    const uri = strict(NAME);
    await server.open(uri, withAsset.replace("summary:", "sumary:"), 4);
    const pull = (previousResultIds: object[]) =>
      server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    const first = await pull([]);
    expect(first.items.filter((item) => decodeURIComponent(item.uri) === decodeURIComponent(uri))).toMatchObject([
      { uri, version: 4, kind: "full" },
    ]);
    const ids = first.items.map((item) => ({
      uri: strict(path.posix.relative(server.folder, decodeURIComponent(new URL(item.uri).pathname))),
      value: item.resultId,
    }));
    const second = await pull(ids);
    expect(new Map(second.items.map((item) => [item.uri, item.kind]))).toEqual(new Map(ids.map((one) => [one.uri, "unchanged"])));
    expect(second.items.length).toBe(ids.length);
  });

  test("to a search and a rename", async () => {
    const uri = strict(NAME);
    const { text, position } = cursor(withAsset.replace("asset: guide", "asset: gui|>de"));
    await server.open(uri, text, 4);
    const where = { textDocument: { uri }, position };
    const places = await server.connection.sendRequest<Location[]>("textDocument/references", {
      ...where,
      context: { includeDeclaration: true },
    });
    expect(places.map((place) => place.uri).sort()).toEqual(
      [uri, server.uri("cadence.assets.yaml"), server.uri("R&D (pilots)/b/two.playbook.yaml")].sort(),
    );
    const edit = await server.connection.sendRequest<WorkspaceEdit>("textDocument/rename", { ...where, newName: "handbook" });
    expect(Object.keys(edit.changes ?? {}).sort()).toEqual(places.map((place) => place.uri).sort());
    const symbols = await server.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query: "two-causes" });
    expect(symbols.map(({ location }) => location.uri).sort()).toEqual([uri, server.uri("R&D (pilots)/b/two.playbook.yaml")].sort());
  });
});
