import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { ClientCapabilities, CodeAction, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startWatched } from "../test/watched.ts";

const ASSETS = "assets:\n  guide: { title: A guide, owner: Ines Roy <ines@northwind.example>, expires: 2199-01-01 }\n";
const CLIENT: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { resolveSupport: { properties: ["edit"] }, dataSupport: true } },
};

/** A playbook that is open, and what a client asks for at its second message and chooses of it. */
async function choosing() {
  const server = await startWatched({ "cadence.assets.yaml": ASSETS }, CLIENT);
  const uri = server.uri("first.playbook.yaml");
  const told: string[] = [];
  server.connection.onNotification("window/showMessage", ({ message }: { message: string }) => void told.push(message));
  await server.open("first.playbook.yaml", cleanPlaybook);
  const start = TextDocument.create(uri, "yaml", 1, cleanPlaybook).positionAt(cleanPlaybook.indexOf("Row four"));
  const where = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [], only: ["refactor.extract"] } };
  return {
    ...server,
    told,
    menu: () => server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", where),
    choose: (action: CodeAction | undefined) => server.connection.sendRequest<CodeAction>("codeAction/resolve", action),
    type: (text: string) =>
      server.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text }] }),
    close: () => server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
  };
}

test("no menu reads anything: what it offers is what was known when the shared assets were last read", async () => {
  const { menu, choose, reads, folder, uri } = await choosing();
  const offered = await menu();
  expect(offered.map(({ title }) => title)).toEqual(["Share the words of “benchmark-in-writing” as an asset"]);
  reads.length = 0;
  // Nobody tells the server that the file is gone, or broken, so whoever looked would be the first to notice.
  const file = path.join(folder, "cadence.assets.yaml");
  await rm(file);
  expect(await menu()).toEqual(offered);
  await writeFile(file, "assets: [\n");
  expect(await menu()).toEqual(offered);
  expect(reads).toEqual([]);
  await writeFile(file, ASSETS);
  const { edit } = await choose(offered[0]);
  expect(reads).toEqual(["cadence.assets.yaml"]);
  const [there] = edit?.documentChanges ?? [];
  const edits = there && "edits" in there && there.textDocument.uri === uri("cadence.assets.yaml") ? there.edits : [];
  const made = TextDocument.applyEdits(TextDocument.create("", "yaml", 1, ASSETS), edits as TextEdit[]);
  expect(made.startsWith(ASSETS.trimEnd())).toBe(true);
  expect(made).toContain("  benchmark-in-writing:");
});

test.each(["typed", "closed"])("no edit comes of a playbook that is %s while the shared assets are read for it", async (what) => {
  const { menu, choose, reading, told, type, close, heard } = await choosing();
  const [offered] = await menu();
  reading.shut();
  const late = choose(offered);
  await reading.reached;
  await (what === "typed" ? type(`# Mine.\n${cleanPlaybook}`) : close());
  await heard();
  reading.open();
  expect(await late).toEqual(offered);
  expect(told).toEqual(["The playbook was changed or closed after this was offered. Open the menu once more."]);
});
