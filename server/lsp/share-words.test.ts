import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ClientCapabilities, CodeAction, Hover, Location, ShowMessageParams, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { cleanPlaybook } from "../test/clean-playbook.ts";
import { startServer } from "../test/client.ts";

const ASSETS =
  "assets:\n  # The first we had.\n  guide: { title: A guide, owner: Ines Roy <ines@northwind.example>, expires: 2199-01-01 }\n";
const CREATES: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } };
const RESOLVES: ClientCapabilities = {
  ...CREATES,
  textDocument: { codeAction: { resolveSupport: { properties: ["edit"] }, dataSupport: true } },
};
const SHARE = "Share the words of “benchmark-in-writing” as an asset";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cadence-shared-"));
  await mkdir(path.join(folder, ".git"));
  await mkdir(path.join(folder, "team"));
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

/** Opens a playbook, and asks what can be done where some words stand. */
async function opened(text: string, { at = "Row four", only = ["refactor"], name = "team/first.playbook.yaml" } = {}) {
  const uri = server.uri(name);
  await server.open(uri, text);
  await server.diagnostics(uri, 1);
  const start = TextDocument.create(uri, "yaml", 1, text).positionAt(text.indexOf(at));
  const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only },
  });
  return { uri, extracting: actions.filter(({ kind }) => kind === "refactor.extract") };
}

/** The text of a file after an action, whether it was there before or not. */
function after(action: CodeAction | undefined, uri: string, text: string): string {
  const steps = action?.edit?.documentChanges ?? [];
  const plain = action?.edit?.changes?.[uri] ?? [];
  const edits = steps.flatMap((step) => ("edits" in step && step.textDocument.uri === uri ? (step.edits as TextEdit[]) : []));
  return TextDocument.applyEdits(TextDocument.create(uri, "yaml", 1, text), [...edits, ...plain]);
}

const codesOf = async (uri: string, version: number) => (await server.diagnostics(uri, version)).diagnostics.map(({ code }) => code);

