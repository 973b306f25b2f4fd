import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type {
  DocumentHighlight,
  LinkedEditingRanges,
  Location,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { cursor, cut, startWorkspace } from "../test/workspace.ts";

const ASSETS = "assets:\n  guide: { title: A guide, owner: Ines Roy <ines@northwind.example>, expires: 2030-01-01 }\n";
const withAsset = cleanPlaybook.replace("    ask: reply\n", "    ask: reply\n    asset: guide\n");

let server: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  server = await startWorkspace({
    "cadence.assets.yaml": ASSETS,
    "team/brings.playbook.yaml": withAsset,
    "team/not.playbook.yaml": cleanPlaybook,
  });
});
afterAll(() => server.end());

const words = (text: string, ranges: readonly { range: Range }[]) => ranges.map(({ range }) => cut(text, range));

describe("definition", () => {
  test.each([
    ["of a touch, from what pairs with it", "pairs-with: bench|>mark-call", "benchmark-call"],
    ["of a variable, from a blank", "Hello {{first|>_name}}, this", "first_name"],
    ["from the definition itself", "id: two-|>causes", "two-causes"],
  ])("%s", async (_, there, name) => {
    const marked = cleanPlaybook.replace(there.replace("|>", ""), there);
    const [place, ...others] = await server.at<Location[]>("textDocument/definition", marked);
    expect(others).toEqual([]);
    expect(cut(cursor(marked).text, place?.range as Range)).toBe(name);
    const line = cursor(marked).text.split("\n")[place?.range.start.line ?? -1];
    expect(line).toMatch(/^ {2}(?:- id: |first_name:)/);
  });

  test("of an asset is in the file of shared assets", async () => {
    const [place] = await server.at<Location[]>("textDocument/definition", withAsset.replace("asset: guide", "asset: gui|>de"));
    expect(place?.uri).toBe(server.uri("cadence.assets.yaml"));
    expect(cut(ASSETS, place?.range as Range)).toBe("guide");
  });

  test("nowhere, where nothing has a name", async () => {
    expect(await server.at("textDocument/definition", cleanPlaybook.replace("title: First", "title: Fi|>rst"))).toEqual([]);
  });
});

describe("references", () => {
  const context = { includeDeclaration: false };

  test("of a variable are its blanks, and its declaration when asked for", async () => {
    const marked = cleanPlaybook.replace("  first_name:", "  first|>_name:");
    const used = await server.at<Location[]>("textDocument/references", marked, { context });
    expect(words(cleanPlaybook, used)).toEqual(["first_name", "first_name"]);
    const all = await server.at<Location[]>("textDocument/references", marked, { context: { includeDeclaration: true } });
    expect(all).toHaveLength(3);
  });

  test("of an asset are in every playbook that shares it, open or not", async () => {
    const used = await server.at<Location[]>("textDocument/references", withAsset.replace("asset: guide", "asset: gui|>de"), { context });
    expect(used.map(({ uri }) => uri)).toContain(server.uri("team/brings.playbook.yaml"));
    expect(used.map(({ uri }) => uri)).not.toContain(server.uri("team/not.playbook.yaml"));
    for (const { range } of used) expect(cut(withAsset, range)).toBe("guide");
  });
});

test("highlights tell what gives a name from what uses it", async () => {
  const found = await server.at<DocumentHighlight[]>(
    "textDocument/documentHighlight",
    cleanPlaybook.replace("id: benchmark-call", "id: benchmark|>-call"),
  );
  expect(words(cleanPlaybook, found)).toEqual(["benchmark-call", "benchmark-call"]);
  expect(found.map(({ kind }) => kind)).toEqual([3, 2]);
});

test("an acceptance is a use of the touch it names", async () => {
  const accepting = `${cleanPlaybook}accepted:\n  - { rule: plain-speech, at: two-causes, because: They write like this. }\n`;
  const found = await server.at<DocumentHighlight[]>(
    "textDocument/documentHighlight",
    accepting.replace("id: two-causes", "id: two-|>causes"),
  );
  expect(found).toHaveLength(2);
});