describe("the words of a touch", () => {
  test("become a shared asset, which the touch names and goes on to say in full", async () => {
    await write("cadence.assets.yaml", ASSETS);
    server = await startServer(folder, CREATES);
    const { uri, extracting } = await opened(cleanPlaybook);
    expect(extracting.map(({ title }) => title)).toEqual([SHARE]);
    const assets = after(extracting[0], server.uri("cadence.assets.yaml"), ASSETS);
    expect(assets.startsWith(ASSETS)).toBe(true);
    const message = parse(cleanPlaybook).touches[1].message;
    expect(parse(assets).assets["benchmark-in-writing"]).toEqual({
      title: "Pick errors in twenty warehouses of your size",
      words: message,
      owner: "Dana Ortiz <dana@northwind.example>",
      expires: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const playbook = after(extracting[0], uri, cleanPlaybook);
    expect(parse(playbook).touches[1]).toEqual({ ...parse(cleanPlaybook).touches[1], "words-from": "benchmark-in-writing" });
    await write("cadence.assets.yaml", assets);
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: server.uri("cadence.assets.yaml"), type: 2 }],
    });
    await server.change(uri, 2, [{ text: playbook }]);
    expect(await codesOf(uri, 2)).toEqual([]);
  });

  test("are shared in a file made beside the configuration where there is none yet", async () => {
    await write("cadence.config.yaml", "handbook: https://handbook.northwind.example\n");
    server = await startServer(folder, CREATES);
    const { extracting } = await opened(cleanPlaybook);
    const uri = server.uri("cadence.assets.yaml");
    expect(extracting[0]?.edit?.documentChanges?.[0]).toEqual({ kind: "create", uri });
    const made = after(extracting[0], uri, "");
    await write("cadence.assets.yaml", made);
    await server.open(uri, await readFile(path.join(folder, "cadence.assets.yaml"), "utf8"));
    expect(await codesOf(uri, 1)).toEqual([]);
    expect(Object.keys(parse(made).assets)).toEqual(["benchmark-in-writing"]);
  });

  test("are taken from the asset that says the same already", async () => {
    const words = parse(cleanPlaybook).touches[1].message;
    const note = { title: "The numbers", words, owner: "Ines Roy <ines@northwind.example>", expires: "2199-01-01" };
    await write("cadence.assets.yaml", JSON.stringify({ assets: { numbers: note } }));
    server = await startServer(folder, { workspace: { workspaceEdit: {} } });
    const { uri, extracting } = await opened(cleanPlaybook);
    expect(extracting.map(({ title }) => title)).toEqual([
      "Take the words of “benchmark-in-writing” from the asset “numbers”, which says the same",
    ]);
    expect(Object.keys(extracting[0]?.edit?.changes ?? {})).toEqual([uri]);
    expect(parse(after(extracting[0], uri, cleanPlaybook)).touches[1]["words-from"]).toBe("numbers");
  });

  test("keep apart from a name that stands in the file and is not understood", async () => {
    const odd = `${ASSETS}  benchmark-in-writing: Somebody's note.\n`;
    await write("cadence.assets.yaml", odd);
    server = await startServer(folder, CREATES);
    const { extracting } = await opened(cleanPlaybook);
    const made = parse(after(extracting[0], server.uri("cadence.assets.yaml"), odd));
    expect(Object.keys(made.assets)).toEqual(["guide", "benchmark-in-writing", "benchmark-in-writing-2"]);
    expect(made.assets["benchmark-in-writing"]).toBe("Somebody's note.");
  });

  test.each<[string, { assets?: string; client?: ClientCapabilities; at?: string; only?: string[] }]>([
    ["while the shared assets are not understood", { assets: "assets: [\n" }],
    ["while a name is given twice there", { assets: `${ASSETS}${ASSETS.slice(ASSETS.indexOf("  guide"))}` }],
    ["while the shared assets are a list", { assets: "assets: [one, two]\n" }],
    ["where the client makes no files and there is none", { client: { workspace: { workspaceEdit: { documentChanges: true } } } }],
    ["anywhere else than in the words", { assets: ASSETS, at: "The benchmark in one page" }],
    ["to who asks for something else", { assets: ASSETS, only: ["refactor.rewrite"] }],
  ])("are not offered to be shared %s", async (_, { assets, client = CREATES, ...where }) => {
    if (assets) await write("cadence.assets.yaml", assets);
    server = await startServer(folder, client);
    expect((await opened(cleanPlaybook, where)).extracting).toEqual([]);
    if (client !== CREATES) return;
    await server.stop();
    // A client that asks for the edit later sees the same menu.
    server = await startServer(folder, RESOLVES);
    expect((await opened(cleanPlaybook, where)).extracting).toEqual([]);
  });

  test.each(["# Ours.", "assets:\n", "assets: {}\n", "{}\n", `\uFEFF${ASSETS.replaceAll("\n", "\r\n")}`])(
    "join what stands in the file already, however it is written: %j",
    async (before) => {
      await write("cadence.assets.yaml", before);
      server = await startServer(folder, CREATES);
      const { extracting } = await opened(cleanPlaybook);
      const made = after(extracting[0], server.uri("cadence.assets.yaml"), before);
      expect(parse(made).assets["benchmark-in-writing"].words).toContain("Row four");
      expect(Object.keys(parse(made).assets)).toEqual([...Object.keys(parse(before)?.assets ?? {}), "benchmark-in-writing"]);
      if (before.includes("\r")) expect(made).not.toMatch(/[^\r]\n/);
    },
  );

  describe("for a client that asks for edits later", () => {
    const RESOLVES: ClientCapabilities = { ...CREATES, textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } };
    const resolve = (action: CodeAction | undefined) => server.connection.sendRequest<CodeAction>("codeAction/resolve", action);
    const tellAssets = () =>
      server.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: server.uri("cadence.assets.yaml"), type: 2 }],
      });

    test("are shared once the action is chosen, as the shared assets stand then", async () => {
      await write("cadence.assets.yaml", ASSETS);
      server = await startServer(folder, RESOLVES);
      const { extracting } = await opened(cleanPlaybook);
      expect(extracting.map(({ title, edit }) => [title, edit])).toEqual([[SHARE, undefined]]);
      const later = `${ASSETS}  note: { title: A note, owner: Ines Roy <ines@northwind.example>, expires: 2199-01-01 }\n`;
      await write("cadence.assets.yaml", later);
      const made = after(await resolve(extracting[0]), server.uri("cadence.assets.yaml"), later);
      expect(Object.keys(parse(made).assets)).toEqual(["guide", "note", "benchmark-in-writing"]);
    });

    test("are offered wherever the cursor goes without the file being read again", async () => {
      await write("cadence.assets.yaml", ASSETS);
      server = await startServer(folder, RESOLVES);
      const { uri, extracting } = await opened(cleanPlaybook);
      expect(extracting).toHaveLength(1);
      // Nobody told the server: a menu that read the file would miss it.
      await rm(path.join(folder, "cadence.assets.yaml"));
      const again = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: {
          start: TextDocument.create(uri, "yaml", 1, cleanPlaybook).positionAt(cleanPlaybook.indexOf("Row four") + 9),
          end: TextDocument.create(uri, "yaml", 1, cleanPlaybook).positionAt(cleanPlaybook.indexOf("Row four") + 9),
        },
        context: { diagnostics: [], only: ["refactor.extract"] },
      });
      expect(again.map(({ title }) => title)).toEqual([SHARE]);
    });

    test("are not shared where the file broke meanwhile, and that is said", async () => {
      await write("cadence.assets.yaml", ASSETS);
      server = await startServer(folder, RESOLVES);
      const said: string[] = [];
      server.connection.onNotification("window/showMessage", ({ message }) => {
        said.push(message);
      });
      const { extracting } = await opened(cleanPlaybook);
      await write("cadence.assets.yaml", "assets: [\n");
      expect((await resolve(extracting[0])).edit).toBeUndefined();
      await expect
        .poll(() => said)
        .toEqual([expect.stringMatching(/^Nothing can be added to “cadence\.assets\.yaml” as it is written\. Line 1: /)]);
      // Once the server has heard of it, it is not offered at all.
      await tellAssets();
      expect((await opened(cleanPlaybook, { name: "team/second.playbook.yaml" })).extracting).toEqual([]);
    });

    test("are not shared in a version that is over", async () => {
      await write("cadence.assets.yaml", ASSETS);
      server = await startServer(folder, RESOLVES);
      const { uri, extracting } = await opened(cleanPlaybook);
      await server.change(uri, 2, [{ text: cleanPlaybook.replace("Row four", "Row five") }]);
      expect((await resolve(extracting[0])).edit).toBeUndefined();
    });
  });

  test("are put where the client counts bytes, too", async () => {
    const before = "assets:\n  guide: { title: Über Größen 🙂, owner: Ines Roy <ines@northwind.example>, expires: 2199-01-01 }";
    await write("cadence.assets.yaml", before);
    server = await startServer(folder, { ...CREATES, general: { positionEncodings: ["utf-8"] } });
    const { extracting } = await opened(cleanPlaybook);
    const [there] = extracting[0]?.edit?.documentChanges ?? [];
    const [edit] = there && "edits" in there ? (there.edits as TextEdit[]) : [];
    expect(edit?.range.start).toEqual({ line: 1, character: Buffer.byteLength(before.split("\n")[1] ?? "") });
  });

  test("that are shared and were made better there are told where they are sent, with the new words to take", async () => {
    const [, touch] = parse(cleanPlaybook).touches;
    const better = `${touch.message}\nOne page, no form to fill in.\n`;
    const note = { title: "The numbers", words: better, owner: "Ines Roy <ines@northwind.example>", expires: "2199-01-01" };
    await write("cadence.assets.yaml", JSON.stringify({ assets: { numbers: note } }));
    server = await startServer(folder, CREATES);
    const shared = cleanPlaybook.replace("    pairs-with: bench", "    words-from: numbers\n    pairs-with: bench");
    const uri = server.uri("team/first.playbook.yaml");
    await server.open(uri, shared);
    const { diagnostics } = await server.diagnostics(uri, 1);
    const told = diagnostics.find(({ code }) => code === "shared-words-kept");
    expect(told?.message).toContain("“benchmark-in-writing” says something else than “numbers”, from which it takes its words.");
    const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: told?.range,
      context: { diagnostics, only: ["quickfix"] },
    });
    const taking = actions.find(({ title }) => title === "Take the words of “The numbers”");
    expect(parse(after(taking, uri, shared)).touches[1].message).toBe(better);
    const position = told?.range.start;
    const hover = await server.connection.sendRequest<Hover>("textDocument/hover", { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toContain("> One page, no form to fill in.");
    const [given] = await server.connection.sendRequest<Location[]>("textDocument/definition", { textDocument: { uri }, position });
    expect(given?.uri).toBe(server.uri("cadence.assets.yaml"));
  });
});

describe("where the client asks for the edit once it is chosen", () => {
  const resolve = (action: CodeAction | undefined) => server.connection.sendRequest<CodeAction>("codeAction/resolve", action);
  const told: string[] = [];
  async function started(client: ClientCapabilities = RESOLVES) {
    server = await startServer(folder, client);
    told.length = 0;
    server.connection.onNotification("window/showMessage", ({ message }: ShowMessageParams) => void told.push(message));
  }

  test("the menu has only the title; the edit is that which others are given with it", async () => {
    await write("cadence.assets.yaml", ASSETS);
    await started(CREATES);
    const whole = (await opened(cleanPlaybook)).extracting[0];
    await server.stop();
    await started();
    const { extracting } = await opened(cleanPlaybook);
    expect(extracting).toEqual([{ title: SHARE, kind: "refactor.extract", data: expect.anything() }]);
    expect((await resolve(extracting[0])).edit).toEqual(whole?.edit);
    expect(told).toEqual([]);
  });

  test("the file that is not there yet is made when it is chosen, and not before", async () => {
    await started();
    const { extracting } = await opened(cleanPlaybook);
    expect(extracting[0]).not.toHaveProperty("edit");
    const { edit } = await resolve(extracting[0]);
    expect(edit?.documentChanges?.[0]).toEqual({ kind: "create", uri: server.uri("team/cadence.assets.yaml") });
  });

  test("the edit is of the file as it is open in the editor, where the client counts bytes, too", async () => {
    await write("cadence.assets.yaml", ASSETS);
    await started({ ...RESOLVES, general: { positionEncodings: ["utf-8"] } });
    const assets = server.uri("cadence.assets.yaml");
    const open = "assets:\n  guide: { title: Über Größen 🙂, owner: Ines Roy <ines@northwind.example>, expires: 2199-01-01 }";
    await server.open(assets, open, 5);
    const { extracting } = await opened(cleanPlaybook);
    const [there] = (await resolve(extracting[0])).edit?.documentChanges ?? [];
    expect(there).toMatchObject({ textDocument: { uri: assets, version: 5 } });
    const [edit] = there && "edits" in there ? (there.edits as TextEdit[]) : [];
    expect(edit?.range.start).toEqual({ line: 1, character: Buffer.byteLength(open.split("\n")[1] ?? "") });
  });

  test.each<[string, string | undefined, RegExp]>([
    ["are broken", `${ASSETS}  broken: [\n`, /^Nothing can be added to “cadence\.assets\.yaml” as it is written\. Line \d+: .+\. .+\.$/],
    ["give a name twice", `${ASSETS}${ASSETS.slice(ASSETS.indexOf("  guide"))}`, /as it is written\. Line 4: .*guide.*\.$/],
    [
      "are gone",
      undefined,
      /^“cadence\.assets\.yaml” cannot be read, so no words can be shared there\. See that it is there, and try again\.$/,
    ],
  ])("it comes back with the reason where the shared assets %s meanwhile", async (_, assets, reason) => {
    await write("cadence.assets.yaml", ASSETS);
    await started({ ...RESOLVES, textDocument: { codeAction: { ...RESOLVES.textDocument?.codeAction, disabledSupport: true } } });
    const { extracting } = await opened(cleanPlaybook);
    await (assets === undefined ? rm(path.join(folder, "cadence.assets.yaml")) : write("cadence.assets.yaml", assets));
    const resolved = await resolve(extracting[0]);
    expect(resolved).toEqual({ ...extracting[0], disabled: { reason: expect.stringMatching(reason) } });
    expect(told).toEqual([resolved.disabled?.reason]);
  });

  test("a client that knows no reasons is told it as a message", async () => {
    await write("cadence.assets.yaml", ASSETS);
    await started();
    const { extracting } = await opened(cleanPlaybook);
    await write("cadence.assets.yaml", "assets: [\n");
    expect(await resolve(extracting[0])).toEqual(extracting[0]);
    expect(told).toEqual([expect.stringContaining("as it is written")]);
  });

  test("nothing is made of a playbook that was changed since, nor of an asset that says something else now", async () => {
    const words = parse(cleanPlaybook).touches[1].message;
    const note = { title: "The numbers", words, owner: "Ines Roy <ines@northwind.example>", expires: "2199-01-01" };
    await write("cadence.assets.yaml", JSON.stringify({ assets: { numbers: note } }));
    await started();
    const { uri, extracting } = await opened(cleanPlaybook);
    expect(extracting[0]?.title).toContain("from the asset “numbers”");
    await write("cadence.assets.yaml", JSON.stringify({ assets: { numbers: { ...note, words: "Something else." } } }));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: server.uri("cadence.assets.yaml"), type: 2 }],
    });
    expect(await resolve(extracting[0])).not.toHaveProperty("edit");
    await write("cadence.assets.yaml", JSON.stringify({ assets: { numbers: note } }));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: server.uri("cadence.assets.yaml"), type: 2 }],
    });
    expect(Object.keys((await resolve(extracting[0])).edit ?? {})).toEqual(["documentChanges"]);
    await server.change(uri, 2, [{ text: `${cleanPlaybook}# Changed.\n` }]);
    expect(await resolve(extracting[0])).not.toHaveProperty("edit");
    expect(told).toEqual([
      "The playbook or the shared assets were changed after this was offered. Open the menu once more.",
      "The playbook was changed or closed after this was offered. Open the menu once more.",
    ]);
  });

  test.each<[string, (data: Record<string, unknown>) => unknown]>([
    ["nothing", () => undefined],
    ["what another server keeps", () => ({ id: 7 })],
    ["the other kind's data under its own name", ({ uri, version, touch }) => ({ does: "everywhere", uri, version, touch })],
    ["a place that is no path", (data) => ({ ...data, touch: "touches.1" })],
  ])("an action that says %s comes back as it is", async (_, kept) => {
    await write("cadence.assets.yaml", ASSETS);
    await started();
    const { extracting } = await opened(cleanPlaybook);
    const action = { ...extracting[0], data: kept(extracting[0]?.data) } as CodeAction;
    expect(await resolve(action)).toEqual(JSON.parse(JSON.stringify(action)));
    expect(told).toEqual([]);
  });
});