describe("rename", () => {
  async function renamed(marked: string, newName: string): Promise<string | undefined> {
    const { text, position } = cursor(marked);
    const uri = await server.opened(text);
    const edit = await server.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", {
      textDocument: { uri },
      position,
      newName,
    });
    return edit ? after(text, edit.changes?.[uri] ?? []) : undefined;
  }
  const after = (text: string, edits: readonly TextEdit[]) =>
    [...edits].reverse().reduce((whole, { range, newText }) => {
      const lines = whole.split("\n");
      const offset = (p: Range["start"]) => lines.slice(0, p.line).join("\n").length + (p.line > 0 ? 1 : 0) + p.character;
      return whole.slice(0, offset(range.start)) + newText + whole.slice(offset(range.end));
    }, text);

  test("of a variable reaches into the messages", async () => {
    expect(await renamed(cleanPlaybook.replace("Hello {{first_name}},\n\n", "Hello {{first_na|>me}},\n\n"), "given_name")).toBe(
      cleanPlaybook.replaceAll("first_name", "given_name"),
    );
  });

  test("of a touch reaches what pairs with it", async () => {
    expect(await renamed(cleanPlaybook.replace("id: benchmark-call", "id: |>benchmark-call"), "first-call")).toBe(
      cleanPlaybook.replaceAll("benchmark-call", "first-call"),
    );
  });

  test("in quotes, and while the rest of the file does not fit the format", async () => {
    const odd = 'tuches: 4\nvariables: { "name": { example: A } }\ntouches:\n  - id: "a"\n    message: "Hi {{ name }}"\n';
    expect(await renamed(odd.replace("{{ name", "{{ na|>me"), "who")).toBe(odd.replaceAll("name", "who"));
  });

  test("of an asset changes every file", async () => {
    const { text, position } = cursor(ASSETS.replace("  guide:", "  gui|>de:"));
    const uri = await server.opened(text, "cadence.assets.yaml");
    const edit = await server.connection.sendRequest<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri },
      position,
      newName: "manual",
    });
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    const brings = server.uri("team/brings.playbook.yaml");
    expect(Object.keys(edit.changes ?? {})).toEqual(expect.arrayContaining([uri, brings]));
    const saved = readFileSync(path.join(server.folder, "team/brings.playbook.yaml"), "utf8");
    expect(after(saved, edit.changes?.[brings] ?? [])).toBe(saved.replaceAll("asset: guide", "asset: manual"));
  });

  test("of an asset names the version of each file that it was worked out for, typed in meanwhile or not", async () => {
    const others = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`team/${i}.playbook.yaml`, withAsset]));
    const many = await startWorkspace(
      { ...others, "cadence.assets.yaml": ASSETS },
      { workspace: { workspaceEdit: { documentChanges: true } } },
    );
    onTestFinished(many.end);
    const { text, position } = cursor(withAsset.replace("asset: guide", "asset: gui|>de"));
    const [uri, other] = [await many.opened(text), await many.opened(text)];
    const coming = many.connection.sendRequest<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri },
      position,
      newName: "manual",
    });
    // The first answer after which the other file is known to be read.
    await many.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    const typed = `# A line above\n${text}`;
    await many.change(other, 2, [{ text: typed }]);
    const edit = (await coming).documentChanges?.find((one) => "textDocument" in one && one.textDocument.uri === other) as TextDocumentEdit;
    expect(words(edit.textDocument.version === 2 ? typed : text, edit.edits as TextEdit[])).toEqual(["guide"]);
  });

  test.each([
    ["id: |>benchmark-call", "Not An Id", /^The id of a touch is made of lower-case letters, digits and hyphens/],
    ["  first_|>name: {", "first-name", /^The name of a variable is made of lower-case letters, digits and underscores/],
    ["id: |>benchmark-call", "123", /^“123” would be read as a number/],
    ["id: |>benchmark-call", "null", /^“null” would be read as a number or a sign/],
    ["id: |>benchmark-call", "two-causes", /^“two-causes” is the name of something else already/],
  ])("of %j to %j is refused in plain words", async (there, newName, said) => {
    const marked = cleanPlaybook.replace(there.replace("|>", ""), there);
    await expect(renamed(marked, newName)).rejects.toMatchObject({ message: expect.stringMatching(said), code: -32803 });
  });

  test("is prepared with the name alone, and only where there is one", async () => {
    const ready = await server.at<{ range: Range; placeholder: string }>(
      "textDocument/prepareRename",
      cleanPlaybook.replace("{{first_name}}", "{{first|>_name}}"),
    );
    expect(ready.placeholder).toBe("first_name");
    expect(cut(cleanPlaybook, ready.range)).toBe("first_name");
    expect(await server.at("textDocument/prepareRename", cleanPlaybook.replace("title: F", "title: |>F"))).toBeNull();
  });
});

describe("linked editing", () => {
  test("of a variable and its blanks", async () => {
    const linked = await server.at<LinkedEditingRanges>(
      "textDocument/linkedEditingRange",
      cleanPlaybook.replace("  first_name:", "  first|>_name:"),
    );
    expect(linked.ranges.map((range) => cut(cleanPlaybook, range))).toEqual(["first_name", "first_name", "first_name"]);
  });

  test("not of a name that is given twice", async () => {
    const twice = cleanPlaybook.replace("id: two-causes", "id: benchmark-call");
    expect(await server.at("textDocument/linkedEditingRange", twice.replace("pairs-with: b", "pairs-with: |>b"))).toBeNull();
  });
});
